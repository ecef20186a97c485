/* What a move means, worked out from the data without a page: what carries over, what is asked differently,
   what can be related, what is new, what the other side does not mention, what it says falls away. Levels of different sequences are never ranked. */

import type { ChangeKind, TransferCell, TransferChange, TransferCompetency, TransferData, TransferSequence, TransferStop } from '../generated/page-data.ts';
import { entryAt, isPresent } from '../lib/values.ts';

export interface Place {
  readonly sequence: TransferSequence;
  readonly stop: TransferStop;
}

/** What a stop asks of a competency; no cell where its source does not list it. */
export interface Asked {
  readonly competency: TransferCompetency;
  readonly level: string;
  readonly levelName: string;
  readonly cell: TransferCell | undefined;
  readonly listed: boolean;
}

/** Indicators of what is asked, by number; part: not all that the level asks. */
export interface Some {
  readonly asked: Asked;
  readonly numbers: readonly number[];
  readonly part?: boolean;
}

/** What became of a demand, seen from where one is: the other way down, what is raised is lowered. */
export type SeenKind = ChangeKind | 'lowered';

/** Kinds of which both wordings stand side by side. */
export type RowKind = 'raised' | 'lowered' | 'reworded';

/** One demand, as both sides put it; earlier: of before, what a level further down wrote. */
export interface ChangedRow {
  readonly kind: RowKind;
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly earlier: readonly number[];
}

export interface Changed {
  readonly asked: Asked;
  readonly rows: readonly ChangedRow[];
}

export interface Linked {
  readonly concept: string;
  readonly now: readonly Asked[];
  readonly then: readonly Asked[];
}

/** What a move means, part by part. */
export interface Move {
  readonly keep: Some[];
  readonly more: Changed[];
  readonly linked: readonly Linked[];
  readonly fresh: Some[];
  readonly restated: Some[];
  readonly unsaid: Some[];
  readonly gone: Some[];
  readonly unknown: { readonly now: Asked; readonly then: Asked }[];
}

/** a change, seen from now; one demand may become several */
type Change = readonly [kind: SeenKind, before: readonly number[], ...after: (number | null)[]];

/**
 * @param address - `sequence/stop`, `sequence/` for a whole standard
 */
export function placeOf(data: Pick<TransferData, 'sequences'>, address: string): Place | null {
  const [owner, key = ''] = address.split('/');
  const sequence = data.sequences.find(({ id }) => id === owner);
  const stop = sequence?.stops.find(({ id }) => id === key);
  return sequence && stop ? { sequence, stop } : null;
}

/** What a stop asks of what its source does not name: not the same as not asking it. */
const UNLISTED = 'unlisted';

/** what is asked there, by competency */
function askedAt({ sequence, stop }: Place): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  sequence.competencies.forEach((competency, at) => {
    const level = stop.asks[at];
    if (level === null) return;
    const levelName = entryAt(sequence.levels, level) ?? '';
    // a level may be asked of what the source does not write level by level
    const cell = level === UNLISTED ? undefined : (entryAt(competency.cells, level) ?? entryAt(competency.cells, ''));
    asked.set(competency.id, { competency, level, levelName, cell, listed: level !== UNLISTED });
  });
  return asked;
}

const holdsAt = ({ cell }: Asked): readonly number[] => cell?.holds ?? [];

/** whether the source says what is asked */
const isSaid = ({ cell }: Asked): boolean => cell !== undefined && cell.nothing.length === 0;

/**
 * @param ladder - on which both levels stand
 * @returns what changes, seen from now; nothing where the source does not say
 */
function changesBetween(now: Asked, then: Asked, ladder: TransferSequence): readonly Change[] {
  const { changes } = then.competency;
  const up = entryAt(changes, `${now.level}>${then.level}`);
  return up ?? (entryAt(changes, `${then.level}>${now.level}`) ?? []).map((change) => turned(change, ladder, holdsAt(then)));
}

/**
 * @param change - from low to high
 * @param holds - what the lower level writes
 * @returns the same seen from high to low; one may stand for several
 */
function turned([kind, before, after]: TransferChange, ladder: TransferSequence, holds: readonly number[]): Change {
  const was = after === null ? [] : [after];
  if (kind === 'dropped') return ['new', [], before[0]];
  if (kind === 'unsaid' && before.length) return [ladder.ranked ? 'again' : 'unsaid', [], before[0]];
  const written = before.filter((number) => holds.includes(number));
  if (!written.length) return [ladder.cumulative === 'unstated' || kind === 'unsaid' ? 'unsaid' : 'dropped', was, null];
  const seen = kind === 'raised' ? (ladder.ranked ? 'lowered' : 'reworded') : kind;
  return [seen, was, ...written];
}

/**
 * The same competency at the same level; all of it holds on, but where two sequences do not say alike what of lower levels holds.
 * @param ladder - of the place one goes to
 * @param move - grows
 */
function compareLevel(now: Asked, then: Asked, ladder: TransferSequence, move: Move): void {
  const [before, after, waiting] = [holdsAt(now), holdsAt(then), now.cell?.open ?? []];
  const added = after.filter((number) => !before.includes(number));
  const lost = before.filter((number) => !after.includes(number));
  const part = added.length + lost.length > 0;
  const add = (list: Some[], asked: Asked, numbers: readonly number[]) => {
    if (numbers.length) list.push({ asked, numbers, part });
  };
  move.keep.push({ asked: then, numbers: after.filter((number) => before.includes(number)), part });
  add(move.fresh, then, added.filter((number) => !waiting.includes(number)));
  add(move.restated, then, added.filter((number) => waiting.includes(number)));
  add(ladder.cumulative === 'unstated' ? move.unsaid : move.gone, now, lost);
}

/**
 * @param move - grows
 */
function compareSame(now: Asked, then: Asked, ladder: TransferSequence, move: Move): void {
  const changes = changesBetween(now, then, ladder);
  if (now.level === then.level) compareLevel(now, then, ladder, move);
  else if (!isSaid(now) || !isSaid(then) || !changes.length) move.unknown.push({ now, then });
  else addChanges(now, then, changes, move);
}

/**
 * @param move - grows
 */
function addChanges(now: Asked, then: Asked, changes: readonly Change[], move: Move): void {
  const { rows, ...numbers } = sorted(changes, holdsAt(now));
  if (numbers.same.length) move.keep.push({ asked: then, numbers: numbers.same, part: true });
  if (rows.length) move.more.push({ asked: then, rows });
  if (numbers.new.length) move.fresh.push({ asked: then, numbers: numbers.new });
  if (numbers.again.length) move.restated.push({ asked: then, numbers: numbers.again, part: true });
  if (numbers.unsaid.length) move.unsaid.push({ asked: now, numbers: numbers.unsaid, part: true });
  if (numbers.dropped.length) move.gone.push({ asked: now, numbers: numbers.dropped, part: true });
}

/** kinds of which only the indicators are named */
type NamedKind = Exclude<SeenKind, RowKind>;
type Sorted = Readonly<Record<NamedKind, readonly number[]>> & { readonly rows: readonly ChangedRow[] };

/**
 * @param changes - seen from now
 * @param holds - what is asked now
 */
function sorted(changes: readonly Change[], holds: readonly number[]): Sorted {
  const named: Record<NamedKind, number[]> = { same: [], new: [], again: [], unsaid: [], dropped: [] };
  const rows: ChangedRow[] = [];
  for (const [kind, before, ...following] of changes) {
    const after = following.filter(isPresent);
    // what only the place one goes to writes is new there, whatever the other one leaves unsaid
    const as = kind === 'unsaid' && after.length ? 'new' : kind;
    if (as === 'raised' || as === 'lowered' || as === 'reworded') {
      rows.push({ kind: as, before, after, earlier: before.filter((number) => !holds.includes(number)) });
    } else named[as].push(...(after.length ? after : before));
  }
  return { ...named, rows };
}

/** Competencies that only one side has, but whose concept the other side has too. */
function linkByConcept(only: readonly Asked[], now: ReadonlyMap<string, Asked>, then: ReadonlyMap<string, Asked>): Linked[] {
  const concepts = new Set(only.flatMap(({ competency }) => competency.concepts));
  const of = (side: ReadonlyMap<string, Asked>, concept: string) =>
    [...side.values()].filter(({ listed, competency }) => listed && competency.concepts.includes(concept));
  return [...concepts]
    .map((concept) => ({ concept, now: of(now, concept), then: of(then, concept) }))
    .filter((linked) => linked.now.length > 0 && linked.then.length > 0);
}

export function compare(from: Place, to: Place): Move {
  const [now, then] = [askedAt(from), askedAt(to)];
  const onlyNow = [...now.values()].filter(({ listed, competency }) => listed && !then.has(competency.id));
  const onlyThen = [...then.values()].filter(({ listed, competency }) => listed && !now.has(competency.id));
  const linked = linkByConcept([...onlyThen, ...onlyNow], now, then);
  const move: Move = { keep: [], more: [], linked, fresh: [], restated: [], unsaid: [], gone: [], unknown: [] };
  for (const [id, asked] of then) {
    const before = now.get(id);
    if (before && (before.listed || asked.listed)) compareSame(before, asked, to.sequence, move);
  }
  const concepts = new Set(linked.map(({ concept }) => concept));
  const isAlone = ({ competency }: Asked) => !competency.concepts.some((concept) => concepts.has(concept));
  const whole = (asked: Asked): Some => ({ asked, numbers: holdsAt(asked) });
  move.fresh.push(...onlyThen.filter(isAlone).map(whole));
  const waived = new Set(to.stop.waives.map((at) => to.sequence.competencies[at].id));
  for (const asked of onlyNow.filter(isAlone)) (waived.has(asked.competency.id) ? move.gone : move.unsaid).push(whole(asked));
  return move;
}
