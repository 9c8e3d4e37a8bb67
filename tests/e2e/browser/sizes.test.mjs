// Enlarged, small, with fingers: every step of each task can be read without scrolling sideways, and everything can be hit.
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { choose } from "../stage/files.mjs";
import { touchable, whole } from "../stage/layout.mjs";
import { chooseColumn, openFile, start, tasks, toChoice } from "../stage/screen.mjs";
import { shop } from "../stage/shop.mjs";
import { suite } from "../stage/suite.mjs";
import { SAMPLES, walk } from "../stage/walk.mjs";

const { server, browser } = await suite();

// A screen of 1280 x 1024 enlarged to 200 and to 400 percent; a small phone; the usual one.
const SIZES = [
  { name: "200 percent", width: 640, height: 512 },
  { name: "400 percent", width: 320, height: 256 },
  { name: "320 wide", width: 320, height: 640, hasTouch: true, isMobile: true },
  { name: "390 wide", width: 390, height: 844, hasTouch: true, isMobile: true },
];

for (const [id, { name, ...size }] of SIZES.entries()) {
  for (const [at, { id: sample, ja, en }] of SAMPLES.entries()) {
    // Both languages, each task and each size once in one of them.
    const english = (id + at) % 2 === 1;
    test(`${sample}: no words are cut at ${name}, ${english ? "English" : "Japanese"}`, async () => {
      const { page, context, calm } = await visit(browser, server.url, { ...size, locale: english ? "en-US" : "ja-JP" });
      await walk(page, english ? en : ja, async (state) => {
        await whole(page, state);
        if (size.width === 390) await touchable(page, state);
      });
      calm();
      await context.close();
    });
  }
}

test("training, trouble, a question and the help window are whole at 400 percent", async () => {
  const { page, context, calm } = await visit(browser, server.url, { width: 320, height: 256 });
  await choose(page, { name: "x.csv", bytes: Buffer.alloc(0) });
  await page.locator(".card-error").waitFor();
  await whole(page, "trouble");
  await openFile(page, { name: "日報.csv", bytes: Buffer.from("日付,売上\n4月1日,3\n4月2日,4\n4月3日,5\n") });
  await whole(page, "a question");
  await page.locator("footer nav a").first().click();
  await page.locator("dialog.help-window h1").waitFor();
  await whole(page, "the help window");
  await page.keyboard.press("Escape");
  await openFile(page, shop({ items: 60, days: 900 }));
  await toChoice(page, tasks.forecast);
  await chooseColumn(page, "分ける項目", "商品");
  await start(page);
  await page.locator(".running .best", { hasText: /./ }).waitFor();
  await whole(page, "training");
  await page.locator(".running .cancel").click();
  await page.locator("button.start").waitFor();
  calm();
  await context.close();
});
