// A real Chromium, and a page in it that notes every trouble.
import assert from "node:assert/strict";
import { chrome, firefox as firefoxPath, packaged } from "./places.mjs";

const { chromium, firefox } = packaged("playwright-core");

// `proxy` is the address of a recorder (wire.mjs) through which everything must go, this computer's own addresses too.
export function launch({ proxy } = {}) {
  return chromium.launch({
    executablePath: chrome,
    // No calls home: where there is no network, they hold up the page's own requests.
    args: [
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    proxy: proxy && { server: proxy, bypass: "<-loopback>" },
  });
}

// A real Firefox, where there is one.
export function launchFirefox() {
  return firefox.launch({ channel: "moz-firefox", executablePath: firefoxPath });
}

// A page in a fresh profile. `troubles` gathers errors of the page and of its console; `calm()` fails when there are any.
export async function visit(browser, url, { locale = "ja-JP", width = 1280, height = 800, ...more } = {}) {
  const context = await browser.newContext({ locale, timezoneId: "Asia/Tokyo", viewport: { width, height }, ...more });
  const page = await context.newPage();
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on("crash", () => troubles.push("the page crashed"));
  if (url) {
    await page.goto(url, { waitUntil: "load" });
    // The page's own code starts after "load": a file dropped before that would go nowhere.
    await page.locator("nav.steps").waitFor();
  }
  return { context, page, troubles, calm: () => assert.deepEqual(troubles, []) };
}

// Waits until the service worker keeps every file and answers for this page.
export async function kept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((again) => setTimeout(again, 50));
  });
}
