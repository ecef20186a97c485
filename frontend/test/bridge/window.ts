/* As much of a browser's window as modules without a page ask for, around a JavaScript of its own. */

import vm from 'node:vm';

import { storageOf } from './storage.ts';
import type { Profile, Told } from './storage.ts';

const { crypto, structuredClone, queueMicrotask, setTimeout, clearTimeout, performance, DOMException, Event, EventTarget } = globalThis;
const { TextEncoder, TextDecoder, Blob, File, URL } = globalThis;
const SHARED = { crypto, structuredClone, queueMicrotask, setTimeout, clearTimeout, performance, DOMException, Event, EventTarget, TextEncoder, TextDecoder, Blob, File, URL };

class StorageEvent extends Event {
  readonly key: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;

  constructor(type: string, { key = null, oldValue = null, newValue = null }: Partial<Told> = {}) {
    super(type);
    this.key = key;
    this.oldValue = oldValue;
    this.newValue = newValue;
  }
}

/** the methods of something that events happen to, to be laid into an object */
function target() {
  const own = new EventTarget();
  return {
    addEventListener: own.addEventListener.bind(own),
    removeEventListener: own.removeEventListener.bind(own),
    dispatchEvent: own.dispatchEvent.bind(own),
  };
}

const ANSWER = `(value, given) => Promise.resolve(typeof value === 'function' ? value(given && JSON.parse(given)) : value)
  .then((answer) => JSON.stringify(answer, (_, inner) => inner === undefined ? null
    : inner instanceof Map ? Object.fromEntries(inner) : inner instanceof Set ? [...inner] : inner))`;

export class Window {
  readonly context: vm.Context;
  readonly profile: Profile;
  readonly #hear: (told: Told, by: object) => void;
  #untold = 0;

  /**
   * @param modules - the script that defines them
   * @param beside - opens another window of the same profile
   */
  constructor(profile: Profile, modules: vm.Script, beside: () => Window) {
    this.profile = profile;
    const events = target();
    this.context = vm.createContext({
      ...SHARED,
      ...events,
      StorageEvent,
      HTMLScriptElement: EventTarget, // none stands on a page
      ...storageOf(profile, this),
      document: { ...target(), visibilityState: 'visible', documentElement: { lang: 'zh' }, getElementById: () => null },
      navigator: { language: 'zh-CN' },
      location: { href: 'http://127.0.0.1/', hash: '', protocol: 'http:' },
      console: { log: console.error, warn: console.error, error: console.error },
      beside: () => beside().context,
      close: () => { this.close(); },
    });
    vm.runInContext('globalThis.window = globalThis.self = globalThis', this.context);
    modules.runInContext(this.context);
    this.#hear = (told, by) => {
      if (by === this) return;
      this.#untold += 1;
      setImmediate(() => {
        this.#untold -= 1;
        events.dispatchEvent(new StorageEvent('storage', told));
      });
    };
    profile.windows.add(this.#hear);
  }

  /**
   * The value of an expression, or, where that is a function, what it says of what was given, as JSON.
   * Like `page.evaluate` of Playwright.
   */
  async evaluate(code: string, given: string | undefined): Promise<string | undefined> {
    const value: unknown = vm.runInContext(`(${code})`, this.context, { filename: 'test' });
    const answer = vm.runInContext(ANSWER, this.context) as (value: unknown, given: string | undefined) => Promise<string | undefined>;
    return answer(value, given);
  }

  get isTold(): boolean {
    return this.#untold === 0;
  }

  close(): void {
    this.profile.windows.delete(this.#hear);
  }
}
