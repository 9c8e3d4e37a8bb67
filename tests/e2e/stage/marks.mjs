// Where the focus is and what is chosen must be seen, whatever colours the person has set.
import assert from "node:assert/strict";

// Every stop of the Tab key has an outline; stops when it comes round, or after `most` of them.
export async function focusShows(page, state, most = 60) {
  const bare = new Set();
  await page.evaluate(() => document.activeElement?.blur());
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const seen = (e) => e && getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
      const name = `${e.tagName.toLowerCase()}.${e.getAttribute("class")} "${(e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 30)}"`;
      return { name, seen: Boolean(seen(e) || seen(e.closest("label"))) };
    });
    if (!at) break;
    if (!at.seen) bare.add(at.name);
  }
  assert.deepEqual([...bare], [], `${state}: no outline`);
}

// What is chosen among several looks otherwise than the rest, by more than a shadow.
export async function choiceShows(page, state) {
  const alike = await page.evaluate(() => {
    const chosen = "[aria-pressed=true], [aria-current]:not([aria-current=false]), .is-chosen, .is-current";
    const props = ["borderTopWidth", "borderTopStyle", "borderTopColor", "borderBottomWidth", "backgroundColor", "color", "outlineStyle", "outlineColor", "textDecorationLine", "fontWeight"];
    const look = (e) => [e, ...e.querySelectorAll("*")].flatMap((part) =>
      [null, "::before", "::after"].map((pseudo) => {
        const style = getComputedStyle(part, pseudo);
        return props.map((prop) => style[prop]).join() + (pseudo ? style.content : "") + (part.checked ?? "");
      })).join("|");
    const found = [];
    for (const one of document.querySelectorAll(chosen)) {
      if (!one.checkVisibility()) continue;
      const kind = one.classList[0];
      const others = [...document.querySelectorAll(kind ? `.${kind}` : one.tagName)].filter((e) =>
        e !== one && e.checkVisibility() && !e.matches(`${chosen}, :disabled, [aria-disabled=true]`) && e.tagName === one.tagName && e.children.length === one.children.length);
      if (others.some((e) => look(e) === look(one))) found.push(`${one.tagName}.${one.getAttribute("class")} "${one.textContent.slice(0, 30)}"`);
    }
    return found;
  });
  assert.deepEqual(alike, [], `${state}: looks like the rest`);
}
