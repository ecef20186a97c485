/* Cases that Python and scripts share; tests/frontend/golden.py writes them. */

import { readFileSync } from 'node:fs';

/** What a file of golden/ holds. */
export function golden(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));
}

/** A result as JSON has it, as Python gives it: null for what is undefined. */
export function asJson(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result, (_, inner: unknown) => inner ?? null));
}
