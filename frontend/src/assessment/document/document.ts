/* The document of an assessment: which shape it has, how one is begun, written to a file and read from one.
   Whatever comes from outside passes `check`, which names every field that is wrong and keeps all the others.
   No page and no storage here. The shape is documented in docs/guide/assessment-file and assessment-1.schema.json. */

import { isMapping } from '../../lib/values.ts';


/** the value if it fits, else what stands for it */
export type Shape = (value: any, path: string, wrong: string[]) => any;
export type Problem = {key: string, facts: Record<string, string | number | string[]>};
export type Doc = Record<string, any>;

const FORMAT = 1;
export const LIMIT = 2 * 1024 * 1024; // bytes of a file
const DEEP = 40; // of what we do not know
const MANY = 20000; // entries of a mapping or list

/**
 * A shape of texts: those for which the test holds.
 * @param otherwise - where there is none
 */
const text = (test: (text: string) => boolean, otherwise: any = ''): Shape => (value, path, wrong) => {
  if (typeof value === 'string' && test(value)) return value;
  if (value !== undefined) wrong.push(path);
  return otherwise;
};

const line: (limit: number) => Shape = (limit) => text((value) => value.length <= limit);
const prose = text(() => true);
const like: (pattern: RegExp, otherwise?: any) => Shape = (pattern, otherwise = '') => text((value) => pattern.test(value), otherwise);
const time = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/);
const figure = like(/^-?\d{1,9}(\.\d{1,9})?$/);
const date = like(/^(\d{4,6}-\d\d-\d\d)?$/);

const flag: Shape = (value, path, wrong) => {
  if (typeof value !== 'boolean' && value !== undefined) wrong.push(path);
  return value === true;
};

const count: Shape = (value, path, wrong) => {
  if (Number.isInteger(value) && value >= 0) return value;
  if (value !== undefined) wrong.push(path);
  return 0;
};

const orNull: (shape: Shape) => Shape = (shape) => (value, path, wrong) => {
  const count = wrong.length;
  const found = value === null || value === undefined ? null : shape(value, path, wrong);
  return found === '' && wrong.length > count ? null : found;
};

/** left out where it is missing */
const maybe: (shape: Shape) => Shape = (shape) => (value, path, wrong) => (value === undefined ? undefined : shape(value, path, wrong));

/** What we do not know is kept as it is, unless it is too deep to be walked. */
const anything: Shape = (value, path, wrong) => {
  if (!tooDeep(value)) return structuredClone(value);
  wrong.push(path);
  return null;
};

function tooDeep(value: any): boolean {
  let layer = [value];
  for (let depth = 0; layer.length; depth++) {
    if (depth > DEEP) return true;
    layer = layer.filter((one) => typeof one === 'object' && one !== null).flatMap((one) => Object.values(one));
  }
  return false;
}

/** A mapping whose keys are codes or ids; in the order of the keys, so that a file is always written alike. */
const mapping: (shape: Shape) => Shape = (shape) => (value, path, wrong) => {
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

const list: (shape: Shape) => Shape = (shape) => (value, path, wrong) => {
  if (Array.isArray(value) && value.length <= MANY) return value.map((one, at) => shape(one, `${path}.${at}`, wrong));
  if (value !== undefined) wrong.push(path);
  return [];
};

/** A mapping with keys of ours, in our order; what else is in it comes after them. */
const record: (fields: Record<string, Shape>) => Shape = (fields) => (value, path, wrong) => {
  if (!isMapping(value) && value !== undefined) wrong.push(path);
  const given = isMapping(value) ? value : {};
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const ours = Object.entries(fields).map(([key, shape]) => {
    const own = Object.hasOwn(given, key) ? given[key] : undefined;
    return [key, shape(own, at(key), wrong)];
  });
  const others = Object.keys(given).filter((key) => !Object.hasOwn(fields, key) && key !== '__proto__');
  const all = [...ours, ...others.sort().map((key) => [key, anything(given[key], at(key), wrong)])];
  return Object.fromEntries(all.filter(([, found]) => found !== undefined));
};

const ANSWER = record({
  points: orNull(figure), marks: mapping(line(40)), mark: orNull(line(40)), evidence: prose, date, na: orNull(prose),
  unseen: flag, pick: flag, hash: like(/^([0-9a-f]{16})?$/), text: prose, name: prose, seen: line(100),
  at: maybe(time), place: maybe(line(120)), placeName: maybe(prose), standard: maybe(orNull(figure)), scale: maybe(line(120)),
  scaleName: maybe(prose), basis: maybe(like(/^([0-9a-f]{16}-?)?$/)), scaleHash: maybe(like(/^[0-9a-f]{16}$/)), weight: maybe(orNull(figure)),
  negative: maybe(flag), papers: maybe(mapping(orNull(line(40)))),
});

const SCALE = record({
  name: prose, standard: orNull(figure), ratings: list(record({ points: figure, name: prose })),
  exam: orNull(record({ outOf: figure, round: line(40), bands: list(record({ from: figure, points: figure })) })),
});

/** What stands in one field of a plan: a text, several, or yes and no; fields in fields are a mapping. */
const cell: Shape = (value, path, wrong) => {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return list(prose)(value, path, wrong);
  if (isMapping(value)) return mapping(prose)(value, path, wrong);
  if (value !== undefined && value !== null) wrong.push(path);
  return '';
};

const RESULT = record({
  mean: maybe(orNull(figure)), low: maybe(orNull(figure)), top: maybe(orNull(figure)), standard: maybe(orNull(figure)), release: maybe(line(100)),
  groups: maybe(list(record({ id: line(120), name: prose, mean: orNull(figure) }))), done: maybe(count), of: maybe(count),
});

const DOCUMENT = record({
  levelbook: like(/^assessment$/, 'assessment'), format: anything, handbook: line(1000), release: line(100), target: like(/^\S{1,200}$/),
  title: line(1000), id: like(/^[0-9a-f]{16}$/), name: line(1000), created: time, changed: time, finished: orNull(time),
  mode: like(/^(quick|full)$/, 'quick'), blind: flag, period: line(1000),
  answers: mapping(ANSWER), manager: record({ name: line(1000), answers: mapping(ANSWER) }), agreed: mapping(orNull(figure)),
  plan: mapping(list(mapping(cell))),
  kept: list(record({
    code: line(200), name: prose, text: prose, answer: orNull(ANSWER), why: line(40), since: line(100), who: maybe(line(40)),
    agreed: maybe(orNull(figure)), seen: maybe(line(100)),
  })),
  scales: maybe(mapping(SCALE)), result: orNull(RESULT), known: maybe(list(line(200))), tabs: maybe(mapping(time)),
});
const NEEDED = ['target', 'id', 'created', 'changed'];

/**
 * @param value - from anywhere
 * @returns the document without what is wrong in it, and where that is
 */
export function check(value: any): {doc: Doc, wrong: string[]} {
  const wrong: string[] = [];
  const doc = DOCUMENT(value, '', wrong);
  doc.format = FORMAT;
  for (const key of NEEDED) if (!doc[key] && !wrong.includes(key)) wrong.push(key);
  return { doc, wrong };
}

/** 16 hexadecimal digits by chance */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (one) => one.toString(16).padStart(2, '0')).join('');
}

export const now = (): string => new Date().toISOString();

const two: (number: number) => string = (number) => String(number).padStart(2, '0');

/** its day here, 2026-11-21; nothing where it is no moment */
export function dayOf(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

/** its time of the day here, 08:05; nothing where it is no moment */
export function clockOf(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * @param data - of the page
 * @returns an empty document for it
 */
export function blank(data: any): Doc {
  const at = now();
  return check({
    levelbook: 'assessment', format: FORMAT, handbook: data.handbook, release: data.release || '', target: data.target,
    title: data.title, id: newId(), created: at, changed: at, mode: (data.modes || [])[0] || 'quick',
  }).doc;
}

/**
 * A new document begun from another: the answers stand as they were, it has a life of its own.
 * @param again - for a new period: without the manager's view, the agreed values and the plan
 */
export function copy(doc: Doc, again: boolean = false): Doc {
  const at = now();
  const { tabs, ...rest } = structuredClone(doc);
  const own = { ...rest, id: newId(), created: at, changed: at, finished: null };
  return again ? check({ ...own, manager: undefined, agreed: undefined, plan: undefined, period: '', result: null }).doc : own;
}

/** what is written into a file: every time alike, whatever the order in memory */
export function write(doc: Doc): string {
  const { tabs, ...own } = doc; // of this browser only
  const { doc: ordered, wrong } = check(own);
  return JSON.stringify(wrong.length ? own : ordered, null, 2) + '\n';
}

/** a file name that tells what it is about and not who filled it in */
export function fileName(doc: Doc, ending: string = 'json'): string {
  const target = String(doc.target).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `${target}-${dayOf(doc.changed) || dayOf(now())}.${ending}`;
}

export const bytes: (text: string) => number = (text) => new TextEncoder().encode(text).length;

const fail = (key: string, facts: Record<string, string | number | string[]> = {}): {problem: Problem} => ({ problem: { key, facts } });

function decode(source: string): {value: any} | {problem: Problem} {
  const text = source.replace(/^\ufeff/, '').trim();
  if (!text) return fail('empty');
  try {
    // what would change the ways of an object is left out
    return { value: JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value)) };
  } catch (error) {
    if (!text.startsWith('{')) return fail('not_json');
    return fail(text.endsWith('}') ? 'damaged' : 'cut');
  }
}

/** why it is not a document that we can read */
function foreign(value: any): {problem: Problem} | null {
  if (!isMapping(value) || value.levelbook !== 'assessment') return fail('not_ours');
  const { format } = value;
  if (typeof format === 'number' && format > FORMAT) return fail('newer', { theirs: format, ours: FORMAT });
  return format === FORMAT ? null : fail('format_unknown', { theirs: String(format).slice(0, 40) });
}

/**
 * Reads what is said to be a document. Where fields are wrong, or it is of another handbook, `rest` is what can be read.
 * @param handbook - the name it should have
 */
export function parse(source: string, handbook?: string): {doc: Doc} | {problem: Problem, rest?: Doc} {
  const size = source.length > LIMIT ? source.length : bytes(source);
  if (size > LIMIT) return tooBig(size);
  const decoded = decode(source);
  if ('problem' in decoded) return decoded;
  const problem = foreign(decoded.value);
  if (problem) return problem;
  const { doc, wrong } = check(decoded.value);
  if (wrong.length) return broken(doc, wrong);
  if (handbook && doc.handbook !== handbook) return { ...fail('other_handbook', { theirs: doc.handbook, ours: handbook }), rest: doc };
  return { doc };
}

export const tooBig = (size: number): {problem: Problem} => fail('too_big', { size: (size / 1024 / 1024).toFixed(1), limit: LIMIT / 1024 / 1024 });

function broken(doc: Doc, wrong: string[]): {problem: Problem, rest?: Doc} {
  const some = [...new Set(wrong)].map((path) => (path.length > 80 ? `${path.slice(0, 80)}…` : path));
  const { problem } = fail('broken', { n: some.length, fields: [...some.slice(0, 6), ...(some.length > 6 ? ['…'] : [])] });
  if (!doc.target) return { problem };
  const at = now();
  return { problem, rest: { ...doc, id: doc.id || newId(), created: doc.created || at, changed: doc.changed || at } };
}
