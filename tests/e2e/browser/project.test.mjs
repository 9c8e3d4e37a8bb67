// A result is taken along as a workbook and as a project; the project goes on where it stopped, and next month with new data.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { choose } from "../stage/files.mjs";
import { answer, moreWays, openFile, opened, save, sheets, start, tasks, toChoice, wholeWay } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

// Sales of two shops over the first days of 2024, the amount under this heading.
function sales(days, heading) {
  const lines = [`日付,店舗,${heading}`];
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    for (const [shop, level] of [["本店", 300], ["駅前店", 200]]) {
      lines.push(`${date},${shop},${level + [0, 5, 10, 20, 60, 120, 80][day % 7] + ((day * 7) % 11)}`);
    }
  }
  return { name: "売上.csv", bytes: Buffer.from(lines.join("\n")) };
}

// The last so many days of them: an export that always holds as many rows.
function lastDays(days, all, heading) {
  const [head, ...lines] = sales(all, heading).bytes.toString().split("\n");
  return { name: "売上5月.csv", bytes: Buffer.from([head, ...lines.slice(-2 * days)].join("\n")) };
}

// The buttons that stand out on step 1.
const primary = (page) => page.locator("main .button-primary:visible").allInnerTexts();

test("next month's file can be chosen right under the result", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await wholeWay(page, sales(140, "売上"), tasks.forecast);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "別のファイルで始める" }).click();
  const { bytes } = sales(154, "売上");
  await (await chooser).setFiles({ name: "売上5月.csv", mimeType: "text/csv", buffer: bytes });
  await opened(page, "売上5月.csv");
  assert.deepEqual(await primary(page), ["知りたいことを選ぶ"]);
  calm();
  await context.close();
});

test("a project with its data comes back with the same result", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  const first = await wholeWay(page, sales(140, "売上"), tasks.forecast);
  const csv = await save(page);
  const workbook = await save(page, sheets.workbook);
  assert.match(workbook.name, /売上_forecast\.xlsx$/);
  assert.equal(workbook.bytes.subarray(0, 2).toString(), "PK");
  const project = await save(page, sheets.project);
  assert.match(project.name, /売上_forecast\.sanpo$/);
  await page.reload();
  await page.locator("nav.steps").waitFor();
  await page.locator("nav.steps button").first().click();
  await choose(page, project);
  assert.equal(await answer(page), first);
  assert.deepEqual((await save(page)).bytes, csv.bytes);
  await page.getByText("来月のファイルを選ぶと、同じ設定で続きができます。").waitFor();
  // Its result is there: what is left is another file.
  await page.locator("nav.steps button").first().click();
  await page.locator(".project", { hasText: "来月のファイルを選ぶと" }).waitFor();
  assert.deepEqual(await primary(page), ["知りたいことを選ぶ"]);
  calm();
  await context.close();
});

test("next month the columns are found again, and the last forecast is checked", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await wholeWay(page, sales(140, "売上"), tasks.forecast);
  await moreWays(page);
  await page.locator(".downloads input[type=checkbox]").uncheck();
  const project = await save(page, sheets.project);
  assert.ok(!project.bytes.includes(Buffer.from("2024-01-01,本店")), "the data were not to be in it");
  await page.reload();
  await page.locator("nav.steps button").first().click();
  await choose(page, project);
  await page.locator(".project", { hasText: "新しいファイルを選ぶと" }).waitFor();
  await openFile(page, { ...sales(154, "売上高"), name: "売上5月.csv" });
  const card = page.locator(".project");
  await card.getByText("「売上」→「売上高」").waitFor();
  assert.deepEqual(await primary(page), ["前回と同じ設定で計算する"]);
  await card.locator("button.button-primary").click();
  await answer(page);
  const check = page.locator("section", { has: page.getByRole("heading", { name: "答え合わせ" }) });
  assert.match(await check.innerText(), /前回の予測は平均.*実際は平均.*28回のうち/s);
  // Whoever looks at the settings and starts from there gets the same check.
  await page.getByRole("button", { name: "設定を変えて試す" }).first().click();
  await start(page);
  await answer(page);
  assert.match(await check.innerText(), /前回の予測は平均.*実際は平均.*28回のうち/s);
  calm();
  await context.close();
});

test("a file of as many rows as the former one is checked too", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await wholeWay(page, sales(140, "売上"), tasks.forecast);
  const project = await save(page, sheets.project);
  await page.reload();
  await page.locator("nav.steps button").first().click();
  await choose(page, project);
  await answer(page);
  await page.locator("nav.steps button").first().click();
  await openFile(page, lastDays(140, 154, "売上"));
  await toChoice(page, tasks.forecast);
  await start(page);
  await answer(page);
  await page.getByRole("heading", { name: "答え合わせ" }).waitFor();
  assert.equal(await page.getByText("来月のファイルを選ぶと、同じ設定で続きができます。").count(), 0);
  calm();
  await context.close();
});

test("a column that is gone is named, and the settings are shown", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await wholeWay(page, sales(140, "売上"), tasks.forecast);
  const project = await save(page, sheets.project);
  await page.locator("nav.steps button").first().click();
  await choose(page, project);
  await answer(page);
  await page.locator("nav.steps button").first().click();
  const bytes = sales(60, "売上").bytes.toString().replaceAll(/^([^,]*),[^,]*,/gm, "$1,");
  await openFile(page, { name: "ほか.csv", bytes });
  const card = page.locator(".project");
  await card.getByText("「店舗」：見つかりません").waitFor();
  await card.locator("button.button-primary").click();
  await page.locator("button.start").waitFor();
  calm();
  await context.close();
});

test("a damaged project is refused kindly and loses nothing", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openFile(page, sales(60, "売上"));
  await toChoice(page, tasks.forecast);
  await start(page);
  await answer(page);
  const project = await save(page, sheets.project);
  project.bytes[40] ^= 0x20;
  await page.locator("nav.steps button").first().click();
  for (const bytes of [project.bytes, project.bytes.subarray(0, 30), Buffer.from("SANPO"), Buffer.alloc(0)]) {
    await choose(page, { name: "こわれた.sanpo", bytes });
    await page.locator(".card-error", { hasText: "こわれています" }).waitFor();
  }
  await opened(page, "売上.csv");
  calm();
  await context.close();
});
