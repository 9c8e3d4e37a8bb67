// How long a forecast of many series takes on the page, from the dropped file to the drawn report, and how smooth the page is
// meanwhile:
//
//   node tests/e2e/bench/forecast.mjs [ITEMS] [DAYS] [HORIZON]
//
// after `cargo xtask run` or `cargo xtask test app` has built the app. Times are the page's own `sanpo:*` measures; tasks of the page
// over 50 ms are those of the Long Tasks API; the progress bar is looked at every half second.
import { cpus } from "node:os";
import { launch, visit } from "../stage/browser.mjs";
import { answer, chooseColumn, opened, start, tasks, toChoice } from "../stage/screen.mjs";
import { serve } from "../stage/server.mjs";
import { shop } from "../stage/shop.mjs";

const [items = 500, days = 1096, horizon = 28] = process.argv.slice(2).map(Number);
const file = shop({ items, days });
const server = await serve();
const browser = await launch();
const { page } = await visit(browser, server.url);
await page.waitForFunction(() => performance.getEntriesByName("sanpo:engine").length > 0);
await page.evaluate(() => {
  window.long = [];
  new PerformanceObserver((list) => {
    window.long.push(...list.getEntries().map((e) => [Math.round(e.startTime), Math.round(e.duration)]));
  }).observe({ type: "longtask" });
});
await page.locator('input[type="file"]').first().setInputFiles({ name: file.name, mimeType: "text/csv", buffer: file.bytes });
await opened(page, file.name);
await toChoice(page, tasks.forecast);
await chooseColumn(page, "分ける項目", "商品");
await page.locator(".sentence select").last().selectOption({ label: "数を決める" });
await page.locator('.sentence input[type="number"]').fill(String(horizon));
await page.locator('.sentence input[type="number"]').press("Tab");
const began = await page.evaluate(() => performance.now());
await start(page);
const watched = page.evaluate(watch);
const headline = await answer(page);
await page.waitForFunction(() => performance.getEntriesByName("sanpo:report").length > 0);
const measures = await page.evaluate(() => performance.getEntriesByType("measure").map((m) => [m.name, m.startTime, m.duration]));
const long = await page.evaluate(() => window.long);
const bar = await watched;
await browser.close();
await server.stop();

console.log(`${items} items, ${(file.bytes.length / 1e6).toFixed(1)} MB, ${horizon} days ahead, ${cpus().length} cores`);
console.log(headline.split("\n")[0]);
for (const [name, at, duration] of measures) console.log(`${name.padEnd(13)} ${(duration / 1000).toFixed(2)} s  (from ${(at / 1000).toFixed(2)})`);
const end = Math.max(...measures.map(([, at, duration]) => at + duration));
console.log(`from the click to the drawn report ${((end - began) / 1000).toFixed(2)} s`);
console.log("progress by half seconds:", bar.join(" "));
console.log("tasks over 50 ms on the page [at, ms]:", JSON.stringify(long.filter(([at]) => at >= began - 50).map(([at, ms]) => [Math.round(at - began), ms])));

// In the page: what the progress bar says every half second, until the report stands.
function watch() {
  return new Promise((resolve) => {
    const seen = [];
    const timer = setInterval(() => {
      const bar = document.querySelector("[role=progressbar]");
      if (bar) seen.push(bar.getAttribute("aria-valuenow"));
      if (document.querySelector(".headline")) {
        clearInterval(timer);
        resolve(seen);
      }
    }, 500);
  });
}
