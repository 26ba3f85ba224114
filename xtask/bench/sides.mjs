// The sides: our scanner and its peers, each with the settings with which it reads most.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as scanner from '../../target/bench/scanner.mjs';

/** What stands on goods, in the words of zxing-cpp. */
const RETAIL = [
  'EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'ITF',
  'DataBar', 'DataBarExp', 'DataBarLtd', 'QRCode', 'DataMatrix',
];

/** The same in the words of zbar, which knows no Data Matrix. */
const ZBAR_TYPES = ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'CODE128', 'I25', 'DATABAR', 'DATABAR_EXP', 'QRCODE'];

const OPEN = { scanner: openScanner, 'zxing-wasm': openZxing, 'zbar-wasm': openZbar };

/**
 * Opens a side: its `name` and `version`, whether it `knows` a format, how it reads a photo and how a live frame
 * (`[{ text, format }]`, in a promise or at once), and `begin`, to be called before the first of several frames.
 */
export async function open(name) {
  if (!OPEN[name]) throw new Error(`${name} is no decoder that is known here: ${Object.keys(OPEN).join(', ')}`);
  return { name, knows: () => true, begin: async () => {}, ...(await OPEN[name]()) };
}

async function openScanner() {
  await scanner.init();
  const wasm = await readFile(new URL('../../dist/scanner_bg.wasm', import.meta.url));
  const digest = createHash('sha256').update(wasm).digest('hex').slice(0, 8);
  return {
    version: `with SHA-256 ${digest}…`,
    photo: ({ luma, width, height }) => scanner.decode(luma, width, height),
    frame: ({ luma, width, height }) => scanner.frame(luma, width, height),
    begin: async () => scanner.reset(),
    heal: scanner.init,
  };
}

async function openZxing() {
  const { prepareZXingModule, readBarcodes, ZXING_WASM_VERSION } = await import('zxing-wasm/reader');
  const wasmBinary = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer }, fireImmediately: true });
  const settings = {
    formats: RETAIL, maxNumberOfSymbols: 1, textMode: 'Plain',
    tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true,
  };
  const read = ({ rgba, width, height }) => readBarcodes({ data: rgba, width, height }, settings);
  return { version: ZXING_WASM_VERSION, photo: read, frame: read };
}

async function openZbar() {
  const zbar = await import('@undecaf/zbar-wasm');
  const { ZBarConfigType, ZBarScanner, ZBarSymbolType } = zbar;
  const about = JSON.parse(await readFile(new URL(import.meta.resolve('@undecaf/zbar-wasm/package.json')), 'utf8'));
  const reader = await ZBarScanner.create();
  reader.setConfig(ZBarSymbolType.ZBAR_NONE, ZBarConfigType.ZBAR_CFG_ENABLE, 0);
  for (const type of ZBAR_TYPES) {
    reader.setConfig(ZBarSymbolType[`ZBAR_${type}`], ZBarConfigType.ZBAR_CFG_ENABLE, 1);
  }
  const read = async ({ luma, width, height }) => {
    const symbols = await zbar.scanGrayBuffer(luma.buffer, width, height, reader);
    return symbols.map((symbol) => ({ text: symbol.decode('utf-8'), format: symbol.typeName }));
  };
  return { version: about.version, knows: (format) => format !== 'DataMatrix', photo: read, frame: read };
}
