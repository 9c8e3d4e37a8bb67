// The whole way of each sample, with a look at every state on it.
import { answer, openSample, start, toChoice } from "./screen.mjs";

// Each task's sample: how its card is called.
export const SAMPLES = [
  { id: "bakery", ja: "パン屋の売上", en: "Bakery sales" },
  { id: "machine", ja: "設備の温度", en: "Machine temperature" },
  { id: "shop_sales", ja: "お店の買い物の記録", en: "Shop purchases" },
  { id: "customers", ja: "会員リスト", en: "Member list" },
];

// From the start to the answer of the sample with that title, everything unfolded; `look` is called with the name of each state.
export async function walk(page, title, look) {
  await page.locator("button.sample").first().waitFor();
  await look("start");
  await openSample(page, title);
  await look("data");
  await toChoice(page);
  await unfold(page);
  await look("settings");
  await start(page);
  await answer(page);
  await unfold(page);
  await look("result");
  const table = page.locator("button.chart-turn").first();
  if (await table.count()) {
    await table.click();
    await look("result as a table");
  }
}

// Opens whatever is folded away.
async function unfold(page) {
  await page.locator("main details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
}
