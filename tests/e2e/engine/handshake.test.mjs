// The engine's two files start in a worker and speak.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { app } from "../stage/places.mjs";
import { suite } from "../stage/suite.mjs";
import { start } from "../stage/worker.mjs";

const { server, browser } = await suite();
const { page } = await visit(browser, server.url);

test("the worker says loaded, takes the module and says ready", async () => {
  const { said } = await start(page);
  assert.deepEqual(said, ["loaded", "ready"]);
});

test("several workers start from the page", async () => {
  const numbers = [];
  for (let count = 0; count < 3; count++) numbers.push((await start(page)).number);
  assert.equal(new Set(numbers).size, 3);
});

test("the engine has no way to the network", async () => {
  const html = await readFile(path.join(app, "index.html"), "utf8");
  const [script] = html.match(/name="sanpo-engine" content="([^"]+)"/)[1].split(" ");
  const glue = await readFile(path.join(app, script), "utf8");
  const imports = [...glue.matchAll(/__wbg_(\w+?)_[0-9a-f]{16}/g)].map((found) => found[1].toLowerCase());
  const doors = ["fetch", "xmlhttprequest", "websocket", "sendbeacon", "eventsource", "rtcpeerconnection", "webtransport"];
  for (const door of doors) assert.ok(!imports.some((name) => name.includes(door)), `the engine imports ${door}`);
});
