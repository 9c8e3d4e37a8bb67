// Every hard case is read on the screen as the command line reads it: the same rows, columns, types, gaps, memo and questions.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { visit } from "../stage/browser.mjs";
import { choose } from "../stage/files.mjs";
import { cli, missing, shared } from "../stage/places.mjs";
import { cards, facts, memo } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const CASES = "data/csv";

// Columns that the screen shows of a wide table.
const SHOWN = 200;

// What the screen calls the types.
// Signs of currencies as a Japanese screen says them.
const SAID = { "$": "ドル", "€": "ユーロ", "£": "ポンド", "¥": "円" };
const TYPES = { date: "日付", number: "数", category: "区分", text: "文章", id: "番号・コード", empty: "空" };

const { server, browser } = await suite();

test("the screen and the command line read every case alike", { skip: missing(CASES), timeout: 180_000 }, async () => {
  const files = readdirSync(shared(CASES)).filter((name) => /\.(csv|tsv|txt|xlsx|xlsm|xls|ods)$/i.test(name));
  const { page, context, calm } = await visit(browser, server.url);
  const differ = [];
  for (const name of files) {
    const file = path.join(shared(CASES), name);
    const [native, screen] = await Promise.all([natively(file), onScreen(page, file, name)]);
    try {
      assert.deepEqual(screen, native);
    } catch (difference) {
      differ.push(`${name}: ${difference.message}`);
    }
  }
  assert.deepEqual(differ, []);
  calm();
  await context.close();
});

// What is compared, from the command line.
async function natively(file) {
  const { stdout } = await promisify(execFile)(cli, ["inspect", "--json", file], { maxBuffer: 1 << 26 });
  const found = JSON.parse(stdout);
  if (found.outcome === "refuse") return "refused";
  const column = (made) => ({ name, type, unit, n_unique, n_missing }) =>
    ({ name, type: TYPES[type], unit: SAID[unit] ?? unit, unique: n_unique, missing: n_missing, made });
  const columns = [...found.columns.map(column(false)), ...found.made.map(column(true))];
  return {
    rows: found.data_rows,
    width: columns.length,
    encoding: found.sheet ? null : found.encoding,
    header: found.header_row === null ? "なし" : `${found.header_row + 1}行目`,
    columns: inOrder(columns.slice(0, SHOWN)),
    notes: found.notes.length,
    asked: found.ask.length > 0,
  };
}

// The same from the page.
async function onScreen(page, file, name) {
  await choose(page, file);
  const refused = page.locator(".card-error");
  await refused.or(page.locator(".facts", { hasText: name })).first().waitFor({ timeout: 20_000 });
  if (await refused.count()) return "refused";
  const said = await facts(page);
  return {
    rows: number(said["データの行"]),
    width: number(said["項目"]),
    encoding: said["文字コード"]?.replace(/（自動）$/, "") ?? null,
    header: said["項目名の行"],
    columns: inOrder(await cards(page)),
    notes: await memo(page).count(),
    asked: (await page.locator(".ask").count()) > 0,
  };
}

const number = (text) => Number(text.replace(/\D/g, ""));

// Columns that were made stand among the others on the screen and apart in JSON.
const inOrder = (columns) => columns.map((column) => JSON.stringify(column)).sort();
