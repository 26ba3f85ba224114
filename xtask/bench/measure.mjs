// The measuring: each picture is shown to one side after the other, and each picture begins with another side.

import { outcome } from './compare.mjs';
import { readLuma, rgba, spread } from './pictures.mjs';

/** The size of a live frame. */
const FRAME = [1280, 720];

/** So many pictures are shown before anything is counted, so that V8 has compiled what it will. */
const WARM_UP = 40;

/** So many successive frames are made of one picture. */
const FRAMES = 8;

/** So many searches for bars are timed together, because one is too short for the clock. */
const SEARCHES = 20;

/** At most so many pictures serve as live frames with a code; smaller ones than this, in pixels, are no frames. */
const MOST_READING = 200;
const LEAST_PIXELS = 300_000;

/** Pictures of no code at all, large enough to fill a frame: not the lists of partial or unsupported codes. */
export const isEmpty = ({ expected, folder, width, height }) =>
  expected.length === 0 && width * height > 150_000 && !/partial|unsupported/.test(folder);

/** Each picture once as a still photo. */
export async function photos(entries, sides, tell) {
  const results = [];
  for (const entry of spread(entries, WARM_UP)) await show(await picture(entry), sides, 0, 'photo');
  for (const [at, entry] of entries.entries()) {
    tell(`photo ${at + 1} of ${entries.length}`);
    const knowing = sides.filter((side) => side.knows(entry.format));
    results.push(...await show(await picture(entry), knowing, at, 'photo'));
  }
  return results;
}

/** Pictures without a code as live frames, several times each. */
export function emptyFrames(entries, sides, tell) {
  return frames(entries.filter(isEmpty), sides, tell, FRAME);
}

/** Pictures with a code as live frames, several times each, in their own size. */
export function readingFrames(entries, sides, tell) {
  const fit = entries.filter(({ expected, width, height }) => expected.length > 0 && width * height >= LEAST_PIXELS);
  return frames(spread(fit, MOST_READING), sides, tell);
}

/** The search for bars alone on each picture without a code: CPU time of one search, in ms. */
export async function searches(entries, Search, tell) {
  const [width, height] = FRAME;
  const times = [];
  for (const [at, entry] of entries.filter(isEmpty).entries()) {
    tell(`search in picture ${at + 1}`);
    const { luma } = await readLuma(entry, FRAME);
    const search = new Search(luma);
    const cpuMs = () => {
      const cpu = process.cpuUsage();
      for (let count = 0; count < SEARCHES; count += 1) search.run(width, height);
      const { user, system } = process.cpuUsage(cpu);
      return (user + system) / 1000 / SEARCHES;
    };
    // The first ones warm the code up.
    cpuMs();
    times.push(cpuMs());
    search.free();
  }
  return times;
}

async function frames(entries, sides, tell, size) {
  const results = [];
  for (const [at, entry] of entries.entries()) {
    tell(`frames of picture ${at + 1} of ${entries.length}`);
    const shown = await picture(entry, size);
    const knowing = sides.filter((side) => side.knows(entry.format));
    for (const side of knowing) await side.begin();
    for (let number = 1; number <= FRAMES; number += 1) {
      const told = await show(shown, knowing, at + number, 'frame');
      results.push(...told.map((result) => ({ ...result, number })));
    }
  }
  return results;
}

async function picture(entry, size) {
  const shown = { ...entry, ...(await readLuma(entry, size)) };
  return { ...shown, rgba: rgba(shown.luma) };
}

/** What each side makes of a picture, `turn` saying which one begins. */
async function show(shown, sides, turn, as) {
  const results = [];
  for (let count = 0; count < sides.length; count += 1) {
    const side = sides[(turn + count) % sides.length];
    const { answer, fault, cpuMs, wallMs } = await timed(() => side[as](shown));
    if (fault) await side.heal?.();
    const { corpus, folder, format, path, file, expected } = shown;
    const symbols = answer.map(({ text, format }) => ({ format, text }));
    const about = { corpus, folder, format, path, file: file.href, expected, side: side.name };
    results.push({ ...about, outcome: outcome(shown, answer), symbols, fault, cpuMs, wallMs });
  }
  return results;
}

async function timed(read) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let [answer, fault] = [[], undefined];
  try {
    answer = await read();
  } catch (error) {
    fault = String(error);
  }
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { answer, fault, cpuMs: (user + system) / 1000, wallMs };
}
