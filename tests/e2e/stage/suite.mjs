// What every file of tests needs, opened before its tests and closed after them, whatever became of them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { launch, launchFirefox } from "./browser.mjs";
import { firefox } from "./places.mjs";
import { serve } from "./server.mjs";
import { wiretap } from "./wire.mjs";

// The server, unless the tests start their own, and Chromium. With `recorded` all that it sends goes through `wire`.
export async function suite({ served = true, recorded = false } = {}) {
  const open = [];
  after(async () => {
    for (const close of open.reverse()) await close();
  });
  const server = served ? await serve() : null;
  if (server) open.push(server.stop);
  const wire = recorded ? await wiretap() : null;
  if (wire) open.push(wire.stop);
  const browser = await launch({ proxy: wire?.proxy });
  open.push(() => browser.close());
  return { server, wire, browser };
}

// Firefox, or `null` where there is none: then a test is left out by `skip: NO_FIREFOX`.
export async function withFirefox() {
  if (!firefox) return null;
  const browser = await launchFirefox();
  after(() => browser.close());
  return browser;
}

// For `test(name, { skip: NO_FIREFOX }, ...)`: false, or the reason.
export const NO_FIREFOX = firefox ? false : "there is no Firefox: apt-get install firefox-esr";

// A folder of its own for files that a test makes.
export function folder() {
  const made = mkdtempSync(path.join(tmpdir(), "sanpo-"));
  after(() => rmSync(made, { recursive: true }));
  return made;
}
