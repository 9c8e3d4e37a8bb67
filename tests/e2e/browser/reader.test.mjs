// For a screen reader: each state has its outline and names, and what happens is said without being asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { choose } from "../stage/files.mjs";
import { listen, said, structured } from "../stage/reader.mjs";
import { answer, chooseColumn, noColumns, openFile, save, start, tasks, toChoice } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";
import { SAMPLES, walk } from "../stage/walk.mjs";

const { server, browser } = await suite();

for (const [at, { id, ja, en }] of SAMPLES.entries()) {
  const english = at % 2 === 0;
  test(`${id}: one first heading, no level left out, names for all, ${english ? "English" : "Japanese"}`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { locale: english ? "en-US" : "ja-JP" });
    await walk(page, english ? en : ja, (state) => structured(page, state));
    calm();
    await context.close();
  });
}

// A page that is listened to from its beginning.
async function heard() {
  const visitor = await visit(browser, null);
  await listen(visitor.context);
  await visitor.page.goto(server.url);
  await visitor.page.locator("nav.steps").waitFor();
  return visitor;
}

// Waits until this was said, and gives all that was said until then.
async function hears(page, words) {
  const all = [];
  for (let look = 0; look < 200; look++) {
    all.push(...(await said(page)));
    if (all.some((line) => words.test(line))) return all;
    await page.waitForTimeout(100);
  }
  assert.fail(`${words} was not said, but:\n${all.join("\n")}`);
}

test("reading, trouble, progress, an early end and the answer are said", async () => {
  const { page, context, calm } = await heard();
  await choose(page, { name: "x.csv", bytes: Buffer.alloc(0) });
  await hears(page, /^alert: .*ファイルの中身が空です/);
  await openFile(page, shop({ items: 60, days: 900 }));
  await hears(page, /^focus: 読み込んだファイル/);
  await toChoice(page, tasks.forecast);
  await hears(page, /^focus: 知りたいことを選ぶ/);
  await chooseColumn(page, "分ける項目", "商品");
  await start(page);
  await hears(page, /^focus: 計算しています/);
  await structured(page, "training");
  await hears(page, /^status: 過去のデータで試しています/);
  await page.locator(".running .cancel").click();
  await hears(page, /^focus: 知りたいことを選ぶ 計算を止めました/);
  await start(page);
  await hears(page, /^status: ここまでの結果：.*ずれ/);
  await page.locator(".running .finish").click();
  await answer(page);
  await hears(page, /^focus: これからの数を予測する .*見込みです/s);
  await save(page);
  await hears(page, /^status: 「.*\.csv」を保存しました/);
  calm();
  await context.close();
});

test("while it is calculated each stage is said once, and no percents", async () => {
  const { page, context, calm } = await heard();
  await openFile(page, shop({ items: 40, days: 900 }));
  await toChoice(page, tasks.forecast);
  await chooseColumn(page, "分ける項目", "商品");
  await said(page);
  await start(page);
  await answer(page);
  const lines = (await said(page)).filter((line) => line.startsWith("status"));
  const stages = lines.filter((line) => !line.includes("ここまでの結果"));
  assert.ok(stages.length > 0 && lines.length > stages.length, lines.join("\n"));
  assert.equal(new Set(stages).size, stages.length, lines.join("\n"));
  assert.ok(!stages.some((line) => /\d/.test(line)), lines.join("\n"));
  calm();
  await context.close();
});

test("what an open question and a mistake are is said where they are", async () => {
  const { page, context, calm } = await heard();
  await openFile(page, { name: "日報.csv", bytes: Buffer.from("日付,売上\n4月1日,3\n4月2日,4\n4月3日,5\n") });
  await structured(page, "a question");
  await choose(page, { name: "客.csv", bytes: Buffer.from(`名前,年齢,地域\n${Array.from({ length: 60 }, (_, i) => `客${i},${20 + ((i * 7) % 50)},${i % 3 ? "東" : "西"}`).join("\n")}`) });
  await page.locator(".facts", { hasText: "客.csv" }).waitFor();
  await toChoice(page, tasks.predict);
  await noColumns(page);
  await said(page);
  await start(page);
  await hears(page, /^alert: 項目を1つ以上選んでください/);
  await structured(page, "an answer is missing");
  calm();
  await context.close();
});
