/* Loads what the search looks through, when it is first wanted: one file, or several, what is sought most first. */

import type { SearchData } from '../generated/page-data.ts';
import { load } from '../lib/load.ts';
import type { SearchIndex } from './index.ts';
import { prepare } from './search.ts';

declare global {
  interface Window {
    /** what the file of the search brings that was loaded last */
    levelbookSearch?: SearchData;
  }
}

const FIRST = 'assets/levelbook/search-data.js';

/** what is loaded so far, and whether more is to come */
export interface Loaded {
  readonly index: SearchIndex;
  readonly isWhole: boolean;
}

type Listener = (loaded: Loaded) => void;

class Loader {
  readonly listeners = new Set<Listener>();
  /** nothing before the first file is there */
  loaded: Loaded | null = null;
  readonly #base: string;
  #next = FIRST;
  #running: Promise<void> | null = null;

  constructor(base: string) {
    this.#base = base;
  }

  /** Loads what is still to come; after a failure it goes on where it stopped. */
  run(): Promise<void> {
    this.#running ??= this.#loadAll().finally(() => { this.#running = null; });
    return this.#running;
  }

  async #loadAll() {
    while (this.#next) {
      await load(this.#base + this.#next);
      const data = window.levelbookSearch;
      if (!data) throw new Error(`no search data in ${this.#next}`);
      this.#next = data.next;
      this.loaded = { index: prepare(data, this.loaded ? this.loaded.index : null), isWhole: !data.next };
      for (const hear of this.listeners) hear(this.loaded);
    }
  }
}

const loaders = new Map<string, Loader>();

/**
 * Resolves when all is loaded.
 * @param base - address of the site's folder
 * @param hear - told what there is after every file
 */
export async function loadIndex(base: string, hear: Listener): Promise<void> {
  const loader = loaders.get(base) ?? new Loader(base);
  loaders.set(base, loader);
  if (loader.loaded) hear(loader.loaded);
  loader.listeners.add(hear);
  try {
    await loader.run();
  } finally {
    loader.listeners.delete(hear);
  }
}
