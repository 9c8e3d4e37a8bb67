// Each task from the start to a saved file, in Chromium and in Firefox: by mouse alone, by keyboard alone, in both languages;
// and the same digits in both browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { press, tabTo } from "../stage/keyboard.mjs";
import { answer, moreWays, openSample, sheets, start, toChoice } from "../stage/screen.mjs";
import { NO_FIREFOX, suite, withFirefox } from "../stage/suite.mjs";

const { server, browser } = await suite();
const browsers = { chromium: browser, firefox: await withFirefox() };

const skip = { chromium: false, firefox: NO_FIREFOX };
const journeys = [
  { task: "forecast", ja: "パン屋の売上", en: "Bakery sales" },
  { task: "anomaly", ja: "設備の温度", en: "Machine temperature" },
  { task: "segment", ja: "お店の買い物の記録", en: "Shop purchases" },
  { task: "predict", ja: "会員リスト", en: "Member list" },
];

const results = {};

// What the page gives to the browser to be saved: Firefox, driven from outside, does not tell of downloads.
async function watchSaving(page) {
  await page.addInitScript(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.lastSaved = blob;
      return create.call(URL, blob);
    };
  });
  return async () => {
    await page.waitForFunction(() => window.lastSaved?.size > 0);
    return page.evaluate(async () => {
      const bytes = new Uint8Array(await window.lastSaved.arrayBuffer());
      return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    });
  };
}

for (const name of ["chromium", "firefox"]) {
  for (const { task, ja, en } of journeys) {
    test(`${task} by mouse, ${name}, Japanese`, { skip: skip[name] }, async () => {
      const { page, context, calm } = await visit(browsers[name], null);
      const saved = await watchSaving(page);
      await page.goto(server.url);
      await page.locator("nav.steps").waitFor();
      await openSample(page, ja);
      await toChoice(page);
      await start(page);
      const headline = await answer(page);
      await moreWays(page);
      await page.locator(".downloads button").nth(sheets.plain).click();
      const bytes = await saved();
      results[task] ??= { headline, bytes };
      assert.equal(headline, results[task].headline);
      assert.equal(bytes, results[task].bytes, "the same digits in both browsers");
      calm();
      await context.close();
    });

    test(`${task} by keyboard, ${name}, English`, { skip: skip[name] }, async () => {
      const { page, context, calm } = await visit(browsers[name], null, { locale: "en-US" });
      const saved = await watchSaving(page);
      await page.goto(server.url);
      await page.locator("nav.steps").waitFor();
      await press(page, page.locator("button.sample", { hasText: en }));
      await page.locator(".facts").waitFor({ timeout: 60_000 });
      await press(page, page.locator("main .buttons button.button-primary"));
      await press(page, page.locator("button.start"));
      assert.ok((await answer(page)).length > 10);
      await press(page, page.locator(".downloads summary"));
      const button = page.locator(".downloads button").nth(sheets.csv);
      await tabTo(page, button);
      await page.keyboard.press("Enter");
      assert.ok((await saved()).startsWith("\ufeff"), "a CSV file that Excel opens right");
      calm();
      await context.close();
    });
  }
}
