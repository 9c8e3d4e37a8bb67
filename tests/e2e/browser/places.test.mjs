// The app works wherever its folder lies.
import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "../stage/browser.mjs";
import { serve } from "../stage/server.mjs";
import { suite } from "../stage/suite.mjs";

const { browser } = await suite({ served: false });

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
