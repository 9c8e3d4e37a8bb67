// The way through the steps: the settings as a sentence, an early end, and coming back after a reload.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { samples } from "../stage/places.mjs";
import { answer, chooseColumn, noColumns, openFile, openSample, save, sentence, settled, sheets, slot, start, tasks, toChoice } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";

const PATIENCE = { timeout: 240_000 };
const { server, browser } = await suite();

const small = () => shop({ items: 3, days: 400 });
const sample = (id) => path.join(samples, id, `${id}.csv`);

// Task in both languages, a file for it, and how its sentence reads.
const SENTENCES = [
  [[tasks.forecast, "Forecast what comes"], () => small(), /^日付は《日付》、予測したい数は《販売数》、《部門》ごとに《30日》先まで予測します。$/,
    /^Forecast 《販売数》 for the next 《30 days》, with dates from 《日付》, separately for each 《部門》\.$/],
  [[tasks.anomaly, "Find what is unusual"], () => sample("machine"), /^日付は《日時》、調べる項目は4個の項目で、いつもと違うところを探します。$/,
    /^Look for what is unusual in 4 columns, with dates from 《日時》\.$/],
  [[tasks.segment, "Sort into similar groups"], () => sample("shop_sales"), /^お客さまは《会員番号》、日付は《購入日》、金額は《金額》（円）として、《ちょうどよい数》のグループに分けます。$/,
    /^Sort the customers named in 《会員番号》 into 《the right number of》 groups by the date 《購入日》 and the amount 《金額》 \(yen\)\.$/],
  [[tasks.predict, "Predict for each row"], () => sample("customers"), /^予測したい項目は《継続》、手がかりは7個の項目で、1行ごとに予測します。$/,
    /^Predict 《継続》 for each row, learning from 7 columns\.$/],
];

for (const [lang, locale] of [["ja", "ja-JP"], ["en", "en-US"]]) {
  test(`every task's settings are a sentence (${lang})`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { locale });
    for (const [names, file, ja, en] of SENTENCES) {
      await page.locator("nav.steps button").first().click();
      await openFile(page, file());
      await page.locator("nav.steps button").nth(1).click();
      await page.locator("label.task", { hasText: names[lang === "ja" ? 0 : 1] }).click();
      await page.locator(".sentence").waitFor(PATIENCE);
      await settled(page);
      assert.match(await sentence(page), lang === "ja" ? ja : en);
    }
    calm();
    await context.close();
  });
}

test("an answer is changed in its place, by keyboard, and the focus stays", async () => {
  const { page, context, calm } = await visit(browser, server.url, { width: 390 });
  await openFile(page, small());
  await toChoice(page, tasks.forecast);
  const apart = slot(page, "分ける項目");
  await apart.focus();
  await page.keyboard.press("Home");
  await settled(page);
  assert.match(await sentence(page), /《分けずに》、《30日》/);
  assert.ok(await apart.evaluate((menu) => menu === document.activeElement));
  const ahead = slot(page, "どこまで");
  await ahead.selectOption("other");
  await page.locator(".sentence input:focus").waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("21");
  await page.keyboard.press("Tab");
  await settled(page);
  await ahead.selectOption({ label: "21日" });
  await settled(page);
  await page.locator("button.start").focus();
  await page.keyboard.press("Enter");
  await answer(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  calm();
  await context.close();
});

test("the date of a search for the unusual can be left out and taken back in its place", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "設備の温度");
  await toChoice(page, tasks.anomaly);
  const date = slot(page, "日付の項目");
  await date.focus();
  await page.keyboard.press("Home");
  await settled(page);
  assert.match(await sentence(page), /^《日付は使わずに》、調べる項目は/);
  assert.ok(await date.evaluate((menu) => menu === document.activeElement), "words before the menu change, the focus stays");
  await chooseColumn(page, "日付の項目", "日時");
  assert.match(await sentence(page), /^日付は《日時》/);
  calm();
  await context.close();
});

test("what is missing is said where it is missing", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  await toChoice(page, tasks.predict);
  await noColumns(page);
  await start(page);
  await page.locator(".slot .field-error", { hasText: "項目を1つ以上選んでください" }).waitFor();
  assert.ok(await page.locator(".slot-door").evaluate((door) => door === document.activeElement));
  await page.getByRole("button", { name: "すべて選ぶ" }).click();
  await settled(page);
  assert.equal(await page.locator(".slot .field-error").allInnerTexts().then((all) => all.join("")), "");
  calm();
  await context.close();
});

test("a forecast that is stopped says what it holds", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, shop({ items: 40, days: 900 }));
  await toChoice(page, tasks.forecast);
  await start(page);
  const finish = page.locator(".running .finish");
  await finish.waitFor(PATIENCE);
  assert.match(await page.locator(".running .best").innerText(), /^ここまでの結果：.*ずれ/);
  await finish.click();
  await answer(page);
  assert.match(await page.locator(".cautions").innerText(), /途中で止めた結果です。40種類のうち、\d+種類だけが入っています。/);
  assert.match(await page.locator(".grade").innerText(), /途中で止めたので、全部は試していません。/);
  assert.ok((await save(page, sheets.plain)).bytes.length > 100);
  calm();
  await context.close();
});

test("a prediction that is stopped says how many methods were tried", async () => {
  const [header, ...rows] = (await readFile(sample("customers"), "utf8")).trim().split(/\r?\n/);
  const many = { name: "many.csv", bytes: Buffer.from([header, ...Array(8).fill(rows).flat()].join("\n")) };
  const { page, context, calm } = await visit(browser, server.url, { locale: "en-US" });
  await openFile(page, many);
  await page.locator("nav.steps button").nth(1).click();
  await page.locator("label.task", { hasText: "Predict for each row" }).click();
  await page.locator("button.start").waitFor();
  await settled(page);
  await start(page);
  const finish = page.locator(".running .finish");
  await finish.waitFor(PATIENCE);
  await finish.click();
  await answer(page);
  assert.match(await page.locator(".cautions").innerText(), /stopped early: \d of \d methods were tried/);
  calm();
  await context.close();
});

test("after a reload the same file goes on where it was", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, small());
  await toChoice(page, tasks.forecast);
  await chooseColumn(page, "分ける項目", "商品");
  await start(page);
  const before = await answer(page);
  await page.goto(server.url);
  await page.reload();
  const card = page.locator(".past");
  await card.getByText("前回は「店.csv」で「これからの数を予測する」の結果まで進みました。").waitFor();
  // Nothing of the data is kept.
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), new RegExp(Buffer.from("商品001").toString("hex")));
  await openFile(page, small());
  await card.getByText("前回と同じファイルです。").waitFor();
  await card.getByRole("button", { name: "同じ設定で計算し直す" }).click();
  assert.equal(await answer(page), before);
  await page.goto(server.url);
  await page.reload();
  await card.getByRole("button", { name: "忘れる" }).click();
  await page.reload();
  await page.locator(".entrance").waitFor();
  assert.equal(await card.count(), 0);
  calm();
  await context.close();
});

test("a result that is loaded again leads to where a file is put in", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, small());
  await toChoice(page, tasks.forecast);
  await start(page);
  await answer(page);
  await page.reload();
  const ways = page.locator("main .button-primary");
  await ways.first().waitFor();
  assert.deepEqual(await ways.allInnerTexts(), ["データを入れる"]);
  await ways.click();
  await page.locator(".entrance").waitFor();
  calm();
  await context.close();
});

test("another file than before starts afresh", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, small());
  await toChoice(page, tasks.forecast);
  await page.goto(server.url);
  await page.reload();
  await page.locator(".past", { hasText: "設定まで進みました" }).waitFor();
  await openFile(page, { ...small(), name: "ほか.csv" });
  assert.equal(await page.locator(".past").count(), 0);
  calm();
  await context.close();
});

test("a second file that does not fit is refused at its own door", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  await toChoice(page, tasks.predict);
  await start(page);
  await answer(page);
  const door = page.locator("section:has(#apply-title)");
  const chooser = page.waitForEvent("filechooser");
  await door.getByRole("button").first().click();
  await (await chooser).setFiles({ name: "ほか.csv", mimeType: "text/csv", buffer: Buffer.from("年,値\n" + "2020,1\n2021,2\n".repeat(9)) });
  await door.locator(".card-error", { hasText: "項目がありません" }).waitFor(PATIENCE);
  assert.equal(await page.locator(".section-save .card-error").count(), 0);
  calm();
  await context.close();
});

test("another language shows the same item", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, small());
  await toChoice(page, tasks.forecast);
  await chooseColumn(page, "分ける項目", "商品");
  await start(page);
  await answer(page);
  const chooser = page.locator(".panel-chooser select").first();
  const [, second] = await chooser.locator("option").allInnerTexts();
  await chooser.selectOption({ label: second });
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".report[aria-busy=false]", { hasText: "How reliable it is" }).waitFor(PATIENCE);
  assert.equal(await chooser.evaluate((menu) => menu.selectedOptions[0].textContent), second);
  calm();
  await context.close();
});

test("a result whose engine is lost can be made again with one press", async () => {
  const { page, context } = await visit(browser, server.url);
  await openFile(page, small());
  await toChoice(page, tasks.forecast);
  await start(page);
  const before = await answer(page);
  // As the browser reports it when the engine breaks down.
  for (const worker of page.workers()) {
    await worker.evaluate(() => setTimeout(() => { throw new Error("broken on purpose"); })).catch(() => {});
  }
  await page.getByRole("button", { name: "同じ設定で計算し直す" }).click(PATIENCE);
  await page.locator(".downloads").waitFor(PATIENCE);
  assert.equal(await answer(page), before);
  assert.ok((await save(page)).bytes.length > 100);
  await context.close();
});
