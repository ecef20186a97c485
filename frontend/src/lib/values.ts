/* What a value is. */

/** data whose keys and values nobody has looked at yet */
export type Mapping = Record<string, unknown>;

/** whether it has keys and values */
export const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);

/** what stands under a key of its own; nothing where it is no mapping */
export const valueAt = (value: unknown, key: string): unknown => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined);

/** the texts of a mapping, by key; what is no text is left out */
export const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(isMapping(value) ? value : {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

/** what stands under a key that a record need not have */
export const entryAt = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/** for filters: what is there */
export const isPresent = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** what a text says as JSON, also behind the mark some editors begin a file with; undefined where it is none */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
