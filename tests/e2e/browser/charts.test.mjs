// A chart is looked at nearer and farther, taken along as a picture, and put on one sheet for somebody else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { answer, openSample, saved, start, tasks, toChoice, wholeWay } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();
const { page, context, calm } = await visit(browser, server.url);
await wholeWay(page, sales('<売上> & "b".csv'), tasks.forecast);

// Daily sales over more than a year, more on Saturdays and in December.
function sales(name) {
  const lines = ["日付,売上(円)"];
  for (let day = 0; day < 420; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day));
    const season = date.getUTCMonth() === 11 ? 90 : 0;
    lines.push(`${date.toISOString().slice(0, 10)},${300 + [0, 5, 10, 20, 60, 120, 80][day % 7] + season + ((day * 7) % 11)}`);
  }
  return { name, bytes: Buffer.from(lines.join("\n")) };
}

const figure = () => page.locator("section.report-part").first().locator("figure.chart").first();
const tool = (name) => figure().getByRole("button", { name });
const stretch = () => figure().locator(".chart-tools [role=status]").innerText();
const drawn = () => figure().locator("svg.chart-picture .chart-actual .chart-stroke").getAttribute("d");

// The first and the last moment that the keys read.
async function ends() {
  const area = figure().locator(".chart-area");
  const reading = figure().locator(".chart-reading span").first();
  await area.focus();
  await page.keyboard.press("Home");
  const first = await reading.innerText();
  await page.keyboard.press("End");
  return [first, await reading.innerText()];
}

test("buttons, keys and the wheel change what is seen", async () => {
  const usual = await ends();
  assert.ok((await stretch()).length > 5, "a part says which");
  await figure().getByRole("button", { name: "すべての期間を見る" }).click();
  const all = await ends();
  assert.notDeepEqual(all[0], usual[0]);
  assert.equal((await stretch()).trim(), "");
  await tool("拡大する").click();
  const near = await ends();
  assert.notDeepEqual(near, all);
  await tool("前の期間").click();
  const earlier = await ends();
  assert.notDeepEqual(earlier, near);
  await page.keyboard.press("+");
  const nearer = await ends();
  assert.notDeepEqual(nearer, earlier);
  await page.keyboard.press("Shift+ArrowRight");
  assert.notDeepEqual(await ends(), nearer);
  await page.keyboard.press("-");
  await page.keyboard.press("0");
  assert.deepEqual(await ends(), all);
  const before = await drawn();
  await figure().locator(".chart-catch").hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await page.waitForFunction((d) => document.querySelector("svg.chart-picture .chart-actual .chart-stroke").getAttribute("d") !== d, before);
  // Reading on at the edge moves the picture; Escape puts the reading away.
  const edge = await ends();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  assert.notDeepEqual((await ends())[0], edge[0]);
  await page.keyboard.press("Escape");
  assert.equal((await figure().locator(".chart-reading").innerText()).trim(), "");
  await figure().getByRole("button", { name: "すべての期間を見る" }).click();
  await figure().getByRole("button", { name: "最近だけを見る" }).click();
  assert.deepEqual(await ends(), usual);
});

test("the mouse drags a part of the time, and touching reads", async () => {
  const before = await ends();
  const box = await figure().locator(".chart-catch").boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 300, y);
  await page.mouse.down();
  assert.notEqual((await figure().locator(".chart-reading").innerText()).trim(), "");
  await page.mouse.move(box.x + 500, y, { steps: 4 });
  await page.mouse.up();
  assert.notDeepEqual(await ends(), before);
});

test("a chart is saved as PNG and SVG and copied", async () => {
  const png = await saved(page, tool("画像で保存"));
  assert.match(png.name, /\.png$/);
  assert.deepEqual([...png.bytes.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
  assert.ok(width > 1000 && height > 500 && width < 5000 && height < 3000, `${width} x ${height}`);
  assert.ok(png.bytes.length > 10_000, `${png.bytes.length} bytes`);
  const svg = (await saved(page, tool("SVGで保存"))).bytes.toString();
  const blank = await context.newPage();
  const found = await blank.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const all = [...parsed.querySelectorAll("*")];
    return {
      broken: parsed.querySelector("parsererror")?.textContent,
      title: parsed.querySelector("title")?.textContent,
      refers: all.flatMap((e) => [...e.attributes]).filter((a) => /href|src|url\(|var\(|^on/.test(`${a.name}=${a.value}`) && a.name !== "xmlns").length,
      classes: all.filter((e) => e.hasAttribute("class")).length,
      dashed: all.some((e) => /px/.test(e.getAttribute("stroke-dasharray") ?? "")),
      texts: parsed.querySelectorAll("text").length,
    };
  }, svg);
  assert.equal(found.broken, undefined);
  assert.ok(found.title.length > 5);
  assert.deepEqual([found.refers, found.classes, found.dashed], [0, 0, true]);
  assert.ok(found.texts > 8);
  await blank.close();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.bringToFront();
  await tool("画像をコピー").click();
  await figure().locator(".chart-turns [role=status]", { hasText: "コピーしました" }).waitFor();
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  assert.deepEqual(types, ["image/png"]);
});

test("the weekdays and months of the past are a chart of cells with its table", async () => {
  const heat = page.locator("figure.chart", { has: page.locator("figcaption", { hasText: "平均がいちばん高いのは12月の土曜日" }) });
  await heat.locator(".chart-area").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await heat.locator(".chart-reading").innerText(), /1月.*円/s);
  await heat.getByRole("button", { name: "表で見る" }).click();
  await heat.locator("tbody tr").nth(6).waitFor();
  assert.equal(await heat.locator("tbody tr").count(), 7);
  await heat.getByRole("button", { name: "グラフで見る" }).click();
});

test("the report is one file that needs nothing", async () => {
  const report = await saved(page, page.getByRole("button", { name: "1枚の報告書を保存" }));
  assert.match(report.name, /_報告書\.html$/);
  const html = report.bytes.toString();
  assert.doesNotMatch(html, /<script|<button|<input|<select|\son\w+=|javascript:/i);
  const fresh = await browser.newContext({ javaScriptEnabled: false, locale: "ja-JP" });
  const sheet = await fresh.newPage();
  const asked = [];
  sheet.on("request", (request) => asked.push(request.url()));
  const troubles = [];
  sheet.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await sheet.setContent(html);
  assert.deepEqual(asked.filter((url) => !url.startsWith("about:")), []);
  assert.deepEqual(troubles, []);
  assert.equal(await sheet.locator(".headline").innerText(), await page.locator(".headline").innerText());
  assert.match(await sheet.locator("h1").innerText(), /<売上> & "b"\.csv/);
  assert.ok(await sheet.locator("svg.chart-picture path.chart-stroke, svg.chart-picture path").first().isVisible());
  assert.match(await sheet.locator(".facts").innerText(), /420行[\s\S]*2024年（令和6年）1月1日[\s\S]*Sanpo \d/);
  const pdf = (await sheet.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages <= 2, `${pages} pages`);
  await fresh.close();
  calm();
});

test("the curve of what is found rises to all", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  await toChoice(page, tasks.predict);
  await start(page);
  await answer(page);
  const curve = page.locator(".chart-narrow figure.chart");
  assert.match(await curve.locator("figcaption").innerText(), /上位20%の行に、実際の「継続: いいえ」/);
  await curve.getByRole("button", { name: "表で見る" }).click();
  await curve.locator("tbody tr").nth(10).waitFor();
  const rows = await curve.locator("tbody").evaluate((body) => [...body.rows].map((r) => [...r.cells].map((c) => Number(c.innerText))));
  assert.equal(rows.length, 11);
  for (const column of [0, 1]) {
    for (let i = 1; i < rows.length; i++) assert.ok(rows[i][column] >= rows[i - 1][column], String(rows));
  }
  assert.deepEqual(rows.at(-1).slice(0, 2), [100, 100]);
  calm();
  await context.close();
});
