// A million rows: the chart stays quick to draw, and the one minute that stands out is in it, near and far.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { minutes, SPIKE } from "../stage/minutes.mjs";
import { answer, openFile, rowsRead, sentence, start, tasks, toChoice } from "../stage/screen.mjs";
import { folder, suite } from "../stage/suite.mjs";

const { server, browser } = await suite();
const file = await minutes(folder());

test("one value of a million that stands out is drawn and read, far and near", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, file);
  assert.equal(await rowsRead(page), 1_000_000);
  await toChoice(page, tasks.anomaly);
  assert.match(await sentence(page), /^日付は《日時》/, "so many moments are a series");
  await start(page);
  await answer(page);
  const figure = page.locator("figure.chart", { has: page.locator(".chart-actual") }).first();
  const width = await figure.locator(".chart-catch").evaluate((element) => element.clientWidth);
  for (let near = 0; near < 4; near++) {
    const line = await drawn(figure);
    assert.ok(line.length <= 4 * width, `${line.length} points over ${width} pixels`);
    const [highest, next] = line.map(([, y]) => y).sort((a, b) => a - b);
    assert.ok(next - highest > 50, `${highest} stands out from ${next}`);
    // Pointed at, it says its value; there the next look is nearer.
    const [x, y] = line.find(([, y]) => y === highest);
    await figure.locator(".chart-catch").hover({ position: { x, y: Math.max(y, 2) } });
    assert.ok((await figure.locator(".chart-reading").innerText()).includes(`${SPIKE.value}℃`), await figure.locator(".chart-reading").innerText());
    const before = await path(figure);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -400);
    await page.keyboard.up("Control");
    await page.waitForFunction((before) =>
      document.querySelector("svg.chart-picture .chart-actual .chart-stroke").getAttribute("d") !== before, before);
  }
  calm();
  await context.close();
});

const path = (figure) => figure.locator("svg.chart-picture .chart-actual .chart-stroke").first().getAttribute("d");

// The points of the line as it is drawn, in pixels of the picture.
async function drawn(figure) {
  const numbers = (await path(figure)).match(/-?\d+(\.\d+)?/g).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
}
