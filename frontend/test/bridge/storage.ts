/* Storage as windows of one profile share it: each has a class of its own, so that a test can replace methods of its
   prototype, and each hears of what the others write. */

export type Told = { key: string | null; oldValue: string | null; newValue: string | null };

/** what windows of one profile keep, and whom a change is told to */
export interface Profile {
  readonly kept: Map<string, string>;
  readonly windows: Set<(told: Told, by: object) => void>;
}

export const newProfile = (): Profile => ({ kept: new Map(), windows: new Set() });

/** The class Storage of a window, and its localStorage. */
export function storageOf(profile: Profile, by: object) {
  const { kept, windows } = profile;
  const tell = (key: string | null, oldValue: string | null, newValue: string | null) => {
    if (oldValue !== newValue || key === null) for (const hear of windows) hear({ key, oldValue, newValue }, by);
  };
  const put = (key: string, value: string | null) => {
    const before = kept.get(key) ?? null;
    if (value === null) kept.delete(key);
    else kept.set(key, value);
    tell(key, before, value);
  };
  class Storage {
    get length(): number {
      return kept.size;
    }

    key(at: number): string | null {
      return [...kept.keys()][at] ?? null;
    }

    getItem(key: unknown): string | null {
      return kept.get(String(key)) ?? null;
    }

    setItem(key: unknown, value: unknown): void {
      put(String(key), String(value));
    }

    removeItem(key: unknown): void {
      put(String(key), null);
    }

    clear(): void {
      kept.clear();
      tell(null, null, null);
    }
  }
  const localStorage = new Proxy(new Storage(), {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      typeof key === 'string' && kept.has(key) ? { value: kept.get(key), configurable: true, enumerable: true, writable: true } : undefined,
  });
  return { Storage, localStorage };
}
