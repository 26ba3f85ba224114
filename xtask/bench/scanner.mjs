// The scanner of dist/ as a module for Node 20 and newer: the files that phones get, without a worker around them.
// `cargo xtask build` copies this file to target/bench/.

import { readFile } from 'node:fs/promises';

const DIST = new URL('../../dist/', import.meta.url);

/** How many copies have been started. */
let copies = 0;

/** The copy that runs; none before `init` and after a trap. */
let program;

/** Its memory. */
let memory;

/** Starts a fresh copy of the program, whatever became of the one before. */
export async function init() {
  const [glue, wasm] = await Promise.all([
    readFile(new URL('scanner.js', DIST), 'utf8'),
    readFile(new URL('scanner_bg.wasm', DIST)),
  ]);
  // The glue holds one instance for good, but another text is another module.
  copies += 1;
  const copy = await import(`data:text/javascript,${encodeURIComponent(`${glue}\n//${copies}`)}`);
  ({ memory } = await copy.default({ module_or_path: wasm }));
  program = copy;
}

/**
 * The symbols of a still photo, read with all care: `[{ format, text, symbology, corners }]`.
 *
 * `luma` (Uint8Array) has one byte a pixel, row by row, without padding. `format` is named as in the Barcode Detection
 * API, and `databar`, `databar_expanded`; separators in `text` are U+001D; `symbology` is the identifier of
 * ISO/IEC 15424, such as `]E0`; `corners` are `{ x, y }` in pixels, clockwise from the symbol's top left.
 */
export const decode = (luma, width, height) => call('decode', luma, width, height);

/** The symbols that are believed after one more live frame; what is kept of earlier frames counts. Otherwise like `decode`. */
export const frame = (luma, width, height) => call('frame', luma, width, height);

/** Forgets the frames seen so far. */
export const reset = () => running().reset();

/** How large its memory is by now, in bytes; it never shrinks. */
export const bytes = () => memory.buffer.byteLength;

function call(name, luma, width, height) {
  if (!ArrayBuffer.isView(luma) || luma.BYTES_PER_ELEMENT !== 1) {
    throw new Error('luma is a Uint8Array, one byte a pixel');
  }
  const size = [Number(width), Number(height)];
  const read = running()[name];
  try {
    return read(luma, ...size);
  } catch (error) {
    // What the program refuses is a plain Error. Anything else has broken it off in the middle of its work.
    if (error?.constructor === Error) {
      throw new Error(`${error.message}, not ${size.join(' x ')} in ${luma.length} bytes`);
    }
    program = undefined;
    throw error;
  }
}

function running() {
  if (!program) throw new Error('the scanner does not run: await init()');
  return program;
}
