// Sums of what was measured, as Markdown tables whose columns are padded, so that they read well on a screen, too.

/** A table of texts; the first row is the head, the first column stands left, the others right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => String(row[column]).length)));
  const line = (row) => `| ${row.map((cell, column) => pad(String(cell), widths[column], column)).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head, ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

const pad = (text, width, column) => (column === 0 ? text.padEnd(width) : text.padStart(width));

/** Groups in the order in which their names first come. */
export function groups(items, nameOf) {
  const found = new Map();
  for (const item of items) {
    const name = nameOf(item);
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(item);
  }
  return found;
}

/** `{ pictures, correct, wrong, none }` of one side's results. */
export function counts(results) {
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
  return { pictures: results.length, correct: count('correct'), wrong: count('wrong'), none: count('none') };
}

/** A row a group: its pictures and, for each side, `correct (wrong)`. */
export function successTable(title, results, sides, nameOf) {
  const rows = [...groups(results, nameOf), ['all', results]].map(([name, group]) => {
    const pictures = new Set(group.map((result) => result.file)).size;
    return [name, pictures, ...sides.map(({ name: side }) => successes(group, side, pictures))];
  });
  return table([[title, 'pictures', ...sides.map(({ name }) => name)], ...rows]);
}

function successes(group, side, pictures) {
  const { pictures: own, correct, wrong } = counts(group.filter((result) => result.side === side));
  if (own === 0) return 'n/a';
  return `${correct}${wrong ? ` (${wrong})` : ''}${own < pictures ? ` of ${own}` : ''}`;
}

/** A row a group of results: for each side a figure of their times. */
export function timeTable(title, named, sides) {
  const rows = named.map(([name, group, figure, key = 'cpuMs']) => [name, ...sides.map(({ name: side }) => {
    const times = group.filter((result) => result.side === side).map((result) => result[key]);
    return times.length === 0 ? 'n/a' : figure(times).toFixed(2);
  })]);
  return table([[title, ...sides.map(({ name }) => name)], ...rows]);
}

/** The mean of numbers. */
export const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The number below which this share of them lies. */
export const quantile = (share) => (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};

/** The middle one of numbers. */
export const median = quantile(0.5);
