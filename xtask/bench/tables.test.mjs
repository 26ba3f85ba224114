// The sums of the bench.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mean, median, quantile, successTable, timeTable } from './tables.mjs';

const sides = [{ name: 'ours' }, { name: 'theirs' }];
const result = (file, side, outcome, cpuMs) => ({ file, folder: 'f', side, outcome, cpuMs });
const results = [
  result('1', 'ours', 'correct', 1), result('1', 'theirs', 'wrong', 4),
  result('2', 'ours', 'none', 2), result('2', 'theirs', 'correct', 5),
  // Of a format that theirs does not know.
  result('3', 'ours', 'correct', 6),
];

test('reads and misreads are counted per side', () => {
  const rows = successTable('folder', results, sides, ({ folder }) => folder).split('\n');
  assert.deepEqual(rows, [
    '| folder | pictures | ours |     theirs |',
    '|--------|---------:|-----:|-----------:|',
    '| f      |        3 |    2 | 1 (1) of 2 |',
    '| all    |        3 |    2 | 1 (1) of 2 |',
  ]);
});

test('times are those of each side', () => {
  const rows = timeTable('ms', [['mean', results, mean], ['median', results, median]], sides).split('\n');
  assert.deepEqual(rows.slice(2), ['| mean   | 3.00 |   4.50 |', '| median | 2.00 |   5.00 |']);
  assert.equal(quantile(0.95)(Array.from({ length: 100 }, (_, number) => number)), 95);
});
