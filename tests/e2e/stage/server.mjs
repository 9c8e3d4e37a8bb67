// The real server of `cargo xtask serve`, as a process that a test can stop.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { app, root, xtask } from "./places.mjs";

// Serves a folder under the path `base`; `port` 0 takes a free one. SANPO_URL names a server that runs already.
export async function serve({ folder = app, base = "/", port = 0 } = {}) {
  if (process.env.SANPO_URL && base === "/" && folder === app) {
    return { url: process.env.SANPO_URL, stop: async () => {} };
  }
  const [program, ...before] = xtask;
  const options = [...before, "serve", folder, "--port", String(port), "--base", base];
  const child = spawn(program, options, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const url = await Promise.race([address(child), ended.then(() => null)]);
  if (!url) throw new Error(`the server did not start: ${program} ${options.join(" ")}`);
  // A test that fails half-way must not keep the process alive.
  child.unref();
  child.stdout.unref();
  process.once("exit", () => child.kill());
  const stop = async () => {
    child.ref();
    child.kill();
    await ended;
  };
  return { url, port: Number(new URL(url).port), stop };
}

function address(child) {
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve) => {
    lines.on("line", (line) => {
      const found = line.match(/http:\/\/localhost:\d+\/\S*/);
      if (found) resolve(found[0]);
    });
  });
}
