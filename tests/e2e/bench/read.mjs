// How long the page takes to read a file, and how much memory the worker's WebAssembly then holds:
//
//   node tests/e2e/bench/read.mjs FILE [TIMES]
//
// after `cargo xtask run` or `cargo xtask test app` has built the app. Time is the page's own measure `sanpo:read`; the first rows
// are timed by watching the page for a table. WebAssembly's memory never shrinks, so its size afterwards is its peak; DevTools'
// protocol finds the memory objects in each worker's heap (`Runtime.queryObjects`).
import { launch, visit } from "../stage/browser.mjs";
import { opened } from "../stage/screen.mjs";
import { serve } from "../stage/server.mjs";

const [file, times = "3"] = process.argv.slice(2);
if (!file) {
  console.error("usage: node tests/e2e/bench/read.mjs FILE [TIMES]");
  process.exit(2);
}
const server = await serve();
const browser = await launch();
for (let time = 0; time < Number(times); time++) console.log(await once());
await browser.close();
await server.stop();

async function once() {
  const { page, context } = await visit(browser, server.url);
  await page.waitForFunction(() => performance.getEntriesByName("sanpo:engine").length > 0);
  const workers = await devtools(context, page);
  const rows = page.evaluate(firstRows);
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await opened(page, file.split(/[/\\]/).pop());
  const read = await page.evaluate(() => performance.getEntriesByName("sanpo:read").at(-1));
  const shown = (await rows) - read.startTime;
  const sizes = await workers.memories();
  await context.close();
  const megabytes = sizes.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(", ");
  return `first rows ${shown.toFixed(0)} ms, all read ${read.duration.toFixed(0)} ms, memory of the workers ${megabytes}`;
}

// In the page: the time at which the first row of a table appears.
function firstRows() {
  return new Promise((resolve) => {
    const look = () => (document.querySelector("table tbody tr") ? resolve(performance.now()) : requestAnimationFrame(look));
    look();
  });
}

// A connection to the page's workers, which the page's own session passes on.
async function devtools(context, page) {
  const session = await context.newCDPSession(page);
  const workers = [];
  const waiting = new Map();
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.push(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    waiting.get(id)?.(error ? {} : result);
    waiting.delete(id);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let last = 0;
  const ask = (sessionId, method, params) =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
    });
  const size = async (worker) => {
    const { result: type } = await ask(worker, "Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
    const { objects } = await ask(worker, "Runtime.queryObjects", { prototypeObjectId: type.objectId });
    const sum = "function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }";
    const call = { objectId: objects.objectId, functionDeclaration: sum, returnByValue: true };
    return (await ask(worker, "Runtime.callFunctionOn", call)).result.value;
  };
  return { memories: () => Promise.all(workers.map(size)) };
}
