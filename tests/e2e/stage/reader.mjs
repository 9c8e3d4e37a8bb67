// What a screen reader gets of the page: its outline, its landmarks, and what is said without being asked for.
import assert from "node:assert/strict";

// Must run before the page does: notes what comes into live regions, and where the focus goes.
export async function listen(context) {
  await context.addInitScript(() => {
    window.said = [];
    const live = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const text = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : node.innerText ?? node.textContent ?? "").replace(/\s+/g, " ").trim();
    const say = (how, words) => words && window.said.push(`${how}: ${words}`);
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        for (const node of type === "characterData" ? [target] : addedNodes) {
          const at = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
          // A region that comes with its words is passed over, unless it is an alert.
          const region = at?.parentElement?.closest(live) ?? (node.nodeType === Node.TEXT_NODE ? at?.closest(live) : null);
          const alert = at?.matches?.("[role=alert]") ? at : at?.querySelector?.("[role=alert]");
          if (region) say(region.matches("[role=alert], [aria-live=assertive]") ? "alert" : "status", text(node));
          else if (alert) say("alert", text(alert));
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
    document.addEventListener("focusin", ({ target }) => {
      const described = target.getAttribute("aria-describedby")?.split(" ").map((id) => document.getElementById(id)?.innerText ?? "") ?? [];
      say("focus", [target.getAttribute("aria-label") ?? target.innerText ?? "", ...described].join(" ").slice(0, 300));
    });
  });
}

// What was said since the last time.
export const said = (page) => page.evaluate(() => window.said.splice(0));

// One first heading, no level left out, nothing without a name.
export async function structured(page, state) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const heard = nodes.filter((node) => !node.ignored);
  const role = (node) => node.role?.value;
  const name = (node) => node.name?.value.trim() ?? "";
  const wrong = [];
  const levels = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) =>
    all.filter((h) => h.checkVisibility()).map((h) => ({ level: Number(h.tagName[1]), text: h.innerText.trim() })));
  if (levels.filter(({ level }) => level === 1).length !== 1) wrong.push("not one first heading");
  if (levels[0]?.level !== 1) wrong.push(`the first heading is "${levels[0]?.text}"`);
  levels.forEach(({ level, text }, i) => {
    if (i > 0 && level > levels[i - 1].level + 1) wrong.push(`"${text}" leaves a level out`);
    if (!text) wrong.push("a heading without words");
  });
  for (const one of ["banner", "main", "contentinfo"]) {
    if (heard.filter((node) => role(node) === one).length !== 1) wrong.push(`not one ${one}`);
  }
  const landmarks = heard.filter((node) => ["navigation", "region", "dialog"].includes(role(node)));
  const names = landmarks.map((node) => `${role(node)} "${name(node)}"`);
  wrong.push(...landmarks.filter((node) => !name(node)).map((node) => `a ${role(node)} without a name`));
  wrong.push(...names.filter((twice, i) => names.indexOf(twice) !== i).map((twice) => `two of ${twice}`));
  const needs = ["button", "link", "combobox", "textbox", "spinbutton", "checkbox", "radio", "slider", "application", "image", "img", "table", "progressbar"];
  wrong.push(...heard.filter((node) => needs.includes(role(node)) && !name(node)).map((node) => `a ${role(node)} without a name`));
  assert.deepEqual(wrong, [], `${state}:\n${wrong.join("\n")}`);
}
