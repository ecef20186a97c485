/* Builds what browsers run: a classic script for every page, one for the head, and one for each kind of page that needs
   more. Module scripts do not run from file://. `node build.mjs --into FOLDER` writes elsewhere, for the test that compares. */

import { readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const SOURCE = new URL('./src/entries/', import.meta.url);
const HOME = new URL('../generator/levelbook/static/js/', import.meta.url);
const { into = HOME.pathname } = parseArgs({ options: { into: { type: 'string' } } }).values;

await build({
  absWorkingDir: new URL('.', import.meta.url).pathname,
  entryPoints: (await readdir(SOURCE)).sort().map((name) => `src/entries/${name}`),
  outdir: into,
  bundle: true,
  minify: true,
  format: 'iife',
  charset: 'utf8',
  target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
});
