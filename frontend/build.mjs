/* Builds what browsers get, scripts and style sheets: one for every page, and one for each kind of page that needs more, named
   after its template. Scripts are classic ones, as modules do not run from file://. `node build.mjs --into FOLDER` writes
   elsewhere, for the test that compares. */

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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

/** the files of a folder that are built, each with what it imports */
async function entries(folder, ending) {
  const names = await readdir(`${HERE}${folder}`);
  return names.filter((name) => name.endsWith(ending)).sort().map((name) => `${folder}/${name}`);
}

/** Scripts, packed once more by who knows better which short names travel well: a twenty-fifth less, as servers send them. */
async function buildScripts(more) {
  const { outputFiles } = await build({ ...SHARED, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact', write: false, ...more });
  for (const { path, text, contents } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, path.endsWith('.js') ? await packed(text) : contents);
  }
}

async function packed(text) {
  const { code } = await minify(text, { ecma: 2020, compress: { passes: 3, keep_fargs: false }, format: { preamble: NOTICE } });
  return `${code}\n`;
}

for (const folder of ['js', 'css', 'serve']) await rm(`${into}/${folder}`, { recursive: true, force: true });
await buildScripts({ entryPoints: await entries('src/entries', '.ts'), outdir: `${into}/js` });
await build({ ...SHARED, entryPoints: await entries('styles', '.css'), outdir: `${into}/css` });

/* What the preview shows over pages is served by it, and part of no site. */
await buildScripts({ entryPoints: ['src/serve/overlay.tsx', 'styles/serve/overlay.css'], outdir: `${into}/serve`, entryNames: '[name]' });
