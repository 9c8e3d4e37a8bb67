// The app works wherever its folder lies.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visit } from "../stage/browser.mjs";
import { serve } from "../stage/server.mjs";

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

test("under a sub-path nothing is asked for outside of it", async (t) => {
  const server = await serve({ base: "/some/sub/path/" });
  t.after(server.stop);
  const { page, context, calm } = await visit(browser);
  const asked = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.url, { waitUntil: "load" });
  await page.getByRole("main").waitFor();
  assert.deepEqual(asked.filter((path) => !path.startsWith("/some/sub/path/")), []);
  calm();
  await context.close();
});
