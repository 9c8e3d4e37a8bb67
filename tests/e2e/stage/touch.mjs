// A person with fingers: touches go through the browser as from a screen, so that it scrolls and zooms where the page lets it.

// Fingers of a page that was opened with `hasTouch`.
export async function fingers(page) {
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const points = (places) => places.map(([x, y], id) => ({ x, y, id }));
  // Puts fingers down at the first places, takes them through the steps to the last and lifts them.
  const glide = async (from, to, steps = 12) => {
    await send("touchStart", points(from));
    for (let step = 1; step <= steps; step++) {
      await send("touchMove", points(from.map(([x, y], i) => [x + ((to[i][0] - x) * step) / steps, y + ((to[i][1] - y) * step) / steps])));
      await painted(page);
    }
    await send("touchEnd", []);
    await painted(page);
  };
  return {
    tap: ([x, y]) => glide([[x, y]], [[x, y]], 0),
    drag: (from, to) => glide([from], [to]),
    // Two fingers beside one another around a place, so far apart before and after.
    pinch: ([x, y], before, after) =>
      glide([[x - before / 2, y], [x + before / 2, y]], [[x - after / 2, y], [x + after / 2, y]]),
  };
}

// Waits until what was done can be seen.
function painted(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
