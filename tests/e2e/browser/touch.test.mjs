// Fingers on a chart: pinching zooms, a finger moves the time where something lies outside and scrolls the page all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { tasks, wholeWay } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";
import { fingers } from "../stage/touch.mjs";

const { server, browser } = await suite();
const { page, calm } = await visit(browser, server.url, { width: 390, height: 844, hasTouch: true });
await wholeWay(page, shop({ items: 1, days: 420 }), tasks.forecast);
const hand = await fingers(page);

const figure = page.locator("figure.chart", { has: page.locator(".chart-forecast") }).first();
const whole = figure.getByRole("button", { name: "すべての期間を見る" });
const reading = figure.locator(".chart-reading");

// The first and the last moment that are drawn, read by the keys.
async function ends() {
  await figure.locator(".chart-area").focus();
  const moments = [];
  for (const key of ["Home", "End"]) {
    await page.keyboard.press(key);
    moments.push(Date.parse((await reading.locator("span").first().innerText()).replace(/(\d+)年(\d+)月(\d+)日.*/, "$1/$2/$3")));
  }
  assert.ok(moments.every(Number.isFinite) && moments[0] < moments[1], String(moments));
  return moments;
}

const days = ([first, last]) => Math.round((last - first) / 86_400_000);

// The middle of the picture, in the middle of the screen; the page can be scrolled from there in both directions.
async function middle() {
  await figure.locator(".chart-catch").evaluate((element) => element.scrollIntoView({ block: "center" }));
  const { x, y, width, height } = await figure.locator(".chart-catch").boundingBox();
  return [x + width / 2, y + height / 2];
}

const scrolled = () => page.evaluate(() => scrollY);
const magnified = () => page.evaluate(() => visualViewport.scale);

test("a tap reads a value", async () => {
  const [x, y] = await middle();
  await hand.tap([x, y]);
  const there = await reading.innerText();
  assert.match(there, /\d+月\d+日[\s\S]*\d/);
  await hand.tap([x - 100, y]);
  assert.notEqual(await reading.innerText(), there);
});

test("two fingers zoom in and out around their place; the page stays as large as it is", async () => {
  if (await whole.count()) await whole.click();
  const all = await ends();
  const place = await middle();
  await hand.pinch(place, 60, 240);
  const near = await ends();
  assert.ok(days(near) < 0.4 * days(all) && days(near) > 0.1 * days(all), `${days(near)} of ${days(all)} days`);
  assert.ok(near[0] > all[0] && near[1] < all[1], "around the fingers");
  await hand.pinch(await middle(), 240, 40);
  assert.deepEqual(await ends(), all);
  assert.equal(await magnified(), 1);
});

test("one finger moves the time of a zoomed chart, and nothing else", async () => {
  await hand.pinch(await middle(), 60, 200);
  const before = await ends();
  const [x, y] = await middle();
  const at = await scrolled();
  await hand.drag([x - 60, y], [x + 60, y]);
  const earlier = await ends();
  assert.ok(earlier[0] < before[0] && earlier[1] < before[1]);
  // The ends are open days: up to four days in a row are closed.
  assert.ok(Math.abs(days(earlier) - days(before)) <= 4, `${days(earlier)} days of ${days(before)}`);
  assert.equal(await scrolled(), at);
});

for (const [state, act] of [["zoomed", () => middle().then((place) => hand.pinch(place, 60, 200))], ["whole", () => whole.click()]]) {
  test(`one finger up and down scrolls the page over a ${state} chart`, async () => {
    await act();
    const before = await ends();
    const [x, y] = await middle();
    const at = await scrolled();
    await hand.drag([x, y], [x, y - 200]);
    await page.waitForFunction((at) => scrollY > at + 100, at);
    assert.deepEqual(await ends(), before);
  });
}

test("a finger that only crosses a whole chart reads and moves nothing", async () => {
  const all = await ends();
  const [x, y] = await middle();
  await hand.drag([x - 80, y], [x + 80, y]);
  assert.deepEqual(await ends(), all);
  calm();
});
