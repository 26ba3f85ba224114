// What target/bench/scanner.mjs promises. `cargo xtask test` builds it and draws the pictures first.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as scanner from '../../target/bench/scanner.mjs';
import { readList, readLuma } from './pictures.mjs';

const SYMBOLOGIES = { ean_13: ']E0', upc_a: ']E0', qr_code: ']Q1', data_matrix: ']d1' };

const pictures = [];

before(async () => {
  const list = new URL('../../target/bench/plain/images.jsonl', import.meta.url);
  for (const entry of await readList(list)) pictures.push({ ...entry, ...(await readLuma(entry)) });
  await scanner.init();
});

/** So many pixels by chance, the same in every run. */
function noise(pixels) {
  let state = 7;
  return Uint8Array.from({ length: pixels }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

/** Decodes the first drawn picture as it should be. */
function works() {
  const [{ luma, width, height, expected }] = pictures;
  const texts = scanner.decode(luma, width, height).map(({ text }) => text);
  assert.deepEqual(texts, expected);
}

test('a drawn symbol of each kind is decoded: format, text, identifier and corners', () => {
  const formats = pictures.map(({ luma, width, height, expected }) => {
    const symbols = scanner.decode(luma, width, height);
    assert.deepEqual(symbols.map(({ text }) => text), expected);
    const [{ format, symbology, corners }] = symbols;
    assert.equal(symbology, SYMBOLOGIES[format]);
    assert.equal(corners.length, 4);
    const [topLeft, topRight, bottomRight, bottomLeft] = corners;
    assert.ok(topLeft.x < topRight.x && bottomLeft.x < bottomRight.x, JSON.stringify(corners));
    assert.ok(topLeft.y <= bottomLeft.y && topRight.y <= bottomRight.y, JSON.stringify(corners));
    assert.ok(corners.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height), JSON.stringify(corners));
    return format;
  });
  assert.deepEqual(formats, Object.keys(SYMBOLOGIES));
});

test('a symbol is believed after a few frames, and forgotten by reset', () => {
  const [{ luma, width, height, expected }] = pictures;
  const first = () => {
    scanner.reset();
    for (let count = 1; count <= 6; count += 1) {
      const symbols = scanner.frame(luma, width, height);
      if (symbols.length > 0) {
        assert.deepEqual(symbols.map(({ text }) => text), expected);
        return count;
      }
    }
    return assert.fail('not believed after six frames');
  };
  assert.equal(first(), first());
});

test('impossible pictures are refused, and nothing is broken by them', () => {
  const bytes = new Uint8Array(100);
  const refused = [
    [bytes, 99, 1], [bytes, 0, 0], [bytes, -10, -10], [bytes, NaN, 10], [bytes, 10, Infinity], [bytes, 12.5, 8],
    [bytes, 2 ** 32 + 10, 10], [bytes], [new Uint8Array(0), 0, 0], [new Uint8Array(0), 0, 10], [null, 10, 10],
    [undefined, 10, 10], ['x'.repeat(100), 10, 10], [new Float32Array(100), 10, 10], [[...bytes], 10, 10],
    [new DataView(bytes.buffer), 10, 10],
  ];
  for (const [luma, width, height] of refused) {
    for (const read of [scanner.decode, scanner.frame]) {
      assert.throws(() => read(luma, width, height), { constructor: Error }, `${width} x ${height}`);
    }
  }
  for (const [width, height] of [[1, 1], [8, 518], [518, 8], [31, 31], [1, 100], [100, 1]]) {
    for (const luma of [new Uint8Array(width * height), noise(width * height)]) {
      assert.deepEqual(scanner.decode(luma, width, height), []);
      assert.deepEqual(scanner.frame(luma, width, height), []);
    }
  }
  works();
});

test('a photo of 48 megapixels is finished, a frame of that size refused', () => {
  const luma = noise(8000 * 6000);
  assert.deepEqual(scanner.decode(luma, 8000, 6000), []);
  assert.throws(() => scanner.frame(luma, 8000, 6000), { constructor: Error });
});

test('after a trap, init brings a scanner that works', async () => {
  /** Each time it is asked, it is longer: the buffer that was made for it does not fit. */
  class Growing extends Uint8Array {
    asked = 0;
    get length() {
      this.asked += 1;
      return this.asked * 100;
    }
  }
  assert.throws(() => scanner.decode(new Growing(100), 10, 10), WebAssembly.RuntimeError);
  assert.throws(works, /await init/);
  await scanner.init();
  works();
});

test('the memory is steady over ten thousand frames', () => {
  const [{ luma, width, height }] = pictures;
  const [left, top, columns, rows] = [width / 2 - 60, height / 2 - 45, 120, 90];
  const piece = new Uint8Array(columns * rows);
  for (let y = 0; y < rows; y += 1) {
    piece.set(luma.subarray((top + y) * width + left, (top + y) * width + left + columns), y * columns);
  }
  const look = (frames) => {
    for (let count = 0; count < frames; count += 1) scanner.frame(piece, columns, rows);
    return scanner.bytes();
  };
  assert.equal(look(500), look(9_500));
});
