// Looks for what keeps people out: axe's rules for WCAG 2.2 AA and its best practices.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { packaged } from "./places.mjs";

const script = await readFile(packaged.resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Fails with the rules that the page breaks as it stands, and where; `without` are rules that cannot judge the state. The page
// must have been opened with `bypassCSP`.
export async function accessible(page, state, without = []) {
  await page.evaluate(script);
  const broken = await page.evaluate(async ([tags, without]) => {
    const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, rules });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 5).map((n) => `${n.target} ${n.failureSummary.split("\n").slice(1, 3).join(" ")}`).join("\n  ")}`);
  }, [tags, without]);
  assert.deepEqual(broken, [], `${state}:\n${broken.join("\n")}`);
}
