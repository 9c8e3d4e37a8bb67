// How quickly the page answers: clicks, menus, steps, the language, and a chart of a million values that is pointed at, walked along
// by keys, zoomed and moved; and whether a long calculation holds the page up.
//
//   [SANPO_APP=dist] node tests/e2e/bench/interaction.mjs [ROWS]
//
// after `cargo xtask test app` or `cargo xtask dist` has built the app. What is pressed is timed by the browser's own Event Timing,
// from the press to the next paint, in steps of 8 ms; INP is the longest of these but for one in fifty. The browser does not time
// pointing and the wheel: from the event to the frame after it is timed here. Tasks over 50 ms are those of the Long Tasks API.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { launch, visit } from "../stage/browser.mjs";
import { minutes } from "../stage/minutes.mjs";
import { answer, openFile, settled, start, tasks, toChoice } from "../stage/screen.mjs";
import { serve } from "../stage/server.mjs";

const [rows = 1_000_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), "sanpo-"));
const file = await minutes(folder, rows);
const server = await serve();
const browser = await launch();
const { page } = await visit(browser, server.url);
await page.waitForFunction(() => performance.getEntriesByName("sanpo:engine").length > 0);
await page.evaluate(watch);
const table = [];

await openFile(page, file);
await part("step 1 to 2 and back", async () => {
  for (let time = 0; time < 5; time++) {
    await page.locator("nav.steps button").nth(1).click();
    await page.locator("#settings-title").waitFor();
    await page.locator("nav.steps button").nth(0).click();
    await page.locator(".facts").waitFor();
  }
});
await toChoice(page, tasks.anomaly);
await part("another task", async () => {
  for (const name of [tasks.forecast, tasks.segment, tasks.predict, tasks.anomaly]) {
    await page.locator("label.task", { hasText: name }).click();
    await page.locator("#settings-title").waitFor();
    await settled(page);
  }
});
await part("another answer in a menu", async () => {
  await page.locator(".sentence select").first().focus();
  for (const key of ["Home", "End", "Home", "End"]) {
    await page.keyboard.press(key);
    await settled(page);
  }
});
await part("the language", async () => {
  for (const name of ["English", "日本語"]) await page.locator("header .language", { hasText: name }).click();
  await settled(page);
});
await part("start, the calculation, the report", async () => {
  await start(page);
  await answer(page);
});

const figure = page.locator("figure.chart", { has: page.locator(".chart-actual") }).first();
const area = figure.locator(".chart-catch");
await area.scrollIntoViewIfNeeded();
const { x, y, width, height } = await area.boundingBox();
const across = (share) => page.mouse.move(x + width * share, y + height / 2);
await part("chart: pointing, all values", () => each(60, (i) => across(0.1 + (0.8 * i) / 60)));
await part("chart: the wheel with Ctrl", async () => {
  await page.keyboard.down("Control");
  await each(12, (i) => page.mouse.wheel(0, i % 2 ? 200 : -300));
  await page.keyboard.up("Control");
});
await part("chart: dragging", async () => {
  await across(0.3);
  await page.mouse.down();
  await each(30, (i) => across(0.3 + (0.4 * i) / 30));
  await page.mouse.up();
});
await part("chart: arrow keys", async () => {
  await figure.locator(".chart-area").focus();
  await each(60, () => page.keyboard.press("ArrowLeft"));
});
await part("chart: plus, minus, all", async () => {
  await each(12, (i) => page.keyboard.press("+++--0"[i % 6]));
});
await part("chart: its buttons", async () => {
  await each(12, (i) => figure.locator(".chart-tool").nth([0, 0, 2, 3, 1, 1][i % 6]).click());
});
await part("chart to table and back", async () => {
  for (let time = 0; time < 4; time++) await page.locator(".chart-turn").first().click();
});
await browser.close();
await server.stop();
rmSync(folder, { recursive: true });

console.log(`${rows} rows, ${process.env.SANPO_APP ?? "target/app"}, ${cpus().length} cores`);
console.log("| what | presses | INP | longest | pointing: middle | longest | tasks over 50 ms |\n|---|---|---|---|---|---|---|");
for (const line of table) console.log(`| ${line.join(" | ")} |`);

// Does something and notes how quickly the page answered meanwhile.
async function part(name, act) {
  await rest();
  await page.evaluate(() => Object.values(window.timed).forEach((list) => list.splice(0)));
  await act();
  await rest();
  const { presses, pointing, long } = await page.evaluate(() => window.timed);
  const byPress = [...presses.reduce((all, [id, ms]) => all.set(id, Math.max(all.get(id) ?? 0, ms)), new Map()).values()].sort((a, b) => b - a);
  const points = pointing.sort((a, b) => a - b);
  const ms = (value) => (value === undefined ? "" : `${Math.round(value)} ms`);
  table.push([name, byPress.length, ms(byPress[Math.floor(byPress.length / 50)]), ms(byPress[0]), ms(points[Math.floor(points.length / 2)]), ms(points.at(-1)), long.map((t) => `${t} ms`).join(", ") || "none"]);
}

// The browser hands its entries over after the paint, on a busy machine late.
function rest() {
  return page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
}

// One movement a frame, as a mouse gives them.
async function each(times, act) {
  for (let i = 0; i < times; i++) {
    await act(i);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
}

// In the page: notes presses that had to do with one another, pointing, and long tasks.
function watch() {
  window.timed = { presses: [], pointing: [], long: [] };
  const { presses, pointing, long } = window.timed;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) presses.push([entry.interactionId, entry.duration]);
  }).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => Math.round(e.duration)))).observe({ type: "longtask" });
  for (const kind of ["pointermove", "wheel"]) {
    addEventListener(kind, (event) => {
      const began = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => pointing.push(performance.now() - began);
        port2.postMessage(null);
      });
    }, { capture: true, passive: true });
  }
}
