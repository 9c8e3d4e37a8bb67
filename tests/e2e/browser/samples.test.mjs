// Each sample leads to its answer with nothing typed, at both widths and in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { answer, fits, openSample, start, toChoice } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

const samples = [
  { ja: "パン屋の売上", en: "Bakery sales", widths: [1280, 390] },
  { ja: "設備の温度", en: "Machine temperature", widths: [390, 1280] },
  { ja: "お店の買い物の記録", en: "Shop purchases", widths: [1280, 390] },
  { ja: "会員リスト", en: "Member list", widths: [390, 1280] },
];
const languages = [["ja", "ja-JP"], ["en", "en-US"]];

const cases = samples.flatMap((names) => languages.map(([lang, locale], i) => [names[lang], lang, locale, names.widths[i]]));
for (const [name, lang, locale, width] of cases) {
  test(`${name}: three steps, ${width} wide`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { locale, width });
    await fits(page);
    await openSample(page, name);
    await fits(page);
    await toChoice(page);
    await fits(page);
    await start(page);
    const headline = await answer(page);
    assert.ok(headline.length > 5, headline);
    assert.doesNotMatch(headline, /NaN|undefined|Infinity/);
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    // Columns and answers of a sample are in the language of the page.
    if (lang === "en") assert.doesNotMatch(await page.locator("main").innerText(), /[ぁ-んァ-ヶ一-龠]/);
    assert.ok((await page.locator("figure.chart, table").count()) > 0, "an answer has something to look at");
    await fits(page);
    await measured(page);
    calm();
    await context.close();
  });
}

// Anyone can time the stages: they are marked with the User Timing API.
async function measured(page) {
  const names = await page.evaluate(() => performance.getEntriesByType("measure").map(({ name }) => name));
  for (const stage of ["engine", "read", "plan", "train", "report"]) {
    assert.ok(names.includes(`sanpo:${stage}`), `sanpo:${stage} is not measured: ${names}`);
  }
}

test("the browser's Back leads through the steps", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  await toChoice(page);
  await page.goBack();
  await page.locator(".facts").waitFor();
  await page.goForward();
  await page.locator("button.start").waitFor();
  calm();
  await context.close();
});

test("the keyboard does what the mouse does", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await page.locator("button.sample", { hasText: "会員リスト" }).first().focus();
  await page.keyboard.press("Enter");
  await page.locator(".facts").waitFor();
  await page.locator("nav.steps button").nth(1).focus();
  await page.keyboard.press("Enter");
  await page.locator("button.start").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "the focus is on the step's heading");
  await page.locator("button.start").focus();
  await page.keyboard.press("Enter");
  await answer(page);
  calm();
  await context.close();
});
