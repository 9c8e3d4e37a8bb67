// What a person does on the screen, in the page's own terms. The only file that knows how the page is marked up.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { choose } from "./files.mjs";

// Long enough for a slow machine with two cores.
const PATIENCE = { timeout: 240_000 };

export const tasks = {
  forecast: "これからの数を予測する",
  anomaly: "いつもと違うところを探す",
  segment: "似たもの同士に分ける",
  predict: "1行ごとに予測する",
};

// Step 1: chooses a file and waits until its name stands under "your file".
export async function openFile(page, file) {
  const name = typeof file === "string" ? file.split(/[/\\]/).pop() : file.name;
  await choose(page, file);
  await opened(page, name);
}

// Waits until a file of that name has been read.
export async function opened(page, name) {
  await page.locator(".facts", { hasText: name }).waitFor(PATIENCE);
}

// Step 1: presses the card of a sample.
export async function openSample(page, title) {
  await page.locator("button.sample", { hasText: title }).first().click();
  await page.locator(".facts").waitFor(PATIENCE);
}

// Step 1: the first rows as they stand on the screen, all that the page shows.
export async function table(page) {
  const more = page.locator("section:has(#preview-title) > button[aria-expanded=false]");
  if (await more.count()) await more.click();
  return page.locator("table.preview tbody").evaluate((body) =>
    [...body.rows].map((row) => [...row.cells].map((cell) => cell.innerText)));
}

// Step 1: the facts of the file by their names.
export function facts(page) {
  return page.locator(".facts").evaluate((list) =>
    Object.fromEntries([...list.children].map((line) => [...line.children].map((part) => part.innerText.trim()))));
}

// Step 1: how many rows were read.
export async function rowsRead(page) {
  return Number((await facts(page))["データの行"].replace(/\D/g, ""));
}

// Step 1: what each column holds, as its card says.
export async function cards(page) {
  const more = page.locator("section:has(#columns-title) > button[aria-expanded=false]");
  if (await more.count()) await more.click();
  const read = await page.locator(".column-card").evaluateAll((cards) =>
    cards.map((card) => ({
      name: card.querySelector("h3").textContent,
      badges: [...card.querySelectorAll(".badge")].map((badge) => badge.textContent),
      facts: Object.fromEntries([...card.querySelectorAll("dl div")].map((line) => [...line.children].map((part) => part.textContent))),
    })));
  const count = (text = "なし") => (text === "なし" ? 0 : Number(text.match(/^[\d,]+/)[0].replaceAll(",", "")));
  return read.map(({ name, badges, facts }) => ({
    name,
    type: badges[0],
    unit: facts["単位"] ?? null,
    unique: count(facts["値の種類"]),
    missing: count(facts["空らん"]) + count(facts["休み"]),
    made: badges.includes("自動で作った項目"),
  }));
}

// Step 1: the lines of the reading memo, and of the decisions below them.
export const memo = (page) => page.locator("ul.memo:not(.decided) > li");
export const decisions = (page) => page.locator("ul.decided > li");

// Step 1: the question that is open; its answers; the way on without one.
export const question = (page) => page.locator(".ask");
export const answers = (page) => page.locator(".ask .option");
export const pass = (page) => page.locator(".ask-pass");

// Does something that makes the page read its file again, and waits until it has.
export async function rereads(page, act) {
  const readings = () => page.evaluate(() => performance.getEntriesByName("sanpo:read").length);
  const before = await readings();
  await act();
  await page.waitForFunction((n) => performance.getEntriesByName("sanpo:read").length > n, before, PATIENCE);
}

// Step 2, with a task; without one the suggested task stays.
export async function toChoice(page, task) {
  await page.locator("nav.steps button").nth(1).click();
  if (task) await page.locator("label.task", { hasText: task }).click();
  await page.locator("#settings-title").waitFor(PATIENCE);
}

// Step 2: the menu, in the sentence, of the question of that name.
export const slot = (page, question) => page.locator(`.sentence select[aria-label*="${question}"]`);

// Step 2: the sentence as it reads, with the answers in force.
export function sentence(page) {
  return page.locator(".sentence").evaluate((all) =>
    [...all.children].map((part) => {
      const menu = part.querySelector("select");
      return menu ? `《${menu.selectedOptions[0]?.textContent}》` : part.querySelector(".slot-door")?.textContent ?? part.textContent;
    }).join(""));
}

// Step 2: waits until the settings have settled.
export const settled = (page) =>
  page.waitForFunction(() => document.querySelector(".form").getAttribute("aria-busy") === "false");

// Step 2: chooses a column in the question of that name.
export async function chooseColumn(page, question, column) {
  await slot(page, question).selectOption({ label: column });
  await settled(page);
}

// Step 2: opens the list of columns behind the sentence and takes all of them out.
export async function noColumns(page) {
  await page.locator(".slot-door").click();
  await page.getByRole("button", { name: "すべて外す" }).click();
  await settled(page);
}

// Step 2: unfolds the rest of the settings.
export const moreSettings = (page) => page.locator("details.settings summary").click();

// Step 2: starts the calculation with the settings as they are.
export async function start(page) {
  await page.locator("button.start").click();
}

// Step 3: waits for the answer, all of it, and gives its headline.
export async function answer(page) {
  const done = page.locator(".headline");
  const trouble = page.locator(".card-error");
  await done.or(trouble).first().waitFor(PATIENCE);
  assert.equal(await trouble.count(), 0, await trouble.allInnerTexts().then(String));
  await page.locator(".report[aria-busy=false]").waitFor(PATIENCE);
  return (await done.innerText()).trim();
}

// What can be saved, in the order of the buttons; those from `csv` on are unfolded first.
export const sheets = { workbook: 0, paper: 1, csv: 2, shiftJis: 3, plain: 4, project: 5 };

// Step 3: unfolds the other ways to save.
export async function moreWays(page) {
  const folded = page.locator(".downloads details:not([open]) > summary");
  if (await folded.count()) await folded.click();
}

// Step 3: saves a result (as CSV when nothing else is said); gives its name and bytes.
export async function save(page, sheet = sheets.csv) {
  if (sheet >= sheets.csv) await moreWays(page);
  return saved(page, page.locator(".downloads button").nth(sheet));
}

// Presses a button that saves a file; gives its name and bytes.
export async function saved(page, button) {
  const coming = page.waitForEvent("download", PATIENCE);
  await button.click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// From a file to its answer with nothing changed.
export async function wholeWay(page, file, task) {
  await openFile(page, file);
  await toChoice(page, task);
  await start(page);
  return answer(page);
}

// The page can be scrolled down but not sideways.
export async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
}
