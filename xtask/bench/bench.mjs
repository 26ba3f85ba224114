// The scanner of dist/ beside its peers; `cargo xtask bench` calls this and says what the settings mean.

import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { kind } from './compare.mjs';
import { emptyFrames, photos, readingFrames, searches } from './measure.mjs';
import { readList, spread } from './pictures.mjs';
import { open } from './sides.mjs';
import { counts, groups, mean, median, quantile, successTable, timeTable } from './tables.mjs';

/** Between them, in a document, the tables are put. */
const [BEGIN, END] = ['<!-- measured -->', '<!-- /measured -->'];

const settings = ['against', 'limit', 'only', 'out', 'markdown', 'commit', 'command'];
const { values } = parseArgs({
  options: {
    images: { type: 'string', multiple: true },
    ...Object.fromEntries(settings.map((name) => [name, { type: 'string' }])),
  },
});
const { images, against, limit, only, out, markdown, commit, command } = values;

const entries = await chosen();
const sides = [];
for (const name of ['scanner', ...against.split(',')]) sides.push(await open(name));

const results = {
  photo: await photos(entries, sides, tell),
  'empty frame': await emptyFrames(entries, sides, tell),
  'reading frame': await readingFrames(entries, sides, tell),
};
const searched = await searches(entries, (await import('../../target/bench/locate/locate.js')).default.Search, tell);
tell('');

const told = tables();
console.log(told);
if (out) await writeLines(out);
if (markdown) await replaceTables(markdown);

/** The pictures of the lists that stand on goods or are without a code. */
async function chosen() {
  const all = (await Promise.all(images.map(readList))).flat();
  const wanted = all.filter(({ retail, expected, corpus, folder }) =>
    (retail || expected.length === 0) && `${corpus}/${folder}`.includes(only ?? ''));
  if (wanted.length === 0) throw new Error(`no picture of a retail format${only ? ` in ${only}` : ''}: ${images}`);
  return limit ? spread(wanted, Number(limit)) : wanted;
}

/** Where the measuring is, on a terminal only. */
function tell(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function tables() {
  const { photo } = results;
  const byKind = (result) => `${result.corpus}, ${kind(result)}`;
  const coded = photo.filter(({ expected }) => expected.length > 0);
  return [
    conditions(),
    'Success: correct (wrong). Pictures without a code: each read is wrong.',
    successTable('what', photo, sides, byKind),
    successTable('format', coded, sides, ({ corpus, format }) => `${corpus}, ${format}`),
    successTable('folder', coded, sides, ({ corpus, folder }) => `${corpus}/${folder}`),
    'CPU time in ms, wall time where it says so.',
    timeTable('photos', photoTimes(coded), sides),
    timeTable('live frames', frameTimes(), sides),
    ...searchTimes(),
    ...faults(),
  ].join('\n\n');
}

function conditions() {
  const date = new Date().toISOString().slice(0, 10);
  const versions = sides.map(({ name, version }) => `${name} ${version}`).join(', ');
  const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}`;
  return `${date}, \`${command}\`, at commit ${commit}: ${versions}; ${machine}.`;
}

function photoTimes(coded) {
  const rows = [...groups(coded, ({ corpus }) => corpus)].map(([name, group]) => [`${name}, mean`, group, mean]);
  const read = coded.filter(({ outcome }) => outcome === 'correct');
  const missed = coded.filter(({ outcome }) => outcome !== 'correct');
  return [
    ...rows,
    ['read, median', read, median], ['read, 95 %', read, quantile(0.95)],
    ['not read, median', missed, median], ['not read, 95 %', missed, quantile(0.95)],
    ['all, mean', coded, mean], ['all, mean wall time', coded, mean, 'wallMs'],
  ];
}

function frameTimes() {
  const empty = results['empty frame'];
  const reading = results['reading frame'];
  // Only what the scanner and its first peer both read: who gives up early is not quick.
  const byFile = [...groups(reading, ({ file }) => file).values()];
  const readBy = (group, side) => group.some((result) => result.side === side.name && result.outcome === 'correct');
  const common = byFile.filter((group) => sides.slice(0, 2).every((side) => readBy(group, side))).flat();
  const pictures = (group) => new Set(group.map(({ file }) => file)).size;
  return [
    [`${pictures(empty)} pictures without a code, mean`, empty, mean],
    ['without a code, median', empty, median], ['without a code, 95 %', empty, quantile(0.95)],
    ['without a code, mean wall time', empty, mean, 'wallMs'],
    [`${pictures(common)} pictures with a code, median`, common, median],
    ['with a code, 95 %', common, quantile(0.95)],
    ['with a code, median wall time', common, median, 'wallMs'],
  ].filter(([, group]) => group.length > 0);
}

function searchTimes() {
  if (searched.length === 0) return [];
  const [middle, most] = [median(searched), quantile(0.95)(searched)].map((ms) => ms.toFixed(2));
  return [`The search for bars alone, 1280 × 720 pixels without a code: median ${middle}, 95 % ${most} ms of CPU time.`];
}

function faults() {
  const broken = Object.values(results).flat().filter(({ fault }) => fault);
  return broken.map(({ side, path, fault }) => `${side} broke off at ${path}: ${fault}`);
}

/** A line a picture and side, then the sums. */
async function writeLines(file) {
  const stream = createWriteStream(file);
  for (const [part, list] of Object.entries(results)) {
    for (const { file: _, ...line } of list) stream.write(`${JSON.stringify({ part, ...line })}\n`);
  }
  for (const [part, list] of Object.entries(results)) {
    const nameOf = ({ side, corpus, folder, format }) => JSON.stringify({ side, corpus, folder, format });
    for (const [name, group] of groups(list, nameOf)) {
      const cpuMs = mean(group.map((result) => result.cpuMs));
      const wallMs = mean(group.map((result) => result.wallMs));
      stream.write(`${JSON.stringify({ sum: part, ...JSON.parse(name), ...counts(group), cpuMs, wallMs })}\n`);
    }
  }
  await new Promise((resolve, reject) => stream.on('error', reject).end(resolve));
}

async function replaceTables(file) {
  const text = await readFile(file, 'utf8');
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${file} has no ${BEGIN} … ${END} to put the tables between`);
  await writeFile(file, `${text.slice(0, start)}${BEGIN}\n\n${told}\n\n${text.slice(end)}`);
}
