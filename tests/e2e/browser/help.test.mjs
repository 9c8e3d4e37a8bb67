// Help: its pages without a network and under the policy, words explained where they stand, the tour, the seminar mode.
import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, visit } from "../stage/browser.mjs";
import { answer, fits, openSample, start, tasks, toChoice } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const PAGES = ["guide", "glossary", "privacy", "speaker"];
const PATIENCE = { timeout: 60_000 };

const { server, browser } = await suite();

for (const [lang, width] of [["ja", 1280], ["en", 390]]) {
  test(`each help page opens by itself without a network, ${lang}, ${width} wide`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { width });
    await kept(page);
    await context.setOffline(true);
    for (const name of PAGES) {
      await page.goto(`${server.url}help/${lang}/${name}/`);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      assert.equal(await page.locator("h1").count(), 1);
      assert.equal(await page.locator("nav [aria-current=page]").count(), 1);
      assert.equal(await page.evaluate(() => document.styleSheets.length), 2, "the styles are there");
      await fits(page);
      for (const href of await links(page)) {
        assert.equal((await page.evaluate((to) => fetch(to).then((r) => r.status), href)), 200, href);
      }
    }
    // The other language and the way back.
    await page.locator("header a[lang]").click();
    await page.waitForURL(`**/help/${lang === "ja" ? "en" : "ja"}/speaker/`);
    await page.locator("header a").first().click();
    await page.locator("nav.steps").waitFor(PATIENCE);
    calm();
    await context.close();
  });
}

// Addresses that a page leads to.
function links(page) {
  return page.locator("a[href]").evaluateAll((all) => [...new Set(all.map((link) => link.href.split("#")[0]))]);
}

test("help opens over the page, which keeps its file", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  await page.locator("footer a", { hasText: "使い方" }).click();
  const help = page.locator("dialog.help-window");
  await help.locator("h1", { hasText: "使い方" }).waitFor(PATIENCE);
  await help.locator("nav a", { hasText: "用語集" }).click();
  await help.locator("h1", { hasText: "用語集" }).waitFor(PATIENCE);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  assert.ok(await page.locator(".facts", { hasText: "customers.csv" }).isVisible());
  calm();
  await context.close();
});

test("every word that a screen explains is in the glossary", async () => {
  for (const [lang, locale] of [["ja", "ja-JP"], ["en", "en-US"]]) {
    const { page, context, calm } = await visit(browser, server.url, { locale });
    const used = new Set();
    const gather = async () => {
      for (const href of await page.locator(".term a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) used.add(href);
    };
    await openSample(page, lang === "ja" ? "会員リスト" : "Member list");
    await gather();
    for (const task of [1, 3]) {
      await page.locator("nav.steps button").nth(1).click();
      await page.locator("label.task").nth(task).click();
      await page.locator("#settings-title").waitFor(PATIENCE);
      await gather();
      await start(page);
      await answer(page);
      await gather();
    }
    assert.ok(used.size >= 6, [...used].join(" "));
    const glossary = await (await context.newPage()).goto(`${server.url}help/${lang}/glossary/`).then((r) => r.text());
    for (const href of used) {
      assert.ok(href.startsWith(`./help/${lang}/glossary/#`), href);
      assert.ok(glossary.includes(`id="${href.split("#")[1]}"`), href);
    }
    calm();
    await context.close();
  }
});

test("a word is explained by pointing, and from the keyboard", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await openSample(page, "会員リスト");
  const mark = page.locator(".term").first();
  const says = mark.locator(".term-says");
  await mark.locator("button").hover();
  await says.waitFor();
  await says.hover();
  assert.ok(await says.isVisible(), "the explanation can be pointed at");
  await page.mouse.move(2, 2);
  await says.waitFor({ state: "hidden" });
  await mark.locator("button").focus();
  await page.keyboard.press("Enter");
  await says.waitFor();
  await page.keyboard.press("Escape");
  await says.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await says.locator("a").click();
  await page.locator("dialog .is-meant", { hasText: "読み込みメモ" }).waitFor(PATIENCE);
  calm();
  await context.close();
});

for (const [name, sample, task] of [
  ["forecast", "パン屋の売上", tasks.forecast],
  ["anomaly", "設備の温度", tasks.anomaly],
  ["segment", "お店の買い物の記録", tasks.segment],
  ["predict", "会員リスト", tasks.predict],
]) {
  test(`${name}: the result says how it came about`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { width: 390 });
    await openSample(page, sample);
    await toChoice(page, task);
    await start(page);
    await answer(page);
    const why = page.locator("details", { hasText: "なぜこの結果？" });
    await why.locator("summary").click();
    await why.locator(".sentences > *").nth(3).waitFor();
    assert.doesNotMatch(await why.innerText(), /NaN|undefined|Infinity/);
    await fits(page);
    calm();
    await context.close();
  });
}

test("the tour leads to an answer by the keyboard alone", async () => {
  const { page, context, calm } = await visit(browser, server.url);
  await page.getByRole("button", { name: "1分で試す" }).focus();
  await page.keyboard.press("Enter");
  const tour = page.getByRole("region", { name: "1分の案内" });
  for (const [place, thing] of [["1/4", ".facts"], ["2/4", "#columns-title"], ["3/4", ".start"], ["4/4", ".headline"]]) {
    await tour.getByText(place).waitFor(PATIENCE);
    await page.locator(thing).first().waitFor(PATIENCE);
    await page.waitForFunction(() => document.activeElement?.id === "tour-next");
    await page.keyboard.press("Enter");
  }
  await tour.waitFor({ state: "hidden" });
  calm();
  await context.close();
});

test("the tour ends by Esc and leaves everything as it is", async () => {
  const { page, context, calm } = await visit(browser, server.url, { width: 390 });
  await page.getByRole("button", { name: "1分で試す" }).click();
  await page.locator(".facts").waitFor(PATIENCE);
  await fits(page);
  await page.keyboard.press("Escape");
  await page.locator(".tour").waitFor({ state: "hidden" });
  assert.ok(await page.locator(".facts").isVisible());
  calm();
  await context.close();
});

test("in a seminar each step opens at the signal, and the next group starts afresh", async () => {
  const { page, context, calm } = await visit(browser, `${server.url}#seminar=1`, { width: 390 });
  const bar = page.getByRole("region", { name: "講習モード" });
  const says = (text) => bar.getByText(text).waitFor();
  const next = bar.getByRole("button", { name: "次のステップへ進めるようにする" });
  await says("いまはステップ1まで");
  await openSample(page, "会員リスト");
  await page.locator("main .button-primary").first().click();
  await says("合図のあとで進めます");
  assert.ok(await page.locator(".facts").isVisible(), "still at step 1");
  await next.click();
  await says("いまはステップ2まで");
  await toChoice(page);
  await page.locator("button.start").click();
  await says("合図のあとで進めます");
  await next.click();
  assert.equal(await next.count(), 0);
  await page.locator("button.start").click();
  await answer(page);
  await fits(page);
  await bar.getByRole("button", { name: "はじめに戻す" }).click();
  assert.ok(await page.locator(".headline").isVisible(), "one press forgets nothing");
  await Promise.all([
    page.waitForEvent("load"),
    bar.getByRole("button", { name: "もう一度押すと、ファイルと結果を消します" }).click(),
  ]);
  await says("いまはステップ1まで");
  await page.locator("button.sample").first().waitFor(PATIENCE);
  assert.equal(await page.locator(".facts").count(), 0);
  calm();
  await context.close();
});

test("an address of a later step does not lead past a seminar's signal", async () => {
  const { page, context, calm } = await visit(browser, `${server.url}#step=result&seminar=1`);
  await page.locator(".entrance").waitFor(PATIENCE);
  await page.evaluate(() => { location.hash = "step=choice&seminar=3"; });
  await page.getByText("合図のあとで進めます").waitFor();
  await page.locator(".entrance").waitFor();
  calm();
  await context.close();
});
