// After one visit the app needs no network; a new version waits until the person takes it.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { kept, visit } from "../stage/browser.mjs";
import { app } from "../stage/places.mjs";
import { serve } from "../stage/server.mjs";
import { suite } from "../stage/suite.mjs";

const { browser } = await suite({ served: false });

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

test("a new version waits, then takes over and removes the old one", async () => {
  assert.ok(await updated(), "no new version was seen waiting");
});

// One visit during which a release happens. False when the new version was not seen waiting.
async function updated() {
  const folder = await mkdtemp(path.join(tmpdir(), "sanpo-"));
  const copy = path.join(folder, "app");
  await cp(app, copy, { recursive: true });
  const server = await serve({ folder: copy });
  const { page, context } = await visit(browser, server.url);
  try {
    await kept(page);
    const [old] = await cacheNames(page);
    await release(copy);
    if (!(await waits(page))) return false;
    assert.ok((await cacheNames(page)).includes(old), "the version in use is still there");
    await takeOver(page, old);
    assert.equal((await cacheNames(page)).length, 1);
    return true;
  } finally {
    await context.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

// Looks for a new version for some seconds.
function waits(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    for (let look = 0; !registration.waiting && look < 16; look++) {
      await Promise.race([registration.update().catch(() => {}), new Promise((later) => setTimeout(later, 2_000))]);
      await new Promise((again) => setTimeout(again, 500));
    }
    return Boolean(registration.waiting);
  });
}

// A worker that was put to sleep may miss a message: it is said again until the old files are gone.
function takeOver(page, old) {
  return page.evaluate(async (old) => {
    const registration = await navigator.serviceWorker.getRegistration();
    for (let time = 0; time < 60 && (await caches.keys()).includes(old); time++) {
      registration.waiting?.postMessage("skip-waiting");
      await new Promise((again) => setTimeout(again, 500));
    }
  }, old);
}

// As a release does it: other bytes in one file, another version in the service worker.
async function release(folder) {
  const script = path.join(folder, "sw.js");
  const text = await readFile(script, "utf8");
  await writeFile(script, text.replace(/const VERSION = "[0-9a-f]+"/, 'const VERSION = "0000000000000000"'));
  // Web servers tell the age of a file in whole seconds: within the same second it would count as unchanged.
  const later = new Date(Date.now() + 5_000);
  await utimes(script, later, later);
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
