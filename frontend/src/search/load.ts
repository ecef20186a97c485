/* Loads what the search looks through, when it is first wanted: one file, or several, what is sought most first. */

import type { SearchData } from '../generated/page-data.ts';
import { load, siteOf } from '../lib/load.ts';
import type { SearchIndex } from './index.ts';
import { prepare } from './search.ts';

declare global {
  interface Window {
    /** what the file of the search brings that was loaded last */
    levelbookSearch?: SearchData;
  }
}

/** The first file, where an element does not say it with the mark of its content: in a company's own header. */
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
  #next: string;
  #running: Promise<void> | null = null;

  constructor(base: string, first: string) {
    this.#base = base;
    this.#next = first;
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
 * @param element - knows where the site's folder is, and the first file
 * @param hear - told what there is after every file
 */
export async function loadIndex(element: HTMLElement, hear: Listener): Promise<void> {
  const base = siteOf(element);
  const loader = loaders.get(base) ?? new Loader(base, element.dataset.data ?? FIRST);
  loaders.set(base, loader);
  if (loader.loaded) hear(loader.loaded);
  loader.listeners.add(hear);
  try {
    await loader.run();
  } finally {
    loader.listeners.delete(hear);
  }
}
