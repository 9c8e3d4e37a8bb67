// Nothing leaves the browser: not while a file is worked on, and not later. With the network off the digits are the same.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { kept, visit } from "../stage/browser.mjs";
import { samples } from "../stage/places.mjs";
import { save, tasks, wholeWay } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

// The browser asks its maker about accounts now and then; no page has a hand in that.
const BROWSERS_OWN = ["CONNECT accounts.google.com:443"];

// Planted in the file; must be nowhere else.
const CANARY = "KANARIA7391";

const { server, wire, browser } = await suite({ recorded: true });

async function marked() {
  const text = await readFile(path.join(samples, "customers/customers.csv"), "utf8");
  const bytes = Buffer.from(text.replaceAll("仙台市", CANARY).replace("地域", `地域${CANARY}`));
  return { name: `${CANARY}.csv`, bytes };
}

test("after the page is loaded no request is made, and the data are nowhere", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  const lines = [];
  page.on("console", (message) => lines.push(message.text()));
  await kept(page);
  const before = wire.sent.length;
  await wholeWay(page, await marked(), tasks.predict);
  await save(page);
  const tried = wire.sent.slice(before).map(({ method, url }) => `${method} ${url}`);
  assert.deepEqual(tried.filter((what) => !BROWSERS_OWN.includes(what)), []);
  for (const { url, text } of wire.sent) assert.ok(!text.includes(CANARY), `sent to ${url}`);
  assert.ok(!lines.join("\n").includes(CANARY), "written to the console");
  assert.ok(!(await stored(page)).includes(CANARY), "kept in the browser");
  calm();
  await context.close();
});

test("with the network off the saved file is the same, byte for byte", async () => {
  const file = path.join(samples, "customers/customers.csv");
  const results = [];
  for (const off of [false, true]) {
    const { page, context, calm } = await visit(browser, server.url);
    await kept(page);
    await context.setOffline(off);
    await wholeWay(page, file, tasks.predict);
    results.push((await save(page)).bytes);
    calm();
    await context.close();
  }
  assert.ok(results[0].equals(results[1]));
});

// Everything that the page could keep: storage, caches, databases, the address.
function stored(page) {
  return page.evaluate(async () => {
    const found = [location.href, document.cookie];
    for (const storage of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...storage }));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(name, request.url);
    }
    for (const { name } of await indexedDB.databases()) found.push(`database ${name}`);
    return found.join("\n");
  });
}
