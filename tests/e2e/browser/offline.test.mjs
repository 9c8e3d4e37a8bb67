// After one visit the app needs no network; a new version waits until the person takes it.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { kept, launch, visit } from "../stage/browser.mjs";
import { app } from "../stage/places.mjs";
import { serve } from "../stage/server.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

for (const base of ["/", "/some/sub/path/"]) {
  test(`the app starts again under ${base} when the server is gone`, async (t) => {
    const server = await serve({ base });
    t.after(server.stop);
    const { page, context, calm } = await visit(browser, server.url);
    await kept(page);
    await server.stop();
    await page.reload({ waitUntil: "load" });
    await page.locator("button.sample").first().waitFor();
    assert.ok(await everyFileAnswers(page), "a file is missing offline");
    calm();
    await context.close();
  });
}

test("a new version waits, then takes over and removes the old one", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "sanpo-"));
  const copy = path.join(folder, "app");
  await cp(app, copy, { recursive: true });
  const server = await serve({ folder: copy });
  t.after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  const { page, context } = await visit(browser, server.url);
  await kept(page);
  const [old] = await cacheNames(page);
  await release(copy);
  const waits = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    // An install that fails (a file did not come) is tried again by the browser at its next look.
    for (let look = 0; !registration.waiting && look < 60; look++) {
      await registration.update().catch(() => {});
      await new Promise((again) => setTimeout(again, 500));
    }
    return Boolean(registration.waiting);
  });
  assert.ok(waits);
  assert.ok((await cacheNames(page)).includes(old), "the version in use is still there");
  await page.evaluate(() => {
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting.postMessage("skip-waiting"));
    return changed.then(() => true);
  });
  await page.evaluate(async (old) => {
    while ((await caches.keys()).includes(old)) await new Promise((again) => setTimeout(again, 50));
  }, old);
  assert.equal((await cacheNames(page)).length, 1);
  await context.close();
});

// As a release does it: other bytes in one file, another version in the service worker.
async function release(folder) {
  const script = path.join(folder, "sw.js");
  const text = await readFile(script, "utf8");
  await writeFile(script, text.replace(/const VERSION = "[0-9a-f]+"/, 'const VERSION = "0000000000000000"'));
}

function cacheNames(page) {
  return page.evaluate(() => caches.keys());
}

function everyFileAnswers(page) {
  return page.evaluate(async () => {
    const [name] = await caches.keys();
    const files = await (await caches.open(name)).keys();
    const answers = await Promise.all(files.map(({ url }) => fetch(url).then(({ ok }) => ok, () => false)));
    return files.length > 5 && answers.every((ok) => ok);
  });
}
