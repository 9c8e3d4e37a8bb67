// A shop of ten items with prices and promotions known ahead, festivals, holidays, closed Wednesdays and New Year: from the dropped
// file over own days to the order list.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { drop } from "../stage/files.mjs";
import { answer, chooseColumn, fits, moreSettings, opened, save, saved, start, tasks, toChoice } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

// The last is to come.
const FESTIVALS = ["2025-08-09", "2025-10-11", "2025-11-15", "2025-12-13", "2026-01-17"];
const FILE = shop({ items: 10, days: 1096, ahead: 28, festivals: FESTIVALS });

// Goes to the settings, with the items told apart.
async function settings(width = 1280) {
  const visitor = await visit(browser, server.url, { width });
  await drop(visitor.page, "body", FILE);
  await opened(visitor.page, FILE.name);
  await toChoice(visitor.page, tasks.forecast);
  await chooseColumn(visitor.page, "分ける項目", "商品");
  await moreSettings(visitor.page);
  return visitor;
}

// A day of the calendar, on whatever page it stands.
async function clickDay(page, iso) {
  const [year, month, day] = iso.split("-").map(Number);
  const title = () => page.locator(".month caption").innerText();
  while ((await title()) !== `${year}年${month}月`) {
    const [y, m] = (await title()).match(/\d+/g).map(Number);
    await page.getByRole("button", { name: y * 12 + m > year * 12 + month ? "前の月" : "次の月" }).click();
  }
  await page.locator(`.day[aria-label^="${year}年${month}月${day}日"]`).click();
}

const chosenDays = (page) => page.locator(".days li").evaluateAll((all) => all.map((li) => li.textContent.split("(")[0]));

const slide = (page, slider, value) =>
  slider.evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, String(value));

const number = (text) => Number(text.replace(/[−–]/g, "-").replace(/[^\d.-]/g, ""));

test("own days are clicked, counted, turned up and down, and what is left out can be put in again", async () => {
  const { page, context, calm } = await settings();
  for (const day of FESTIVALS) await clickDay(page, day);
  assert.equal((await chosenDays(page)).length, 5);
  assert.ok(await page.locator(".day.is-ahead[aria-pressed=true]").count(), "the last is to come");
  // Taken off in the list, it is off in the calendar; and on again.
  await page.locator(".days li button").last().click();
  assert.equal(await page.locator(".day[aria-pressed=true]").count(), 0);
  await clickDay(page, FESTIVALS.at(-1));
  await fits(page);
  await start(page);
  assert.match(await answer(page), /10種類/);
  assert.match(await page.locator(".parts").innerText(), /自分で選んだ日/);
  assert.doesNotMatch(await page.locator(".report").innerText(), /助けにならなかった/, "a department is no clue that failed");

  // What if: the mean moves as far up as down, and back.
  const block = page.locator(".report-part", { has: page.locator(".sliders") }).last();
  const effect = (name) => block.locator(".slider", { hasText: name }).locator("input");
  const mean = async () => number((await block.locator("p[role=status]").innerText()).match(/平均で([\d.,]+)/)[1]);
  const usual = await mean();
  for (const name of ["自分で選んだ日の影響", "販促の影響"]) {
    await slide(page, effect(name), 0);
    const without = await mean();
    await slide(page, effect(name), 200);
    const twice = await mean();
    assert.ok(without < usual && usual < twice, `${name}: ${without} ${usual} ${twice}`);
    assert.ok(Math.abs(twice - usual - (usual - without)) < 0.02 * usual, `${name}: ${without} ${usual} ${twice}`);
    await slide(page, effect(name), 100);
    assert.equal(await mean(), usual);
  }

  // Undone and done again: off is off, and the first answer comes back to the digit.
  const first = await page.locator(".headline").innerText();
  await page.getByRole("button", { name: "これをせずに計算し直す" }).first().click();
  const left = page.locator(".left-out li");
  await left.waitFor({ timeout: 120_000 });
  assert.match(await left.innerText(), /休みの日は数えない/);
  assert.doesNotMatch(await page.locator(".report").innerText(), /休みの日として予測/);
  assert.match(await page.locator(".parts").innerText(), /自分で選んだ日/, "the other settings stay");
  await left.locator("button").click();
  await left.waitFor({ state: "detached", timeout: 120_000 });
  assert.equal(await answer(page), first.trim());
  calm();
  await context.close();
});

test("past forecasts show their range and how much fell inside", async () => {
  const { page, context, calm } = await settings(390);
  await start(page);
  await answer(page);
  const part = page.locator(".report-part", { has: page.locator(".trial-steps") });
  const inside = async () => (await part.innerText()).match(/実際の(\d+)件のうち(\d+)件が、「この間に入る見込み」/).slice(1).map(Number);
  assert.ok(await part.locator(".chart-band").count(), "a range is drawn");
  const [of, in_] = await inside();
  assert.ok(in_ <= of && in_ > 0.4 * of, `${in_} of ${of}`);
  const said = await part.locator(".sentences").last().innerText();
  await page.getByRole("button", { name: "前の回" }).click();
  await inside();
  assert.notEqual(await part.locator(".sentences").last().innerText(), said);
  await fits(page);
  calm();
  await context.close();
});

test("the saved table's totals are the sums of its items, and the order list is saved as it stands", async () => {
  const { page, context, calm } = await settings();
  await start(page);
  await answer(page);
  const [head, ...lines] = csv((await save(page)).bytes);
  assert.deepEqual(head.slice(0, 4), ["種類", "日付", "販売数", "予測"]);
  const sums = new Map();
  assert.equal(head.at(-1), "どの合計か");
  const last = lines.filter((line) => line[2] !== "").map((line) => line[1]).sort().at(-1);
  for (const line of lines.filter((line) => line[1] > last)) {
    const [name, time, , forecast] = line;
    const total = line.at(-1);
    assert.equal(total === "", name !== "", `${name} ${total}`);
    const kind = total === "合計" ? "total" : total.startsWith("部門：") ? "groups" : "items";
    const day = sums.get(time) ?? { total: 0, groups: 0, items: 0 };
    assert.equal(forecast === "", new Date(time).getUTCDay() === 3, `${time} ${forecast}`);
    day[kind] += Number(forecast);
    sums.set(time, day);
  }
  assert.equal(sums.size, 28);
  for (const [time, { total, groups, items }] of sums) {
    const wednesday = new Date(time).getUTCDay() === 3;
    assert.equal(total === 0, wednesday, `${time}: ${total}`);
    assert.ok(Math.abs(total - items) < 1e-6 * (total + 1) && Math.abs(total - groups) < 1e-6 * (total + 1), `${time}: ${total} ${groups} ${items}`);
  }
  await slide(page, page.locator(".order .slider input").first(), 20);
  const shown = await page.locator(".order table tbody tr").evaluateAll((all) => all.map((line) => [...line.cells].map((c) => c.innerText)));
  const [, ...orders] = csv((await saved(page, page.locator(".order > button"))).bytes);
  assert.deepEqual(orders.map(([name, , quantity]) => [name, Number(quantity)]), shown.map(([name, quantity]) => [name, number(quantity)]));
  assert.equal(orders.length, 10);
  calm();
  await context.close();
});

// Lines of cells; these files quote nothing.
const csv = (bytes) => bytes.toString("utf8").replace(/^\ufeff/, "").trim().split(/\r?\n/).map((line) => line.split(","));
