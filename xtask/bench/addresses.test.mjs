// The addresses in the published files of the site, read by a reader that others wrote: digital-link.js.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import digitalLink from 'digital-link.js';

const api = 'dist/api';

/** The paths of all link sets under the API, with `/`. */
const linkSets = readdirSync(join(api, '01'), { recursive: true })
  .filter((path) => path.endsWith('linkset.json'))
  .map((path) => join('01', path).split(sep).join('/'));

/** What a folder says by its names: `~2F` stands for `/` there. */
const plain = (name) => decodeURIComponent(name.replaceAll('~', '%'));

test('every anchor is a valid GS1 Digital Link and names what its folder names', () => {
  assert.equal(linkSets.length, 31 + 14 + 24);
  for (const path of linkSets) {
    const { linkset } = JSON.parse(readFileSync(join(api, path), 'utf8'));
    assert.ok(linkset.length > 0, path);
    for (const { anchor } of linkset) {
      assert.ok(digitalLink.DigitalLink(anchor).isValid(), `${path}: ${anchor}`);
    }
    const link = digitalLink.DigitalLink(linkset[0].anchor);
    const [key, gtin, ...qualifiers] = path.split('/').slice(0, -1);
    assert.deepEqual(link.getIdentifier(), { [key]: gtin }, path);
    const expected = qualifiers.length ? { [qualifiers[0]]: plain(qualifiers[1]) } : {};
    assert.deepEqual(link.getKeyQualifiers(), expected, path);
  }
});

test('every default link leads to an address of the app that is a valid GS1 Digital Link', () => {
  for (const path of linkSets) {
    const { linkset } = JSON.parse(readFileSync(join(api, path), 'utf8'));
    for (const context of linkset) {
      for (const { href } of context['https://ref.gs1.org/voc/defaultLink'] ?? []) {
        const page = new URL(href, `https://fair.example/api/${path}`).href;
        assert.equal(digitalLink.DigitalLink(page).isValid(), true, `${path}: ${page}`);
        assert.equal(new URL(page).pathname, new URL(context.anchor).pathname, path);
      }
    }
  }
});

test('goods and places in the events are valid GS1 Digital Links', () => {
  const seen = new Set();
  for (const path of linkSets.filter((path) => path.split('/')[2] === '10')) {
    const events = join(api, path.replace('linkset.json', 'epcis.json'));
    let text;
    try {
      text = readFileSync(events, 'utf8');
    } catch {
      continue; // OK because an ingredient's events lie with the lot that tells of it.
    }
    JSON.stringify(JSON.parse(text).epcisBody, (_, value) => {
      if (typeof value === 'string' && value.startsWith('https://id.gs1.org/')) seen.add(value);
      return value;
    });
  }
  // OK because parties (417) became keys of the standard after this reader's grammar was written, and assets (8004), the
  // thermometers, it refuses altogether, whatever their number.
  const known = [...seen].filter((uri) => !/\/(417|8004)\//.test(uri));
  assert.equal(digitalLink.DigitalLink('https://id.gs1.org/8004/00039813766').isValid(), false);
  assert.ok(known.length > 150, `${known.length} addresses`);
  for (const uri of known) assert.ok(digitalLink.DigitalLink(uri).isValid(), uri);
});

test('the reader finds what is wrong', () => {
  assert.equal(digitalLink.DigitalLink('https://id.gs1.org/01/09528060010019').isValid(), false);
  assert.equal(digitalLink.DigitalLink('https://id.gs1.org/01/09528060010018/21/1/10/2').isValid(), false);
});
