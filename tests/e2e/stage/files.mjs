// Giving files to the page, as a person would.
import { readFile } from "node:fs/promises";
import path from "node:path";

// Drops files on an element: paths, or `{ name, bytes }`.
export async function drop(page, selector, ...files) {
  const parts = await Promise.all(files.map(loaded));
  const dataTransfer = await page.evaluateHandle((parts) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of parts) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, parts);
  for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent(selector, type, { dataTransfer });
  await dataTransfer.dispose();
}

async function loaded(file) {
  const bytes = typeof file === "string" ? await readFile(file) : file.bytes;
  const name = typeof file === "string" ? path.basename(file) : file.name;
  return { name, base64: Buffer.from(bytes).toString("base64") };
}

// Chooses a file by the page's file field: a path, or `{ name, bytes }`.
export async function choose(page, file) {
  const given = typeof file === "string" ? file : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.bytes) };
  await page.locator('input[type="file"]').first().setInputFiles(given);
}
