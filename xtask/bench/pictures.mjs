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

/**
 * `{ luma, width, height }` of an entry: one byte a pixel, in a buffer of its own. PGM is read here; other files are
 * decoded by sharp. With `[width, height]` the picture is scaled to cover that size and cut around its middle.
 */
export async function readLuma({ file }, size) {
  const bytes = await readFile(file);
  const drawn = pgm(bytes);
  if (drawn && !size) return drawn;
  const { default: sharp } = await import('sharp');
  const raw = drawn && { width: drawn.width, height: drawn.height, channels: 1 };
  let picture = sharp(drawn ? drawn.luma : bytes, { raw }).removeAlpha().greyscale();
  if (size) picture = picture.resize(...size, { fit: 'cover' });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { luma: new Uint8Array(data), width: info.width, height: info.height };
}

/** Reads a PGM file as examples/pictures.rs writes it; nothing for other files. */
function pgm(bytes) {
  const header = /^P5\n(\d+) (\d+)\n255\n/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!header) return undefined;
  return { luma: new Uint8Array(bytes.subarray(header[0].length)), width: Number(header[1]), height: Number(header[2]) };
}

/** The same pixels in four bytes each, for sides that take nothing else. */
export function rgba(luma) {
  const pixels = new Uint32Array(luma.length);
  // OK because the lowest byte comes first wherever Node runs.
  luma.forEach((level, at) => { pixels[at] = 0xff000000 + level * 0x010101; });
  return new Uint8ClampedArray(pixels.buffer);
}

/** At most so many of them, from beginning to end in even steps. */
export function spread(entries, limit) {
  if (entries.length <= limit) return entries;
  return Array.from({ length: limit }, (_, at) => entries[Math.floor((at * entries.length) / limit)]);
}
