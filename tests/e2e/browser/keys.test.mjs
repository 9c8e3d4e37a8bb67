// By keys alone, in English: each task chosen, each part of its sentence changed and changed back, the answer reached. And the
// language changed in the middle: nothing is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { press, tabTo } from "../stage/keyboard.mjs";
import { answer, noColumns, openFile, openSample, sentence, settled, start, tasks, toChoice } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";

const PATIENCE = { timeout: 240_000 };
const { server, browser } = await suite();

const journeys = [
  { task: "Forecast what comes", sample: "Bakery sales" },
  { task: "Find what is unusual", sample: "Machine temperature" },
  { task: "Sort into similar groups", sample: "Shop purchases" },
  { task: "Predict for each row", sample: "Member list" },
];

for (const { task, sample } of journeys) {
  test(`${task}: each part of the sentence by keys, English`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { locale: "en-US" });
    await press(page, page.locator("button.sample", { hasText: sample }));
    await page.locator(".facts").waitFor(PATIENCE);
    await press(page, page.locator("nav.steps button").nth(1));
    await chooseTask(page, task);
    const menus = page.locator(".sentence select");
    for (let at = 0; at < (await menus.count()); at++) await turnAndBack(page, menus.nth(at));
    for (const door of await page.locator(".sentence .slot-door").all()) await fewerAndAll(page, door);
    await press(page, page.locator("button.start"));
    assert.doesNotMatch(await answer(page), /NaN|undefined|Infinity/);
    calm();
    await context.close();
  });
}

// The tasks are one stop of the Tab key; arrows choose among them.
async function chooseTask(page, task) {
  const wanted = page.locator("label.task", { hasText: task }).locator("input");
  await wanted.waitFor(PATIENCE);
  await tabTo(page, page.locator("label.task input:checked"));
  for (let presses = 0; presses < 4 && !(await wanted.isChecked()); presses++) await page.keyboard.press("ArrowDown");
  assert.ok(await wanted.isChecked());
  await page.locator("#settings-title").waitFor(PATIENCE);
  await settled(page);
}

// Another answer, and the one before, in their place in the sentence, which keeps the focus.
async function turnAndBack(page, menu) {
  const before = await sentence(page);
  const [id, at, count] = await menu.evaluate((menu) => [menu.id, menu.selectedIndex, menu.options.length]);
  if (count < 2) return;
  const [there, back] = at > 0 ? ["ArrowUp", "ArrowDown"] : ["ArrowDown", "ArrowUp"];
  await tabTo(page, menu);
  await page.keyboard.press(there);
  await settled(page);
  assert.notEqual(await sentence(page), before);
  await page.waitForFunction(() => document.querySelector(".sentence").contains(document.activeElement));
  if ((await page.locator(`.sentence #${id}`).count()) === 0) {
    // Without its date a log of purchases is a list of customers; the question is among the other settings.
    await press(page, page.locator("details.settings summary"));
    await tabTo(page, page.locator(`details.settings #${id}`));
  } else {
    assert.ok(await menu.evaluate((menu) => menu === document.activeElement), "the focus stays");
  }
  await page.keyboard.press(back);
  await settled(page);
  assert.equal(await sentence(page), before);
  await page.waitForFunction(() => document.querySelector(".sentence").contains(document.activeElement));
}

// One column less, and all again.
async function fewerAndAll(page, door) {
  const before = await sentence(page);
  await press(page, door);
  const boxes = page.locator("#field-list input[type=checkbox]");
  await tabTo(page, boxes.first());
  await page.keyboard.press("Space");
  await settled(page);
  assert.notEqual(await sentence(page), before);
  await page.keyboard.press("Space");
  await settled(page);
  assert.equal(await sentence(page), before);
}

test("a number of one's own is typed in the sentence, English", async () => {
  const { page, context, calm } = await visit(browser, server.url, { locale: "en-US" });
  await openFile(page, shop({ items: 2, days: 400 }));
  await page.locator("nav.steps button").nth(1).click();
  await chooseTask(page, "Forecast what comes");
  const ahead = page.locator(".sentence #field-horizon-select");
  await tabTo(page, ahead);
  await page.keyboard.press("End");
  await page.locator(".sentence input:focus").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("17");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.match(await sentence(page), /《17 days》/);
  assert.ok(await ahead.evaluate((menu) => menu === document.activeElement), "back at the menu");
  calm();
  await context.close();
});

// Goes to a language's button by keys and presses it; the focus stays there.
async function speak(page, name) {
  const button = page.locator("header .language", { hasText: name });
  await press(page, button);
  await page.locator(`html[lang=${name === "English" ? "en" : "ja"}]`).waitFor();
  assert.ok(await button.evaluate((element) => element === document.activeElement), "the focus stays");
}

test("the language changes in the middle and nothing is lost", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  const columns = () => page.locator(".sentence select").evaluateAll((all) => all.map((menu) => menu.value).sort());
  const trained = () => page.evaluate(() => performance.getEntriesByName("sanpo:train").length);
  await openFile(page, shop({ items: 3, days: 400 }));
  await speak(page, "English");
  await page.locator(".facts", { hasText: "店.csv" }).waitFor();
  await page.locator("nav.steps button").nth(1).click();
  await chooseTask(page, "Forecast what comes");
  await page.locator(".sentence #field-series-select").selectOption({ label: "商品" });
  await settled(page);
  await page.locator(".sentence #field-horizon-select").selectOption("14");
  await settled(page);
  const chosen = await columns();
  await speak(page, "日本語");
  await settled(page);
  assert.deepEqual(await columns(), chosen);
  assert.match(await sentence(page), /《商品》ごとに《14日》先まで/);
  await start(page);
  await page.locator(".running").or(page.locator(".headline")).first().waitFor(PATIENCE);
  // Not by keys: the answer may come meanwhile, and its heading takes the focus.
  await page.locator("header .language", { hasText: "English" }).click();
  const english = await answer(page);
  assert.match(english, /[a-z]{3}/);
  const item = page.locator(".panel-chooser select").first();
  await item.selectOption({ index: 1 });
  const shown = await item.evaluate((menu) => menu.selectedOptions[0].textContent);
  await speak(page, "日本語");
  await page.locator(".headline", { hasText: /[ぁ-ん]/ }).waitFor(PATIENCE);
  assert.equal(await item.evaluate((menu) => menu.selectedOptions[0].textContent), shown);
  await speak(page, "English");
  await page.locator(".headline", { hasText: "." }).waitFor(PATIENCE);
  assert.equal(await answer(page), english);
  assert.equal(await trained(), 1, "nothing was calculated again");
  // Back at the settings they are as they were.
  await page.locator("nav.steps button").nth(1).click();
  await settled(page);
  assert.deepEqual(await columns(), chosen);
  calm();
  await context.close();
});

test("a question that is open and cells that are pasted stay when the language changes", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await page.locator("button.paste").click();
  await page.locator("#paste-text").fill("日付\t売上\n4月1日\t3\n4月2日\t4\n4月3日\t5\n");
  await speak(page, "English");
  assert.match(await page.locator("#paste-text").inputValue(), /4月3日/);
  await page.locator(".paste-box .button-primary").click();
  await page.locator(".ask").waitFor(PATIENCE);
  const answers = await page.locator(".ask .option").count();
  await speak(page, "日本語");
  assert.equal(await page.locator(".ask .option").count(), answers);
  await page.locator(".facts").waitFor();
  calm();
  await context.close();
});

test("the settings of every task stay when the language changes", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  await toChoice(page, tasks.predict);
  await noColumns(page);
  await speak(page, "English");
  assert.match(await sentence(page), /0 columns/);
  await speak(page, "日本語");
  assert.match(await sentence(page), /手がかりは0個の項目/);
  calm();
  await context.close();
});
