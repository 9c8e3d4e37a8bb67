// How a file was read can be seen and changed: questions, repairs, encodings; cells from the clipboard; a reading given up.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { choose, drop } from "../stage/files.mjs";
import { samples } from "../stage/places.mjs";
import {
  answer, answers, decisions, facts, fits, memo, openFile, opened, pass, question, rereads, rowsRead, save, start, table, tasks,
  toChoice,
} from "../stage/screen.mjs";
import { folder, suite } from "../stage/suite.mjs";

const { server, browser } = await suite();
const made = folder();

// Waits until the element of that id has the focus.
const focused = (page, id) => page.waitForFunction((id) => document.activeElement?.id === id, id, { timeout: 5_000 });

const text = (rows) => Buffer.from(rows.join("\r\n"));

// Shops with a row of totals below them.
function shops() {
  const rows = Array.from({ length: 40 }, (_, i) => [`店${i + 1}`, 200 + ((i * 37) % 90), 20 + ((i * 11) % 17), 3 + (i % 5)]);
  const sum = (at) => rows.reduce((all, row) => all + row[at], 0);
  const lines = [["店", "売上", "客数", "店員"], ...rows, ["合計", sum(1), sum(2), sum(3)]];
  return { name: "店.csv", bytes: text(lines.map((line) => line.join(","))) };
}

// Two years of days as 24/4/26, where the first part could be the day as well.
function shortDates() {
  const line = (i) => {
    const day = new Date(Date.UTC(2024, 3, 1 + i));
    const parts = [day.getUTCFullYear() % 100, day.getUTCMonth() + 1, day.getUTCDate() % 28 || 28];
    return `${parts.map((part) => String(part).padStart(2, "0")).join("/")},${100 + (i % 7) * 5}`;
  };
  return { name: "短い日付.csv", bytes: text(["日付,売上", ...Array.from({ length: 20 }, (_, i) => line(i))]) };
}

// Days without a year.
function yearless() {
  const days = Array.from({ length: 28 }, (_, i) => `4/${i + 1},${100 + ((i * 7) % 30)}`);
  return { name: "日報.csv", bytes: text(["日付,売上", ...days]) };
}

test("an undone repair takes effect at once, and reaches the answer and the saved file", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, shops());
  assert.equal(await rowsRead(page), 40);
  const line = memo(page).filter({ hasText: "合計" });
  assert.match(await line.innerText(), /42行目/);
  await rereads(page, () => line.getByRole("button", { name: "戻す" }).click());
  await focused(page, "memo-title");
  assert.equal(await rowsRead(page), 41);
  assert.equal(await memo(page).filter({ hasText: "外しました" }).count(), 0);
  assert.equal((await table(page)).at(-1)[0], "合計");
  assert.equal(await decisions(page).count(), 1);
  await toChoice(page, tasks.anomaly);
  await start(page);
  await answer(page);
  assert.match((await save(page)).bytes.toString("utf8"), /合計/);
  // Taken back: the row of totals is set aside again, and the answer is gone.
  await page.locator("nav.steps button").nth(0).click();
  await rereads(page, () => decisions(page).getByRole("button").click());
  assert.equal(await rowsRead(page), 40);
  assert.equal(await decisions(page).count(), 0);
  await toChoice(page, tasks.anomaly);
  await start(page);
  await answer(page);
  assert.doesNotMatch((await save(page)).bytes.toString("utf8"), /合計/);
  calm();
  await context.close();
});

test("a question is answered with the person's own cells", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, yearless());
  await question(page).waitFor();
  assert.match(await question(page).innerText(), /何年/);
  assert.equal(await answers(page).filter({ hasText: "今の読み方" }).count(), 1, "the guess is among the answers");
  const other = answers(page).filter({ hasNotText: "今の読み方" }).first();
  const shown = await other.innerText();
  const year = shown.match(/\d{4}/)[0];
  assert.match(shown, /4\/1 → /);
  await rereads(page, () => other.click());
  assert.equal(await question(page).count(), 0);
  assert.match(await decisions(page).innerText(), new RegExp(year));
  assert.match(await page.locator(".column-card").first().innerText(), new RegExp(`${year}年4月1日`));
  await toChoice(page, tasks.forecast);
  await start(page);
  await answer(page);
  assert.match((await save(page)).bytes.toString("utf8"), new RegExp(year));
  calm();
  await context.close();
});

test("whoever does not answer goes on with the guess, and can come back to the question", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, yearless());
  await pass(page).click();
  assert.equal(await question(page).count(), 0);
  await page.locator("#asks-again").click();
  await question(page).waitFor();
  await focused(page, "ask-title");
  await toChoice(page, tasks.forecast);
  await start(page);
  await answer(page);
  calm();
  await context.close();
});

test("short dates are turned around by a click, with the keyboard alone", async () => {
  const { page, context, calm } = await visit(browser, server.url, { width: 390 });
  await openFile(page, shortDates());
  await question(page).waitFor();
  await fits(page);
  const other = answers(page).filter({ hasText: "日・月・年" });
  assert.match(await other.innerText(), /24\/04\/01 → 2001-04-24/);
  await rereads(page, async () => {
    await other.focus();
    await page.keyboard.press("Enter");
  });
  assert.match(await page.locator(".column-card").first().innerText(), /2001年/);
  calm();
  await context.close();
});

test("a wrong encoding is chosen, seen and taken back", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  // 商品,数量 and three fruits in Shift_JIS.
  const sjis = Buffer.from("8fa495692c909497ca0d0a82e882f182b22c31320d0a82dd82a982f12c370d0a82d482c782a42c390d0a", "hex");
  await openFile(page, { name: "果物.csv", bytes: sjis });
  assert.equal((await facts(page))["文字コード"], "Shift_JIS（自動）");
  assert.deepEqual((await table(page))[0], ["りんご", "12"]);
  await page.locator("#fact-encoding").click();
  const ways = page.locator(".ways .option");
  assert.match(await ways.filter({ hasText: "今の読み方" }).innerText(), /商品/);
  const wrong = ways.filter({ hasNotText: "今の読み方" }).first();
  const name = (await wrong.locator(".option-name").innerText()).trim();
  const cell = await wrong.locator(".option-cells span").first().innerText();
  assert.notEqual(cell, "商品");
  await rereads(page, () => wrong.click());
  assert.equal((await facts(page))["文字コード"], `${name}（選択）`);
  await focused(page, "fact-encoding");
  assert.equal(await page.locator("table.preview .column-name").first().innerText(), cell);
  await page.locator("#fact-encoding").click();
  await rereads(page, () => page.locator(".ways .option", { hasText: "Shift_JIS" }).click());
  assert.deepEqual((await table(page))[0], ["りんご", "12"]);
  calm();
  await context.close();
});

const cells = "日付\t店\t売上\n2024/4/1\t本店\t1,200\n2024/4/2\t本店\t1,350\n2024/4/3\t本店\t990\n";

test("cells copied in a spreadsheet are read by the button", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((cells) => navigator.clipboard.writeText(cells), cells);
  await page.locator("button.paste").click();
  await opened(page, "貼り付けた表.tsv");
  assert.deepEqual((await table(page)).map((row) => row.join("|")), ["2024/4/1|本店|1,200", "2024/4/2|本店|1,350", "2024/4/3|本店|990"]);
  calm();
  await context.close();
});

test("cells copied in a spreadsheet are read by the keyboard", async () => {
  const { page, context, calm } = await visit(browser, server.url, { locale: "en-US" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((cells) => navigator.clipboard.writeText(cells), cells);
  await page.keyboard.press("Control+v");
  await opened(page, "pasted table.tsv");
  assert.equal((await table(page)).length, 3);
  calm();
  await context.close();
});

test("where the clipboard is closed there is a box to paste into", async () => {
  const { page, context, calm } = await visit(browser, server.url, { width: 390 });
  await page.locator("button.paste").click();
  const box = page.locator("#paste-text");
  await box.waitFor();
  await focused(page, "paste-text");
  await fits(page);
  await box.fill(cells);
  await page.locator(".paste-box .button-primary").click();
  await opened(page, "貼り付けた表.tsv");
  assert.equal(await box.count(), 0);
  assert.equal(await rowsRead(page), 3);
  calm();
  await context.close();
});

test("of two files that are dropped, the person chooses one", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await drop(page, "body", shops(), yearless());
  const names = page.locator(".several .option-name");
  assert.deepEqual(await names.allInnerTexts(), ["店.csv", "日報.csv"]);
  assert.equal(await page.locator(".facts").count(), 0, "nothing is read unasked");
  await page.locator(".several .option").nth(1).click();
  await opened(page, "日報.csv");
  assert.equal(await page.locator(".several").count(), 0);
  calm();
  await context.close();
});

test("a large file is given up at once, and what was there is still of use", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, path.join(samples, "customers/customers.csv"));
  await toChoice(page, tasks.predict);
  await start(page);
  await answer(page);
  const file = path.join(made, "large.csv");
  const row = (i) => `2024/${1 + (i % 12)}/${1 + (i % 28)},支店の名前その${i % 90},${1000 + ((i * 7919) % 9000)}\n`;
  const rows = Array.from({ length: 50_000 }, (_, i) => row(i)).join("");
  writeFileSync(file, `日付,店,売上\n${rows.repeat(28)}`);
  await page.locator("nav.steps button").nth(0).click();
  await choose(page, file);
  const reading = page.locator(".card.reading");
  await reading.locator("table.preview tbody tr").first().waitFor();
  assert.ok((await reading.locator("table.preview tbody tr").count()) > 50, "the first rows are there before the rest");
  await reading.getByRole("button").first().click();
  await reading.waitFor({ state: "detached", timeout: 2_000 });
  await opened(page, "customers.csv");
  // The answer of before is still there, and can still be saved.
  await page.locator("nav.steps button").nth(2).click();
  assert.ok((await save(page)).bytes.length > 100);
  await page.locator("nav.steps button").nth(0).click();
  await openFile(page, shops());
  calm();
  await context.close();
});

test("a file over the limit is refused before it is read", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  const file = path.join(made, "huge.csv");
  execFileSync("truncate", ["-s", "2G", file]);
  await choose(page, file);
  const card = page.locator(".card-error");
  await card.waitFor({ timeout: 2_000 });
  assert.match(await card.innerText(), /1GBまで/);
  assert.equal(await page.locator(".card.reading").count(), 0);
  calm();
  await context.close();
});
