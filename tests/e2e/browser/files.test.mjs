// Files of all kinds: dropped, wrong, real.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { choose, drop } from "../stage/files.mjs";
import { samples } from "../stage/places.mjs";
import { opened, openFile, save, tasks, wholeWay } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

test("a file that is dropped is read", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await drop(page, "body", path.join(samples, "tohoku/tohoku.csv"));
  await opened(page, "tohoku.csv");
  await page.locator("table", { hasText: "宮城県" }).first().waitFor();
  calm();
  await context.close();
});

const odd = {
  "a PDF": { name: "請求書.pdf", bytes: Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "latin1") },
  "an empty file": { name: "empty.csv", bytes: Buffer.alloc(0) },
  "a web page": { name: "export.csv", bytes: Buffer.from("<!DOCTYPE html><html><body><table></table></body></html>") },
  "a header alone": { name: "header.csv", bytes: Buffer.from("日付,売上\r\n") },
};

for (const [what, file] of Object.entries(odd)) {
  test(`${what} is refused in words, and the next file is read`, async () => {
    const { page, context, calm } = await visit(browser, server.url);
    await choose(page, file);
    const card = page.locator('[role="alert"] .card-error');
    await card.waitFor();
    assert.ok((await card.innerText()).length > 20);
    await openFile(page, path.join(samples, "customers/customers.csv"));
    assert.equal(await card.count(), 0, "the trouble is gone with the next file");
    calm();
    await context.close();
  });
}

test("cells that look like formulas are saved as text", async () => {
  const rows = ["名前,年齢,地域"];
  for (let index = 0; index < 60; index++) rows.push(`${index === 3 ? "=1+1" : `客${index}`},${20 + (index * 7) % 50},${index % 3 ? "東" : "西"}`);
  const { page, context } = await visit(browser, server.url);
  await wholeWay(page, { name: "客.csv", bytes: Buffer.from(rows.join("\r\n")) }, tasks.anomaly);
  const { name, bytes } = await save(page);
  assert.match(name, /\.csv$/);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "Excel needs the byte order mark");
  assert.doesNotMatch(bytes.toString("utf8"), /(^|,|\n|")=1\+1/);
  await context.close();
});
