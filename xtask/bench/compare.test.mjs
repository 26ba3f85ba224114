// The rule by which a text counts as read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expanded, kind, outcome } from './compare.mjs';

/** One accepted text and its format, one text that a decoder gives and its format. */
function check(expected, [accepted, format], [text, told]) {
  assert.equal(outcome({ expected: [accepted], format }, [{ text, format: told }]), expected, `${accepted} ${text}`);
}

test('texts are the same however separators, brackets and identifiers are written', () => {
  const element = '(01)90012345678908(10)A-1(17)261123';
  check('correct', [element, 'DataBarExp'], ['019001234567890810A-1\u001d17261123', 'databar_expanded']);
  check('correct', ['019001234567890810A-1\u001d17261123', 'DataBarExp'], [`]e0${element}`, 'DataBarExp']);
  check('wrong', [element, 'DataBarExp'], ['019001234567890810A-117261124', 'databar_expanded']);
  check('correct', ['a]E0', 'QR'], ['a]E0', 'qr_code']);
  check('correct', ['one\n\ntwo ', 'QR'], ['one\r\n\r\ntwo \r\n', 'qr_code']);
});

test('numbers are the same however many zeros are before them', () => {
  check('correct', ['036602301467', 'UPC-A'], ['0036602301467', 'EAN13']);
  check('correct', ['0036602301467', 'UPC-A'], ['036602301467', 'upc_a']);
  check('wrong', ['036602301467', 'UPC-A'], ['036602301468', 'upc_a']);
  check('wrong', ['1234', 'ITF'], ['12340', 'itf']);
  check('wrong', ['0', 'QR'], ['', 'qr_code']);
  check('wrong', ['0A', 'Code128'], ['A', 'code_128']);
});

test('a GTIN is the same with its AI and without', () => {
  check('correct', ['04412345678909', 'DataBar'], ['0104412345678909', 'databar']);
  check('correct', ['0104412345678909', 'DataBar'], ['(01)04412345678909', 'DataBarOmni']);
  check('wrong', ['04412345678909', 'DataBar'], ['0204412345678909', 'databar']);
});

test('UPC-E is the same short and long, and only UPC-E', () => {
  check('correct', ['01234565', 'UPC-E'], ['0012345000065', 'EAN13']);
  check('correct', ['0012345000065', 'UPC-E'], ['01234565', 'upc_e']);
  check('correct', ['0012345000065', 'UPC-E'], ['01234565', 'UPC-E']);
  check('correct', ['0012345000065', 'UPC-E'], ['01234565', 'ZBAR_UPCE']);
  check('wrong', ['0012345000065', 'UPC-E'], ['01234565', 'ean_8']);
  const rows = ['01234505', '01234514', '01234523', '01234531', '01234543', '01234558', '01234565'];
  const long = rows.map(expanded);
  assert.deepEqual(long, [
    '012000003455', '012100003454', '012200003453', '012300000451', '012340000053', '012345000058', '012345000065',
  ]);
});

test('one accepted text is enough, and no text is no read', () => {
  const picture = { expected: ['a', 'b'], format: 'mixed' };
  const symbols = (...texts) => texts.map((text) => ({ text, format: 'qr_code' }));
  assert.equal(outcome(picture, symbols('x', 'b')), 'correct');
  assert.equal(outcome(picture, symbols('x', 'y')), 'wrong');
  assert.equal(outcome(picture, []), 'none');
  assert.equal(outcome({ expected: [], format: 'none' }, symbols('x')), 'wrong');
  assert.equal(outcome({ expected: [], format: 'none' }, []), 'none');
});

test('a square beside bars is another symbol, bars beside a square are a misread', () => {
  check('none', ['6922255451427', 'EAN-13'], ['0123456789', 'DataMatrix']);
  check('none', ['6922255451427', 'EAN-13'], ['http://a', 'ZBAR_QRCODE']);
  check('wrong', ['http://a', 'QR'], ['6922255451427', 'ean_13']);
  check('wrong', ['http://a', 'QR'], ['http://b', 'qr_code']);
});

test('formats are known by their many names', () => {
  const named = (format) => kind({ expected: ['1'], format });
  for (const format of ['EAN-13', 'UPC/EAN+ext', 'Code128', 'ITF', 'DataBarExpStk', 'upca-extension']) {
    assert.equal(named(format), 'linear');
  }
  for (const format of ['QR', 'DataMatrix', 'inverted']) assert.equal(named(format), 'square');
  assert.equal(kind({ expected: [], format: 'none' }), 'no code');
});
