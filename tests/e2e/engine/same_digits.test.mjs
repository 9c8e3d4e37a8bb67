// The same file gives the same digits: every byte that the native engine says, the engine in a worker says too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { suite } from "../stage/suite.mjs";
import { conversations } from "../stage/transcript.mjs";
import { ask, start } from "../stage/worker.mjs";

const { server, browser } = await suite();
const { page } = await visit(browser, server.url);

for (const [file, turns] of conversations()) {
  test(`${file}: native and WebAssembly say the same`, async () => {
    const { number } = await start(page);
    for (const [index, { command, events }] of turns.entries()) {
      const heard = await ask(page, number, command, events.length);
      assert.equal(heard.error, undefined, `turn ${index}: the worker broke`);
      assert.equal(heard.events.length, events.length, `turn ${index}: number of events`);
      for (const [place, expected] of events.entries()) {
        same(heard.events[place].head, expected.head, `turn ${index}, event ${place}, head`);
        same(heard.events[place].body, expected.body, `turn ${index}, event ${place}, body`);
      }
    }
    await page.evaluate((number) => window.engines[number].terminate(), number);
  });
}

// Says where the first difference is: a report of a megabyte is no message.
function same(heard, expected, where) {
  if (heard === expected) return;
  const [a, b] = [heard, expected].map((text) => Buffer.from(text ?? "", "base64"));
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  assert.fail(`${where}: ${a.length} bytes against ${b.length}, different from byte ${at}`);
}
