// A sensor read every minute, far too long for a screen, with one minute that stands out.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import path from "node:path";

// Where the minute stands that stands out, and its value; the others lie between 14 and 26.
export const SPIKE = { at: 0.654321, value: 95.5 };

// Writes the table into a folder; gives its path. The same number of rows gives the same bytes.
export async function minutes(folder, rows = 1_000_000) {
  const file = path.join(folder, "minutes.csv");
  const out = createWriteStream(file);
  out.write("日時,温度(℃)\n");
  const spike = Math.floor(SPIKE.at * rows);
  let state = 3;
  for (let start = 0; start < rows; start += 10_000) {
    const lines = [];
    for (let row = start; row < Math.min(start + 10_000, rows); row++) {
      state = (state * 48271) % 2147483647;
      const usual = 20 + 5 * Math.sin((row / 1440) * 2 * Math.PI) + state / 2147483647 - 0.5;
      const time = new Date(Date.UTC(2024, 0, 1) + row * 60_000).toISOString();
      lines.push(`${time.slice(0, 10)} ${time.slice(11, 16)},${(row === spike ? SPIKE.value : usual).toFixed(2)}\n`);
    }
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return file;
}
