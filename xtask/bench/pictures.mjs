// Lists of pictures, and their luma.

import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** The entries of a list: a picture a line, its path relative to the list. Each comes with the address of its file. */
export async function readList(list) {
  const address = list instanceof URL ? list : pathToFileURL(list);
  const lines = (await readFile(address, 'utf8')).split('\n').filter((line) => line.trim());
  return lines.map((line) => {
    const entry = JSON.parse(line);
    return { ...entry, file: new URL(encodeURI(entry.path), address) };
  });
}

/** `{ luma, width, height }` of an entry: one byte a pixel. Beside PGM, which is read here, `decodeOther(bytes)` is asked. */
export async function readLuma({ file }, decodeOther) {
  const bytes = await readFile(file);
  return pgm(bytes) ?? decodeOther(bytes);
}

/** Reads a PGM file as examples/pictures.rs writes it; nothing for other files. */
function pgm(bytes) {
  const header = /^P5\n(\d+) (\d+)\n255\n/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!header) return undefined;
  return { luma: new Uint8Array(bytes.subarray(header[0].length)), width: Number(header[1]), height: Number(header[2]) };
}
