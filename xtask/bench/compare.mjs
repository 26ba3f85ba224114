// When a text counts as read: the same rule for every side.

const LEADING_IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]/;
const SEPARATORS_AND_BRACKETS = /[\u001d\u00f1()]/g;

/**
 * What an answer is worth: `correct` when any of its texts is an accepted one, `wrong` when there are only other texts,
 * `none` without a text.
 *
 * @param {{ expected: string[], format: string }} picture its accepted texts, and the format they are in
 * @param {{ text: string, format: string }[]} answer
 */
export function outcome({ expected, format }, answer) {
  const accepted = new Set(expected.map((text) => plain(text, format)));
  if (answer.some((symbol) => accepted.has(plain(symbol.text, symbol.format)))) return 'correct';
  return answer.length > 0 ? 'wrong' : 'none';
}

/**
 * A text without what decoders write in different ways: the symbology identifier, separators, brackets around AIs, the
 * AI 01 before a lone GTIN, the zeros that UPC-E leaves out, and leading zeros of numbers.
 */
export function plain(text, format) {
  const bare = text.replace(LEADING_IDENTIFIER, '').replace(SEPARATORS_AND_BRACKETS, '');
  if (!/^\d+$/.test(bare)) return bare;
  const digits = isUpcE(format) && bare.length === 8 ? expanded(bare) : bare;
  const number = /^01\d{14}$/.test(digits) ? digits.slice(2) : digits;
  return number.replace(/^0+(?=\d)/, '');
}

/** Whether a format, however it is written, is UPC-E. */
function isUpcE(format) {
  return format.replace(/[^A-Za-z]/g, '').toLowerCase().endsWith('upce');
}

/** UPC-A out of the eight digits of UPC-E (GS1 General Specifications, "UPC-E barcode": the sixth digit tells where zeros go). */
export function expanded(digits) {
  const [system, a, b, c, d, e, rule, check] = digits;
  if (rule <= '2') return [system, a, b, rule, '0000', c, d, e, check].join('');
  if (rule === '3') return [system, a, b, c, '00000', d, e, check].join('');
  if (rule === '4') return [system, a, b, c, d, '00000', e, check].join('');
  return [system, a, b, c, d, e, '0000', rule, check].join('');
}
