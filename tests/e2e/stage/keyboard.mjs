// A person without a mouse.
import assert from "node:assert/strict";

// Presses Tab until the element has the focus.
export async function tabTo(page, locator) {
  const wanted = await locator.first().elementHandle();
  for (let presses = 0; presses < 400; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${locator} cannot be reached by Tab`);
}

// Goes to a button by Tab and presses it.
export async function press(page, locator) {
  await locator.first().waitFor({ timeout: 60_000 });
  await tabTo(page, locator);
  await page.keyboard.press("Enter");
}
