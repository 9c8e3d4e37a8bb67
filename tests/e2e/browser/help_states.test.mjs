// Help in each of its states is open to everyone: axe finds nothing, the focus goes in and comes back, Escape closes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../stage/axe.mjs";
import { visit } from "../stage/browser.mjs";
import { press, tabTo } from "../stage/keyboard.mjs";
import { fits, openSample } from "../stage/screen.mjs";
import { NO_FIREFOX, suite, withFirefox } from "../stage/suite.mjs";

const PAGES = ["guide", "glossary", "privacy", "speaker"];
const PATIENCE = { timeout: 60_000 };
const LOOKS = [
  { lang: "ja", locale: "ja-JP", width: 1280, colorScheme: "light", sample: "会員リスト" },
  { lang: "ja", locale: "ja-JP", width: 390, colorScheme: "dark", sample: "会員リスト" },
  { lang: "en", locale: "en-US", width: 1280, colorScheme: "dark", sample: "Member list" },
  { lang: "en", locale: "en-US", width: 390, colorScheme: "light", sample: "Member list" },
];

const { server, browser } = await suite();
const browsers = { chromium: browser, firefox: await withFirefox() };

// What has the focus, for a person who reads a failure.
const focus = (page) => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent.slice(0, 30)}`);

for (const { lang, sample, ...look } of LOOKS) {
  const name = `${lang}, ${look.width} wide, ${look.colorScheme}`;

  test(`axe finds nothing on the help pages, ${name}`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { ...look, bypassCSP: true });
    for (const folder of PAGES) {
      await page.goto(`${server.url}help/${lang}/${folder}/`);
      await accessible(page, folder);
    }
    calm();
    await context.close();
  });

  test(`axe finds nothing in the help window and on a word's explanation, ${name}`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { ...look, bypassCSP: true });
    await openSample(page, sample);
    await page.locator("footer nav a").first().click();
    const help = page.locator("dialog.help-window");
    for (const [at] of PAGES.entries()) {
      await help.locator(".help nav a").nth(at).click();
      await help.locator(".help nav li").nth(at).locator("[aria-current]").waitFor(PATIENCE);
      await accessible(page, PAGES[at]);
    }
    await page.keyboard.press("Escape");
    await page.locator(".term button").first().click();
    await page.locator(".term-says:popover-open").waitFor();
    await accessible(page, "a word explained");
    calm();
    await context.close();
  });

  test(`axe finds nothing on the tour, ${name}`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { ...look, bypassCSP: true });
    await page.locator(".entrance .buttons button").last().click();
    for (const thing of [".facts", "#columns-title", ".start", ".report[aria-busy=false]"]) {
      await page.locator(thing).first().waitFor(PATIENCE);
      await page.waitForFunction(() => document.activeElement?.id === "tour-next");
      await accessible(page, thing);
      await fits(page);
      await page.locator("#tour-next").click();
    }
    calm();
    await context.close();
  });

  test(`axe finds nothing in the seminar mode, ${name}`, async () => {
    const { page, context, calm } = await visit(browser, `${server.url}#seminar=1`, { ...look, bypassCSP: true });
    await accessible(page, "before a file");
    await openSample(page, sample);
    await page.locator("main .button-primary").first().click();
    await page.locator(".seminar [role=status]", { hasText: /./ }).waitFor();
    await accessible(page, "held back");
    await page.locator(".seminar button").last().click();
    await accessible(page, "asked whether to start over");
    await fits(page);
    calm();
    await context.close();
  });
}

for (const name of ["chromium", "firefox"]) {
  const skip = name === "firefox" && NO_FIREFOX;

  test(`the help pages lead to one another, ${name}`, { skip }, async () => {
    for (const { lang, locale } of [LOOKS[0], LOOKS[2]]) {
      const { page, context, calm } = await visit(browsers[name], server.url, { locale });
      await page.goto(`${server.url}help/${lang}/guide/`);
      const titles = new Set();
      for (const [at, folder] of PAGES.entries()) {
        await page.locator("nav a").nth(at).click();
        await page.waitForURL(`**/help/${lang}/${folder}/`);
        titles.add(await page.locator("h1").innerText());
        assert.ok((await page.title()).startsWith(await page.locator("h1").innerText()));
        assert.equal(await page.locator("nav [aria-current=page]").innerText(), await page.locator("h1").innerText());
        await fits(page);
      }
      assert.equal(titles.size, PAGES.length);
      await page.locator("header a").first().click();
      await page.locator("nav.steps").waitFor(PATIENCE);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      calm();
      await context.close();
    }
  });

  test(`the help window takes the focus, keeps it, and gives it back, ${name}`, { skip }, async () => {
    const { page, context, calm } = await visit(browsers[name], server.url);
    await page.locator("button.sample").first().waitFor(PATIENCE);
    const link = page.locator("footer nav a").first();
    const help = page.locator("dialog.help-window");
    const inside = () => help.evaluate((window) => window.contains(document.activeElement) && document.activeElement !== window);
    await press(page, link);
    await help.locator("h1").waitFor(PATIENCE);
    assert.ok(await inside(), await focus(page));
    // Another page in the same window: the focus is at its beginning, not lost with the link.
    const glossary = help.locator(".help nav a").nth(1);
    await press(page, glossary);
    await help.locator(".help nav li").nth(1).locator("[aria-current]").waitFor(PATIENCE);
    assert.ok(await inside(), await focus(page));
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
    assert.ok(await link.evaluate((element) => element === document.activeElement), await focus(page));
    // By its button, too, which stands before what is read.
    await page.keyboard.press("Enter");
    await help.locator(".help:focus").waitFor(PATIENCE);
    await page.keyboard.press("Shift+Tab");
    assert.ok(await help.locator("button").evaluate((button) => button === document.activeElement), await focus(page));
    await page.keyboard.press("Enter");
    await help.waitFor({ state: "hidden" });
    assert.ok(await link.evaluate((element) => element === document.activeElement), await focus(page));
    calm();
    await context.close();
  });

  test(`a word's explanation opens and closes by keys and leaves the focus, ${name}`, { skip }, async () => {
    const { page, context, calm } = await visit(browsers[name], server.url);
    await openSample(page, "会員リスト");
    const mark = page.locator(".term button").first();
    await tabTo(page, mark);
    await page.keyboard.press("Enter");
    const says = page.locator(".term-says:popover-open");
    await says.waitFor();
    await page.keyboard.press("Tab");
    assert.ok(await says.locator("a").evaluate((link) => link === document.activeElement), await focus(page));
    await page.keyboard.press("Escape");
    await says.waitFor({ state: "hidden" });
    assert.ok(await mark.evaluate((button) => button === document.activeElement), await focus(page));
    // More about it: the glossary, at that word.
    await page.keyboard.press("Enter");
    await press(page, page.locator(".term-says:popover-open a"));
    await page.locator("dialog .is-meant:focus").waitFor(PATIENCE);
    calm();
    await context.close();
  });
}
