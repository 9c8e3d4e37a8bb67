// Real files, one or two a task: dropped, answered, saved; the saved bytes are those of the command line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { drop } from "../stage/files.mjs";
import { cli, missing, shared } from "../stage/places.mjs";
import { answer, opened, save, sheets, start, tasks, toChoice } from "../stage/screen.mjs";
import { folder, suite } from "../stage/suite.mjs";

const { server, browser } = await suite();
const made = folder();

// The header and the rows of one series of a long table.
function oneSeries(file, id) {
  const [header, ...rows] = readFileSync(shared(file), "utf8").split(/\r?\n/);
  return Buffer.from([header, ...rows.filter((row) => row.startsWith(`${id},`))].join("\n"));
}

const cases = [
  { file: "data/forecast/m3_monthly_train.csv", id: "N1402", task: "forecast", locale: "ja-JP" },
  { file: "data/forecast/walmart_weekly_train.csv", task: "forecast", locale: "ja-JP" },
  { file: "data/tohoku.csv", task: "forecast", locale: "en-US" },
  { file: "data/anomaly/tabular/glass.csv", task: "anomaly", locale: "ja-JP" },
  { file: "data/anomaly/nab/realKnownCause/nyc_taxi.csv", task: "anomaly", locale: "ja-JP" },
  { file: "data/customers/customers/wholesale.csv", task: "segment", locale: "ja-JP" },
  { file: "data/customers/transactions/cdnow_master.csv", task: "segment", locale: "ja-JP" },
  { file: "data/customers/tables/travel_insurance.csv", task: "predict", locale: "ja-JP" },
  { file: "data/customers/tables/travel_insurance.csv", task: "predict", locale: "en-US" },
  { file: "data/customers/tables/insurance_charges.csv", task: "predict", locale: "ja-JP" },
];

const english = {
  forecast: "Forecast what comes",
  anomaly: "Find what is unusual",
  segment: "Sort into similar groups",
  predict: "Predict for each row",
};

for (const { file, id, task, locale } of cases) {
  const lang = locale.slice(0, 2);
  test(`${path.basename(file)}: ${task}, ${lang}, as the command line does it`, { skip: missing(file) }, async () => {
    const name = path.basename(file);
    const bytes = id ? oneSeries(file, id) : readFileSync(shared(file));
    const { page, context, calm } = await visit(browser, server.url, { locale });
    await drop(page, "body", { name, bytes });
    await opened(page, name);
    await toChoice(page, lang === "ja" ? tasks[task] : english[task]);
    await start(page);
    assert.doesNotMatch(await answer(page), /NaN|undefined|Infinity/);
    const sheet = await save(page);
    assert.match(sheet.name, /\.csv$/);
    const plain = await save(page, sheets.plain);
    assert.ok(plain.bytes.equals(natively(name, bytes, task, lang)), "other digits than the command line");
    calm();
    await context.close();
  });
}

// What the command line writes for the same file with nothing chosen.
function natively(name, bytes, task, lang) {
  const source = path.join(made, name);
  const out = path.join(made, "out.csv");
  writeFileSync(source, bytes);
  execFileSync(cli, ["--lang", lang, task, source, "--out", out]);
  return readFileSync(out);
}
