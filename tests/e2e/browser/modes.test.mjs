// A person's own colours, and no motion: axe finds nothing, focus and choice are seen, nothing moves.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../stage/axe.mjs";
import { visit } from "../stage/browser.mjs";
import { still } from "../stage/layout.mjs";
import { choiceShows, focusShows } from "../stage/marks.mjs";
import { suite } from "../stage/suite.mjs";
import { SAMPLES, walk } from "../stage/walk.mjs";

// The person's colours have the contrast that the person wants. axe asks for `-webkit-text-fill-color`, for which Chromium gives
// the colour of before they were forced.
const OWN_COLOURS = ["color-contrast"];

const { server, browser } = await suite();

for (const [at, { id, ja, en }] of SAMPLES.entries()) {
  const english = at % 2 === 1;
  const look = { locale: english ? "en-US" : "ja-JP", colorScheme: at < 2 ? "dark" : "light" };

  test(`${id}: forced colours, ${look.colorScheme}`, async () => {
    const options = { ...look, forcedColors: "active", bypassCSP: true };
    const { page, context, calm } = await visit(browser, server.url, options);
    assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    await walk(page, english ? en : ja, async (state) => {
      await accessible(page, state, OWN_COLOURS);
      await choiceShows(page, state);
      await focusShows(page, state);
    });
    calm();
    await context.close();
  });

  test(`${id}: focus and choice are seen, nothing moves, ${look.colorScheme}`, async () => {
    const { page, context, calm } = await visit(browser, server.url, { ...look, reducedMotion: "reduce" });
    await walk(page, english ? en : ja, async (state) => {
      await still(page, state);
      await choiceShows(page, state);
      await focusShows(page, state);
    });
    calm();
    await context.close();
  });
}
