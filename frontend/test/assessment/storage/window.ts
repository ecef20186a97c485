/* As much of a window as storage needs, in place of the one that Node does not have. */

import { newProfile, storageOf } from '../../bridge/storage.ts';

Reflect.set(globalThis, 'window', globalThis);

function keep(descriptor: PropertyDescriptor) {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });
}

export const DAMAGED = /^levelbook\.assess\.damaged\./;

/** A browser that keeps nothing yet. */
export function emptyStorage(): Storage {
  const { localStorage } = storageOf(newProfile(), {});
  keep({ value: localStorage });
  return window.localStorage;
}

/** A browser that lets no page keep anything. */
export function noStorage() {
  keep({ get: () => { throw new DOMException('no', 'SecurityError'); } });
}

const sizeOf = (storage: Storage): number => Object.keys(storage).reduce((size, key) => size + key.length + (storage.getItem(key) ?? '').length, 0);

/** There is no room left for more than what is there, as long as it runs. */
export function whileFull<Value>(run: () => Value): Value {
  const own = window.localStorage;
  const limit = sizeOf(own);
  const setItem = (key: string, value: string) => {
    if (sizeOf(own) + key.length + value.length - (own.getItem(key) === null ? 0 : key.length + (own.getItem(key) ?? '').length) > limit) throw new DOMException('full', 'QuotaExceededError');
    own.setItem(key, value);
  };
  const full = new Proxy(own, { get: (storage, key) => (key === 'setItem' ? setItem : bound(Reflect.get(storage, key, storage), storage)) });
  keep({ value: full });
  try {
    return run();
  } finally {
    keep({ value: own });
  }
}

const bound = (value: unknown, owner: object): unknown =>
  (typeof value === 'function' ? (...given: unknown[]): unknown => Reflect.apply(value, owner, given) : value);
