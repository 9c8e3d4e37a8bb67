// What a person sees and touches, measured in the page.
import assert from "node:assert/strict";

// Nothing has to be scrolled sideways, and no words end at an edge behind which they go on.
export async function whole(page, state) {
  const found = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    const cut = [];
    if (scrollWidth > clientWidth) cut.push(`the page is ${scrollWidth} wide, the screen ${clientWidth}`);
    const name = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class")} "${e.textContent.trim().slice(0, 40)}"`;
    // What is for screen readers alone, what can be scrolled by itself, and what is not shown.
    const apart = (e) => e.closest(".hidden, svg, option, [hidden]") || !e.checkVisibility({ checkVisibilityCSS: true });
    const scrolls = (e) => e && (/(auto|scroll)/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode;
      const holder = text.parentElement;
      if (!text.textContent.trim() || apart(holder) || scrolls(holder)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1) cut.push(`off the screen: ${name(holder)} ${left}..${right}`);
      for (let e = holder; e && e !== document.body; e = e.parentElement) {
        if (/(hidden|clip)/.test(getComputedStyle(e).overflowX)) {
          const box = e.getBoundingClientRect();
          if (left < box.left - 1 || right > box.right + 1) cut.push(`cut by ${name(e)}: ${name(holder)}`);
        }
      }
    }
    for (const menu of document.querySelectorAll("select")) {
      const { left, right } = menu.getBoundingClientRect();
      if (!apart(menu) && !scrolls(menu) && (left < -1 || right > clientWidth + 1)) cut.push(`off the screen: ${name(menu)}`);
    }
    return cut;
  });
  assert.deepEqual(found, [], `${state}:\n${found.join("\n")}`);
}

// Whatever can be pressed can be hit 22 pixels from its middle in each direction. Links in a sentence are as high as its lines.
export async function touchable(page, state) {
  const small = await page.evaluate(() => {
    const things = "button, select, summary, input, textarea, nav a, header a, [role=button], .grid-link";
    const found = [];
    for (const thing of document.querySelectorAll(things)) {
      if (thing.closest(".hidden, dialog:not([open])") || !thing.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
      const target = thing.closest("label") ?? thing;
      target.scrollIntoView({ block: "center", inline: "center" });
      const { left, right, top, bottom } = target.getBoundingClientRect();
      if (right - left < 1 || bottom - top < 1) continue;
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const hits = (dx, dy) => {
        const there = document.elementFromPoint(x + dx, y + dy);
        return there && (target.contains(there) || there.closest("label")?.control === thing);
      };
      const high = bottom - top >= 43.5 || (hits(0, -21.5) && hits(0, 21.5));
      const wide = right - left >= 43.5 || (hits(-21.5, 0) && hits(21.5, 0));
      if (!high || !wide) {
        const size = `${Math.round(right - left)}x${Math.round(bottom - top)}`;
        found.push(`${size} ${thing.tagName.toLowerCase()}.${thing.getAttribute("class")} "${(thing.getAttribute("aria-label") ?? target.textContent).trim().slice(0, 30)}"`);
      }
    }
    scrollTo(0, 0);
    return [...new Set(found)];
  });
  assert.deepEqual(small, [], `${state}:\n${small.join("\n")}`);
}

// Nothing moves by itself or slides.
export async function still(page, state) {
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((e) => {
        const style = getComputedStyle(e);
        const takes = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
        return style.animationName !== "none" || takes(style.transitionDuration) || style.scrollBehavior === "smooth";
      })
      .map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class")}`));
  assert.deepEqual([...new Set(moving)], [], state);
}
