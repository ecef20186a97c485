/* Shapes of what comes from outside: each takes any value, gives what fits of it or what stands for it, and names every place
   that is wrong. A shape's type is that of what it gives, so `document.ts` cannot drift from the types of the saved file. */

import { isMapping } from '../../lib/values.ts';

/** the value if it fits, else what stands for it; `wrong` collects where it does not */
export type Shape<Found> = (value: unknown, path: string, wrong: string[]) => Found;
type Fields = Record<string, Shape<unknown>>;
type Found<Given extends Fields> = {[Key in keyof Given]: ReturnType<Given[Key]>};

const DEEP = 40; // of what we do not know
const MANY = 20000; // entries of a mapping or list

/** texts for which the test holds */
const text = (test: (text: string) => boolean): Shape<string> => (value, path, wrong) => {
  if (typeof value === 'string' && test(value)) return value;
  if (value !== undefined) wrong.push(path);
  return '';
};

export const line = (limit: number): Shape<string> => text((value) => value.length <= limit);
export const prose = text(() => true);
export const like = (pattern: RegExp): Shape<string> => text((value) => pattern.test(value));

/** one of these texts, else the first */
export const choice = <Choice extends string>(first: Choice, ...others: Choice[]): Shape<Choice> => (value, path, wrong) => {
  const chosen = [first, ...others].find((text) => text === value);
  if (chosen === undefined && value !== undefined) wrong.push(path);
  return chosen ?? first;
};

/** what we write, whatever was there */
export const always = <Value>(fixed: Value): Shape<Value> => () => fixed;

export const flag: Shape<boolean> = (value, path, wrong) => {
  if (typeof value !== 'boolean' && value !== undefined) wrong.push(path);
  return value === true;
};

export const count: Shape<number> = (value, path, wrong) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  if (value !== undefined) wrong.push(path);
  return 0;
};

export const orNull = <Value>(shape: Shape<Value>): Shape<Value | null> => (value, path, wrong) => {
  const before = wrong.length;
  const found = value === null || value === undefined ? null : shape(value, path, wrong);
  return found === '' && wrong.length > before ? null : found;
};

/** left out where it is missing */
export const maybe = <Value>(shape: Shape<Value>): Shape<Value | undefined> => (value, path, wrong) => (value === undefined ? undefined : shape(value, path, wrong));

/** What we do not know is kept as it is, unless it is too deep to be walked. */
const anything: Shape<unknown> = (value, path, wrong) => {
  if (!isTooDeep(value)) return structuredClone(value);
  wrong.push(path);
  return null;
};

function isTooDeep(value: unknown): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length; depth++) {
    if (depth > DEEP) return true;
    layer = layer.flatMap((node): unknown[] => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return false;
}

/** A mapping whose keys are codes or ids; in the order of the keys, so that a file is always written alike. */
export const mapping = <Value>(shape: Shape<Value>): Shape<Record<string, Value>> => (value, path, wrong) => {
  if (!isMapping(value)) {
    if (value !== undefined) wrong.push(path);
    return {};
  }
  const keys = Object.keys(value).sort();
  const known = keys.filter((key) => key !== '__proto__' && key.length <= 120).slice(0, MANY);
  if (known.length < keys.length) wrong.push(path);
  // of entries, as an assignment to some keys would not make a key
  return Object.fromEntries(known.map((key) => [key, shape(value[key], `${path}.${key}`, wrong)]));
};

export const list = <Value>(shape: Shape<Value>): Shape<Value[]> => (value, path, wrong) => {
  if (Array.isArray(value) && value.length <= MANY) return value.map((entry: unknown, at) => shape(entry, `${path}.${at}`, wrong));
  if (value !== undefined) wrong.push(path);
  return [];
};

/** A mapping with keys of ours, in our order; what else is in it comes after them. */
export const record = <Given extends Fields>(fields: Given): Shape<Found<Given>> => (value, path, wrong) => {
  if (!isMapping(value) && value !== undefined) wrong.push(path);
  const given = isMapping(value) ? value : {};
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const names: (keyof Given & string)[] = Object.keys(fields);
  const ours: Partial<Record<string, unknown>> = {};
  for (const name of names) {
    const found = fields[name](Object.hasOwn(given, name) ? given[name] : undefined, at(name), wrong);
    if (found !== undefined) ours[name] = found;
  }
  const others = Object.keys(given).filter((key) => !Object.hasOwn(fields, key) && key !== '__proto__');
  const unknown = others.sort().map((key) => [key, anything(given[key], at(key), wrong)]);
  return Object.assign(ours, Object.fromEntries(unknown)) as Found<Given>;
};

/** What stands in one field of a plan: a text, several, or yes and no; fields in fields are a mapping. */
export const cell: Shape<string | boolean | string[] | Record<string, string>> = (value, path, wrong) => {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return list(prose)(value, path, wrong);
  if (isMapping(value)) return mapping(prose)(value, path, wrong);
  if (value !== undefined && value !== null) wrong.push(path);
  return '';
};
