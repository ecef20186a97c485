/* Answers tests in Python (tests/node.py): a line of JSON in, a line of JSON out, for as long as they ask. */

import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

import { buildSync } from 'esbuild';

import { newProfile } from './storage.ts';
import type { Profile } from './storage.ts';
import { Window } from './window.ts';

type Asked = { window: number; open?: string; close?: true; code?: string; given?: string };

/** all modules, as a script that makes globals of them */
function bundled(): vm.Script {
  const entry = fileURLToPath(new URL('./modules.ts', import.meta.url));
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'modules', charset: 'utf8' });
  return new vm.Script(`${outputFiles[0].text}\nObject.assign(globalThis, modules);`, { filename: 'modules' });
}

const modules = bundled();
const profiles = new Map<string, Profile>();
const windows = new Map<number, Window>();

function open(name: string): Window {
  const profile = profiles.get(name) ?? newProfile();
  profiles.set(name, profile);
  return new Window(profile, modules, () => open(name));
}

async function answer({ window: number, open: profile, close, code, given }: Asked): Promise<string | undefined> {
  if (profile !== undefined) windows.set(number, open(profile));
  const window = windows.get(number);
  if (!window) throw new Error(`no window ${number}`);
  if (close) {
    window.close();
    windows.delete(number);
  }
  const said = code === undefined ? 'null' : await window.evaluate(code, given);
  while ([...windows.values()].some((other) => !other.isTold)) await new Promise(setImmediate);
  return said;
}

/** where it came from; errors of another window are of another class */
const textOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error));

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Asked;
  const reply = await answer(asked).then(
    (said) => `{"said":${said ?? 'null'}}`,
    (error: unknown) => JSON.stringify({ failed: textOf(error) }),
  );
  process.stdout.write(`${reply}\n`);
}
