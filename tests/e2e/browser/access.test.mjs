// Every page and state is open to everyone: no rule of axe is broken, in both languages, in the dark, narrow and wide.
import { test } from "node:test";
import { accessible } from "../stage/axe.mjs";
import { visit } from "../stage/browser.mjs";
import { openFile, tasks, toChoice } from "../stage/screen.mjs";
import { suite } from "../stage/suite.mjs";
import { SAMPLES, walk } from "../stage/walk.mjs";

const { server, browser } = await suite();

const looks = [
  { locale: "ja-JP", width: 1280, colorScheme: "light" },
  { locale: "en-US", width: 390, colorScheme: "dark" },
];

for (const look of looks) {
  for (const { id, ja, en } of SAMPLES) {
    test(`${id}: every step, ${look.locale}, ${look.width} wide, ${look.colorScheme}`, async () => {
      const { page, context, calm } = await visit(browser, server.url, { ...look, bypassCSP: true });
      await walk(page, look.locale === "en-US" ? en : ja, (state) => accessible(page, state));
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
