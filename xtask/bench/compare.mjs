// When a text counts as read: the same rule for every side.

const LEADING_IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]/;
const SEPARATORS_AND_BRACKETS = /[\u001d\u00f1()]/g;

const BARS = /^(ean|upc|code128|itf|databar)/i;
const SQUARES = /qr|matrix/i;

/** What a picture holds: `linear` or `square` codes, `several` of both, or `no code`. */
export function kind({ expected, format }) {
  if (expected.length === 0) return 'no code';
  if (format === 'mixed') return 'several';
  return BARS.test(format) ? 'linear' : 'square';
}

/**
 * What an answer is worth: `correct` when any of its texts is an accepted one, `wrong` when there are only other texts,
 * `none` without a text. Another text in a square on a picture of bars is neither: packages carry small squares that the
 * lists do not name, and their error correction leaves no doubt.
 *
 * @param {{ expected: string[], format: string }} picture its accepted texts, and the format they are in
 * @param {{ text: string, format: string }[]} answer
 */
export function outcome(picture, answer) {
  const accepted = new Set(picture.expected.map((text) => plain(text, picture.format)));
  if (answer.some((symbol) => accepted.has(plain(symbol.text, symbol.format)))) return 'correct';
  const others = kind(picture) === 'linear' ? answer.filter(({ format }) => !SQUARES.test(format)) : answer;
  return others.length > 0 ? 'wrong' : 'none';
}

/**
 * A text without what decoders and lists write in different ways: the symbology identifier, separators, brackets around
 * AIs, the AI 01 before a lone GTIN, the zeros that UPC-E leaves out, leading zeros of numbers, and kinds of white space.
 */
export function plain(text, format) {
  const bare = text
    .replace(LEADING_IDENTIFIER, '')
    .replace(SEPARATORS_AND_BRACKETS, '')
    .replace(/\s+/g, ' ')
    .trim();
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
