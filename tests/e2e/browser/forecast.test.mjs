// A shop's sales of three items, with closed Wednesdays and a closed New Year, from the dropped file to the order list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { drop } from "../stage/files.mjs";
import { answer, fits, opened, openFile, saved, sentence, settled, slot, start, tasks, toChoice } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

const DAY = 86_400_000;
const NAME = "三つの品.csv";

// Two years of days. No row on Wednesdays and from 31 December to 3 January; more on Saturdays; every item has its own size.
function shop(items = ["食パン", "あんパン", "カレーパン"]) {
  const lines = ["日付,商品,販売数"];
  let state = 7;
  const noise = () => ((state = (state * 48271) % 2147483647) / 2147483647 - 0.5) * 2;
  for (let at = Date.UTC(2023, 0, 4); at < Date.UTC(2025, 0, 1); at += DAY) {
    const date = new Date(at);
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
    if (date.getUTCDay() === 3 || (month === 12 && day === 31) || (month === 1 && day < 4)) continue;
    for (const [i, item] of items.entries()) {
      const usual = [60, 35, 20][i] * (date.getUTCDay() === 6 ? 1.5 : 1);
      lines.push(`${date.toISOString().slice(0, 10)},${item},${Math.round(usual * (1 + 0.25 * noise()))}`);
    }
  }
  return { name: NAME, bytes: Buffer.from(lines.join("\n")) };
}

// From the dropped file to its forecast.
async function forecast(file, options) {
  const visitor = await visit(browser, server.url, options);
  await drop(visitor.page, "body", file);
  await opened(visitor.page, file.name);
  await toChoice(visitor.page, tasks.forecast);
  await start(visitor.page);
  assert.doesNotMatch(await answer(visitor.page), /NaN|undefined|Infinity/);
  return visitor;
}

// The order list as it stands: item to quantity, expected demand and safety stock.
const orders = (page) =>
  page.locator(".order table tbody tr").evaluateAll((rows) =>
    Object.fromEntries(rows.map((row) => {
      const [name, ...cells] = [...row.cells].map((cell) => cell.innerText);
      return [name, cells.map((text) => Number(text.replace(/[^\d.]/g, "")))];
    })));

// Moves a slider as a person does who drags it.
const slide = (page, index, value) =>
  page.locator(".order .slider input").nth(index).evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

test("the order list follows the two costs and is saved as it stands", async () => {
  const { page, context, calm } = await forecast(shop());
  const usual = await orders(page);
  assert.deepEqual(Object.keys(usual).sort(), ["あんパン", "カレーパン", "食パン"].sort());
  for (const [quantity, expected, safety] of Object.values(usual)) {
    assert.ok(quantity > expected && safety > 0 && Number.isInteger(quantity), `${quantity} ${expected} ${safety}`);
  }
  await slide(page, 0, 40);
  const surer = await orders(page);
  await slide(page, 1, 50);
  const leaner = await orders(page);
  for (const item of Object.keys(usual)) {
    assert.ok(surer[item][0] > usual[item][0], "running out is worse: order more");
    assert.ok(leaner[item][0] < usual[item][0], "left-overs are worse: order less");
    assert.equal(surer[item][1], usual[item][1], "what is expected stays");
  }
  const list = await saved(page, page.locator(".order > button"));
  assert.match(list.name, /orders\.csv$/);
  const [, ...lines] = list.bytes.toString("utf8").trim().split(/\r?\n/);
  const quantities = Object.fromEntries(lines.map((line) => line.split(",")).map(([name, , quantity]) => [name, Number(quantity)]));
  assert.deepEqual(quantities, Object.fromEntries(Object.entries(leaner).map(([name, cells]) => [name, cells[0]])));
  await fits(page);
  calm();
  await context.close();
});

test("the longer the span, the larger the order", async () => {
  const { page, context, calm } = await forecast(shop(), { width: 390 });
  const chips = page.locator(".order .chip");
  const sizes = [];
  for (let i = 0; i < (await chips.count()); i++) {
    await chips.nth(i).click();
    sizes.push((await orders(page))["食パン"][0]);
  }
  assert.equal(sizes.length, 3);
  assert.ok(sizes[0] < sizes[1] && sizes[1] < sizes[2], String(sizes));
  await fits(page);
  calm();
  await context.close();
});

test("a single item has one large quantity, less what is in stock", async () => {
  const { page, context, calm } = await forecast(shop(["食パン"]));
  const figure = (index) => page.locator(".figures dd").nth(index).innerText().then((t) => Number(t.replace(/[^\d.]/g, "")));
  const [quantity, order] = [await figure(0), await figure(4)];
  assert.equal(order, quantity);
  await page.locator(".order input[type=number]").fill("10");
  assert.equal(await figure(4), quantity - 10);
  calm();
  await context.close();
});

test("past forecasts move back in time over what happened", async () => {
  const { page, context, calm } = await forecast(shop());
  const steps = page.locator(".trial-steps");
  const line = () => page.locator(".report-part:has(.trial-steps) .chart-past .chart-stroke").last().getAttribute("d");
  const said = () => steps.locator("output").innerText();
  const [last, date] = [await line(), await said()];
  await steps.locator("button").first().click();
  assert.notEqual(await line(), last);
  assert.notEqual(await said(), date);
  await steps.locator("input").evaluate((input) => {
    input.value = input.max;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  assert.equal(await line(), last);
  assert.equal(await said(), date);
  calm();
  await context.close();
});

test("the parts add up to the forecast, day by day", async () => {
  const { page, context, calm } = await forecast(shop());
  await page.locator("figure:has(.parts) .chart-turn").click();
  const rows = await page.locator(".report-part figure table").last().locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].slice(1).map((cell) => Number(cell.innerText.replace(/[−–]/, "-").replace(/,/g, "")))));
  assert.ok(rows.length > 5);
  for (const row of rows) {
    const sum = row.slice(0, -1).reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum - row.at(-1)) < 0.1, String(row));
  }
  calm();
  await context.close();
});

test("an item of the list leads to its chart", async () => {
  const { page, context, calm } = await forecast(shop());
  const link = page.locator(".grid-link", { hasText: "カレーパン" });
  await link.click();
  const choosers = page.locator(".panel-chooser select");
  const shown = await choosers.evaluateAll((all) => all.map((select) => select.selectedOptions[0].textContent));
  assert.ok(shown.length >= 3);
  assert.deepEqual([...new Set(shown)], ["カレーパン"], "all charts show it");
  calm();
  await context.close();
});

// Half-hourly counts of two weeks.
function halfHours() {
  const lines = ["日時,来客数(人)"];
  for (let i = 0; i < 48 * 14; i += 1) {
    const at = new Date(Date.UTC(2024, 3, 1) + i * 1_800_000).toISOString();
    lines.push(`${at.slice(0, 10)} ${at.slice(11, 16)},${Math.round(20 + 15 * Math.sin((i / 48) * 2 * Math.PI)) + ((i * 7) % 5)}`);
  }
  return { name: "半時間.csv", bytes: Buffer.from(lines.join("\n")) };
}

for (const [locale, step, named, menu, reads] of [
  ["ja-JP", "30分", tasks.forecast, ["12時間", "1日", "2日", "7日"], /《1日》先まで予測します。$/],
  ["en-US", "30 minutes", "Forecast what comes", ["12 hours", "1 day", "2 days", "7 days"], /for the next 《1 day》,/],
]) {
  test(`a clock's steps are said as spans of time (${locale})`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { locale });
    await openFile(page, halfHours());
    assert.match(await page.locator(".column-card").first().innerText(), new RegExp(step));
    await toChoice(page, named);
    await settled(page);
    assert.match(await sentence(page), reads);
    const offered = await slot(page, locale === "ja-JP" ? "どこまで" : "How far").locator("option").allInnerTexts();
    assert.deepEqual(offered.slice(0, 4), menu);
    await start(page);
    assert.match(await answer(page), locale === "ja-JP" ? /これから1日（/ : /over the next 1 day/);
    calm();
    await context.close();
  });
}
