/* Builds what browsers get, scripts and style sheets: one for every page, and one for each kind of page that needs more, named
   after its template. Scripts are classic ones, as modules do not run from file://. `node build.mjs --into FOLDER` writes
   elsewhere, for the test that compares. */

import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { minify } from 'terser';

const HERE = new URL('.', import.meta.url).pathname;
const HOME = new URL('../generator/levelbook/static/', import.meta.url).pathname;
const { into = HOME } = parseArgs({ options: { into: { type: 'string' } } }).values;
const NOTICE = '/* Licences: ../licences.txt */';
const SHARED = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  charset: 'utf8',
  target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  legalComments: 'none',
  banner: { js: NOTICE, css: NOTICE },
  logLevel: 'warning',
};
const SCRIPT = { ...SHARED, jsx: 'automatic', jsxImportSource: 'preact', write: false };
/** scripts that hand over what they share with one that comes later */
const PAIRS = [['checklist', 'checklist_views']];

/** the files of a folder that are built, each with what it imports */
async function entries(folder, ending) {
  const names = await readdir(`${HERE}${folder}`);
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => `${folder}/${name}`);
}

async function buildScripts(more) {
  const { outputFiles } = await build({ ...SCRIPT, format: 'iife', ...more });
  for (const { path, text, contents } of outputFiles) await write(path, path.endsWith('.js') ? await packed(text) : contents);
}

/**
 * Builds a script, and one that its page loads later, which has nothing of the first in it again: the first hands over what both need,
 * under the mark of its content, so that scripts of two releases never work together.
 * @param first, later - their names among the entries
 */
async function buildPair(first, later) {
  const entryPoints = [first, later].map((name) => `src/entries/${name}.ts`);
  const { outputFiles, metafile } = await build({ ...SCRIPT, entryPoints, format: 'esm', splitting: true, metafile: true, outdir: 'pair' });
  const parts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const [shared, ...others] = [...parts.keys()].filter((name) => name.startsWith('chunk-'));
  if (!shared || others.length) throw new Error(`${first} and ${later} do not share one part`);
  const names = metafile.outputs[`pair/${shared}`].exports.join();
  const place = `window.levelbookShared_${createHash('sha256').update(parts.get(shared)).digest('hex').slice(0, 8)}`;
  const whole = `import './${first}.js'; import { ${names} } from './${shared}'; ${place} = [${names}];`;
  await writePart(first, whole, parts);
  await writePart(later, `import './${later}.js';`, new Map([...parts, [shared, `export const [${names}] = ${place};`]]));
}

/** Joins parts of a script, which are in memory only. */
async function writePart(name, contents, parts) {
  const inMemory = {
    name: 'in-memory',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path }) => ({ path: basename(path), namespace: 'parts' }));
      onLoad({ filter: /./, namespace: 'parts' }, ({ path }) => ({ contents: parts.get(path) }));
    },
  };
  const { outputFiles: [{ text }] } = await build({ ...SCRIPT, format: 'iife', stdin: { contents: `'use strict'; ${contents}` }, plugins: [inMemory] });
  await write(`${into}/js/${name}.js`, await packed(text));
}

async function write(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

/**
 * Packs once more, by who knows better which short names travel well: a twenty-fifth less, as servers send them. Functions that
 * ask for no `this` become arrows; none of those, of ours or Preact's, is called with `new`.
 */
async function packed(text) {
  const { code } = await minify(text, { ecma: 2020, compress: { passes: 3, keep_fargs: false, unsafe_arrows: true }, format: { preamble: NOTICE } });
  return `${code}\n`;
}

for (const folder of ['js', 'css', 'serve']) await rm(`${into}/${folder}`, { recursive: true, force: true });
const alone = (await entries('src/entries', '.ts')).filter((path) => !PAIRS.flat().includes(basename(path, '.ts')));
await buildScripts({ entryPoints: alone, outdir: `${into}/js` });
for (const [first, later] of PAIRS) await buildPair(first, later);
await build({ ...SHARED, entryPoints: await entries('styles', '.css'), outdir: `${into}/css` });

/* What the preview shows over pages is served by it, and part of no site. */
await buildScripts({ entryPoints: ['src/serve/overlay.tsx', 'styles/serve/overlay.css'], outdir: `${into}/serve`, entryNames: '[name]' });
