// A conversation with the native engine, written by `cargo run --release -p sanpo-tests --example transcript`.
//
// One JSON object a line: `{"file", "command": {head, body}, "events": [{head, body}, …]}`; heads and bodies in base64, a body may
// be null; events about progress are left out. Lines of one file follow one another in one engine.
import { readFileSync } from "node:fs";

export function conversations(path) {
  const lines = readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
  const byFile = new Map();
  for (const line of lines) {
    const turn = JSON.parse(line);
    if (!byFile.has(turn.file)) byFile.set(turn.file, []);
    byFile.get(turn.file).push(turn);
  }
  return byFile;
}
