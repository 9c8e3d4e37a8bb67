// Every page and state is open to everyone: no rule of axe is broken, in both languages, in the dark, narrow and wide.
import { test } from "node:test";
import { accessible } from "../stage/axe.mjs";
import { visit } from "../stage/browser.mjs";
import { answer, fits, openFile, openSample, start, tasks, toChoice } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";

const { server, browser } = await suite();

const looks = [
  { locale: "ja-JP", width: 1280, colorScheme: "light" },
  { locale: "en-US", width: 390, colorScheme: "dark" },
];

const journeys = [
  ["bakery", "パン屋の売上", "Sales of a bakery"],
  ["machine", "設備の温度", "Temperature of a machine"],
  ["shop_sales", "お店の買い物の記録", "Purchases at a shop"],
  ["customers", "会員リスト", "List of members"],
];

// Opens whatever is folded away.
async function unfold(page) {
  await page.locator("main details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
}

for (const look of looks) {
  const english = look.locale === "en-US";
  for (const [id, ja, en] of journeys) {
    test(`${id}: every step, ${look.locale}, ${look.width} wide, ${look.colorScheme}`, async () => {
      const { page, context, calm } = await visit(browser, server.url, { ...look, bypassCSP: true });
      await page.locator("button.sample").first().waitFor();
      await accessible(page, "start");
      await openSample(page, english ? en : ja);
      await accessible(page, "data");
      await toChoice(page);
      await unfold(page);
      await accessible(page, "settings");
      await start(page);
      await answer(page);
      await unfold(page);
      await accessible(page, "result");
      const table = page.locator("button.chart-turn").first();
      if (await table.count()) {
        await table.click();
        await accessible(page, "result as a table");
      }
      calm();
      await context.close();
    });
  }
}

test("trouble, questions and the paste box", async () => {
  const { page, context, calm } = await visit(browser, server.url, { bypassCSP: true });
  await openFile(page, { name: "a.csv", bytes: Buffer.from("日付,売上\n4月1日,3\n4月2日,4\n4月3日,5\n") });
  await accessible(page, "a question");
  await page.locator('input[type="file"]').first().setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: Buffer.from("") });
  await page.locator(".card-error").waitFor();
  await accessible(page, "trouble");
  await toChoice(page, tasks.anomaly);
  await accessible(page, "settings after trouble");
  calm();
  await context.close();
});

test("at 320 pixels, which is 400 percent of 1280, nothing has to be scrolled sideways", async () => {
  const { page, context, calm } = await visit(browser, server.url, { width: 320, height: 256 });
  await fits(page);
  await openSample(page, "会員リスト");
  await fits(page);
  await toChoice(page);
  await fits(page);
  await start(page);
  await answer(page);
  await fits(page);
  calm();
  await context.close();
});
