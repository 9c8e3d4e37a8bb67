// A calculation is stopped, a worker dies: the page goes on and the data are still there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { samples } from "../stage/places.mjs";
import { answer, openFile, start, tasks, toChoice } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

// Rows enough for some seconds of work: the sample five times over.
async function many() {
  const [header, ...rows] = (await readFile(path.join(samples, "customers/customers.csv"), "utf8")).trim().split(/\r?\n/);
  return { name: "many.csv", bytes: Buffer.from([header, ...Array(5).fill(rows).flat()].join("\n")) };
}

async function started(question = "") {
  const visited = await visit(browser, server.url + question);
  await openFile(visited.page, await many());
  await toChoice(visited.page, tasks.predict);
  await start(visited.page);
  return visited;
}

// What a button saves, as text.
async function saved(page, button) {
  const download = page.waitForEvent("download");
  await button.click();
  return readFile(await (await download).path(), "utf8");
}

async function running() {
  const visited = await started();
  await visited.page.locator('[role="progressbar"]').waitFor();
  return visited;
}

test("a calculation can be stopped and started again", async () => {
  const { page, context, calm } = await running();
  await page.locator(".running .cancel").click();
  await page.locator("button.start").waitFor({ timeout: 2_000 });
  await start(page);
  await answer(page);
  calm();
  await context.close();
});

test("a panic in the engine shows a card, and the second run succeeds with the data still there", async () => {
  const { page, context } = await started("?provoke=panic");
  const card = page.locator(".card-error");
  await card.waitFor({ timeout: 60_000 });
  assert.ok((await card.innerText()).length > 20);
  const record = await saved(page, card.getByRole("button", { name: "記録を保存する" }));
  assert.match(record, /^Sanpo \d+\.\d+\.\d+\nstep: choice\nstage: \S.*\ninternal: \S/);
  const { name, bytes } = await many();
  const [header, ...rows] = bytes.toString().split("\n").map((line) => line.split(","));
  for (const theirs of [name, ...header, ...rows.slice(0, 200).map((row) => row[0])]) {
    assert.ok(!record.includes(theirs), `${theirs} in ${record}`);
  }
  await toChoice(page, tasks.predict);
  await start(page);
  assert.ok(await answer(page));
  await context.close();
});

test("a worker that dies is replaced: the answer comes, or a card says what to do", async () => {
  const { page, context } = await running();
  // As the browser reports it when the engine breaks down.
  for (const worker of page.workers()) {
    await worker.evaluate(() => setTimeout(() => { throw new Error("broken on purpose"); })).catch(() => {});
  }
  const card = page.locator(".card-error");
  await page.locator(".headline").or(card).first().waitFor({ timeout: 240_000 });
  if (await card.count()) {
    await toChoice(page, tasks.predict);
    await start(page);
    await page.locator(".headline").waitFor({ timeout: 240_000 });
  }
  assert.ok(await page.locator(".headline").innerText());
  await context.close();
});
