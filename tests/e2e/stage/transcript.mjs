// A conversation with the native engine, written by `cargo run --release -p sanpo-tests --example transcript`.
//
// One JSON object a line: `{"file", "command": {head, body}, "events": [{head, body}, …]}`; bytes in hexadecimal digits, events
// about progress left out. Lines of one file follow one another in one engine.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./places.mjs";

const file = process.env.SANPO_TRANSCRIPT ?? path.join(root, "target/transcript.jsonl");

// The turns of each file, with bytes in base64 and `null` for no body, as the worker is spoken to.
export function conversations() {
  const byFile = new Map();
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const turn = JSON.parse(line);
    const turns = byFile.get(turn.file) ?? [];
    turns.push({ command: carried(turn.command), events: turn.events.map(carried) });
    byFile.set(turn.file, turns);
  }
  return byFile;
}

function carried({ head, body }) {
  const base64 = (digits) => Buffer.from(digits, "hex").toString("base64");
  return { head: base64(head), body: body === "" ? null : base64(body) };
}
