// Where things are. `cargo xtask test` says so in the environment; the defaults serve a test that is started by hand.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(fileURLToPath(import.meta.url), "../../../..");
const cache = process.env.SANPO_CACHE ?? path.join(homedir(), ".cache/sanpo");
const packages = process.env.SANPO_NODE ?? path.join(cache, "node");

export const app = process.env.SANPO_APP ?? path.join(root, "target/app");
export const samples = path.join(root, "sample_data");
export const chrome = process.env.CHROME ?? "/usr/bin/chromium";
const firefoxes = [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"];
export const firefox = firefoxes.find((path) => path && existsSync(path)) ?? null;
export const xtask = process.env.SANPO_XTASK ? [process.env.SANPO_XTASK] : ["cargo", "xtask"];
export const cli = process.env.SANPO_CLI ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(cache, "target"), "release/sanpo");
export { root };

// The packages lie in the cache, not beside the tests, so that a clean clone does not install them again.
export const packaged = createRequire(path.join(packages, "package.json"));

const sharedFolder = process.env.SANPO_SHARED ?? path.join(root, "../shared");

// A file beside the repository, or `null`: then a test says what it misses and is left out.
export function shared(name) {
  const file = path.join(sharedFolder, name);
  return existsSync(file) ? file : null;
}

// For `test(name, { skip: missing("data/x.csv") }, ...)`: false, or the reason.
export function missing(...names) {
  const gone = names.filter((name) => !shared(name));
  return gone.length > 0 && `not there: ${gone.map((name) => path.join(sharedFolder, name)).join(", ")}`;
}
