/* Builds what browsers get, scripts and style sheets: one for every page, and one for each kind of page that needs more, named
   after its template. Scripts are classic ones, as modules do not run from file://. `node build.mjs --into FOLDER` writes
   elsewhere, for the test that compares. */

import { readdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

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

for (const folder of ['js', 'css']) await rm(`${into}/${folder}`, { recursive: true, force: true });
await build({
  ...SHARED,
  entryPoints: await entries('src/entries', '.ts'),
  outdir: `${into}/js`,
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
await build({ ...SHARED, entryPoints: await entries('styles', '.css'), outdir: `${into}/css` });

/* What the preview shows over pages is served by it, and part of no site. */
await rm(`${into}/serve`, { recursive: true, force: true });
await build({
  ...SHARED,
  entryPoints: ['src/serve/overlay.tsx', 'styles/serve/overlay.css'],
  outdir: `${into}/serve`,
  entryNames: '[name]',
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
});
