/* What a move means, worked out from the data without a page: what carries over, what is asked differently,
   what can be related, what is new, what the other side does not mention, what it says falls away. Levels of different sequences are never ranked. */

export type Cell = {summary: string, nothing: string[], holds: number[], open: number[]};
export type Change = [kind: string, before: number[], ...after: (number | null)[]];
export type Competency = {id: string, name: string, href: string, concept: string, definition: string, cells: Record<string, Cell>, changes: Record<string, Change[]>};
export type Stop = {id: string, kind: string, name: string, href: string, asks: (string | null)[], waives: number[]};
export type Sequence = {id: string, name: string, href: string, ranked: boolean, cumulative: string, levels: Record<string, string>, stops: Stop[], competencies: Competency[]};
export type Data = {words: Record<string, string>, sequences: Sequence[], concepts: Record<string, [string, string]>, indicators: [code: string, text: string][]};
export type Place = {sequence: Sequence, stop: Stop};
export type Asked = {competency: Competency, level: string, levelName: string, cell: Cell | undefined, listed: boolean};
/** part: not all that the level asks */
export type Some = {asked: Asked, numbers: number[], part?: boolean};
/** earlier: of before, what a level further down wrote */
export type Changed = {asked: Asked, rows: {kind: string, before: number[], after: number[], earlier: number[]}[]};
export type Move = {keep: Some[], more: Changed[], linked: {concept: string, now: Asked[], then: Asked[]}[], fresh: Some[], restated: Some[], unsaid: Some[], gone: Some[], unknown: {now: Asked, then: Asked}[]};

/**
 * @param address - `sequence/stop`, `sequence/` for a whole standard
 */
export function placeOf(data: Data, address: string): Place | null {
  const [owner, key = ''] = address.split('/');
  const sequence = data.sequences.find((one) => one.id === owner);
  const stop = sequence && sequence.stops.find((one) => one.id === key);
  return sequence && stop ? { sequence, stop } : null;
}

/** What a stop asks of what its source does not name: not the same as not asking it. */
const UNLISTED = 'unlisted';

/** what is asked there, by competency */
function askedAt({ sequence, stop }: Place): Map<string, Asked> {
  const found = new Map();
  sequence.competencies.forEach((competency, at) => {
    const level = stop.asks[at];
    if (level === null || level === undefined) return;
    const levelName = sequence.levels[level] || '';
    // a level may be asked of what the source does not write level by level
    const cell = level === UNLISTED ? undefined : competency.cells[level] || competency.cells[''];
    found.set(competency.id, { competency, level, levelName, cell, listed: level !== UNLISTED });
  });
  return found;
}

/** whether the source says what is asked */
const isSaid = ({ cell }: Asked): boolean => cell !== undefined && cell.nothing.length === 0;

/**
 * @param ladder - on which both levels stand
 * @returns what changes, seen from now; null where the source does not say
 */
function changesBetween(now: Asked, then: Asked, ladder: Sequence): Change[] | null {
  const up = then.competency.changes[`${now.level}>${then.level}`];
  if (up) return up;
  const down = then.competency.changes[`${then.level}>${now.level}`];
  return down ? down.map((change) => turned(change, ladder, then.cell ? then.cell.holds : [])) : null;
}

/**
 * @param change - from low to high
 * @param holds - what the lower level writes
 * @returns the same seen from high to low; one may stand for several
 */
function turned([kind, before, after = null]: Change, ladder: Sequence, holds: number[]): Change {
  const was = after === null ? [] : [after];
  if (kind === 'dropped') return ['new', [], before[0]];
  if (kind === 'unsaid' && before.length) return [ladder.ranked ? 'again' : 'unsaid', [], before[0]];
  const written = before.filter((one) => holds.includes(one));
  if (!written.length) return [ladder.cumulative === 'unstated' || kind === 'unsaid' ? 'unsaid' : 'dropped', was, null];
  const other = kind === 'raised' ? (ladder.ranked ? 'lowered' : 'reworded') : kind;
  return [other, was, written[0], ...written.slice(1)];
}

/**
 * The same competency at the same level; all of it holds on, but where two sequences do not say alike what of lower levels holds.
 * @param ladder - of the place one goes to
 * @param move - grows
 */
function compareLevel(now: Asked, then: Asked, ladder: Sequence, move: Move) {
  const [before, after] = [now, then].map((one) => (one.cell ? one.cell.holds : []));
  const waiting = now.cell ? now.cell.open : [];
  const [more, less] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
  const part = more.length + less.length > 0;
  const add = (list: Some[], asked: Asked, numbers: number[]) =>
    numbers.length && list.push({ asked, numbers, part });
  move.keep.push({ asked: then, numbers: after.filter((one) => before.includes(one)), part });
  add(move.fresh, then, more.filter((one) => !waiting.includes(one)));
  add(move.restated, then, more.filter((one) => waiting.includes(one)));
  add(ladder.cumulative === 'unstated' ? move.unsaid : move.gone, now, less);
}

/**
 * @param move - grows
 */
function compareSame(now: Asked, then: Asked, ladder: Sequence, move: Move) {
  if (now.level === then.level) return compareLevel(now, then, ladder, move);
  const changes = changesBetween(now, then, ladder);
  const known = isSaid(now) && isSaid(then) && changes && changes.length > 0;
  if (!known) return void move.unknown.push({ now, then });
  const found = sorted(changes, now.cell ? now.cell.holds : []);
  if (found.same.length) move.keep.push({ asked: then, numbers: found.same, part: true });
  if (found.rows.length) move.more.push({ asked: then, rows: found.rows });
  if (found.new.length) move.fresh.push({ asked: then, numbers: found.new });
  if (found.again.length) move.restated.push({ asked: then, numbers: found.again, part: true });
  if (found.unsaid.length) move.unsaid.push({ asked: now, numbers: found.unsaid, part: true });
  if (found.dropped.length) move.gone.push({ asked: now, numbers: found.dropped, part: true });
}

/**
 * @param changes - seen from now
 * @param holds - what is asked now
 */
function sorted(changes: Change[], holds: number[]): {rows: Changed['rows'], same: number[], new: number[], again: number[], unsaid: number[], dropped: number[]} {
  const lists: Record<string, number[]> = { same: [], new: [], again: [], unsaid: [], dropped: [] };
  const rows: Changed['rows'] = [];
  for (const [kind, before, ...after] of changes) {
    const later = (after.filter((one) => one !== null) as number[]);
    // what only the place one goes to writes is new there, whatever the other one leaves unsaid
    const key = kind === 'unsaid' && later.length ? 'new' : kind;
    if (key in lists) lists[key].push(...(later.length ? later : before));
    else rows.push({ kind, before, after: later, earlier: before.filter((one) => !holds.includes(one)) });
  }
  return (({ ...lists, rows }) as any);
}

/** Competencies that only one side has, but whose concept the other side has too. */
function linkByConcept(onlyNow: Asked[], onlyThen: Asked[], now: Map<string, Asked>, then: Map<string, Asked>): Move['linked'] {
  const concepts = new Set([...onlyThen, ...onlyNow].map((one) => one.competency.concept).filter(Boolean));
  const of = (side: Map<string, Asked>, key: string) =>
    [...side.values()].filter((one) => one.listed && one.competency.concept === key);
  return [...concepts]
    .map((concept) => ({ concept, now: of(now, concept), then: of(then, concept) }))
    .filter((one) => one.now.length > 0 && one.then.length > 0);
}

export function compare(from: Place, to: Place): Move {
  const [now, then] = [askedAt(from), askedAt(to)];
  const move: Move = { keep: [], more: [], linked: [], fresh: [], restated: [], unsaid: [], gone: [], unknown: [] };
  for (const [id, asked] of then) {
    const before = now.get(id);
    if (before && (before.listed || asked.listed)) compareSame(before, asked, to.sequence, move);
  }
  const onlyNow = [...now.values()].filter((one) => one.listed && !then.has(one.competency.id));
  const onlyThen = [...then.values()].filter((one) => one.listed && !now.has(one.competency.id));
  move.linked = linkByConcept(onlyNow, onlyThen, now, then);
  const known = new Set(move.linked.map((one) => one.concept));
  const whole = (asked: Asked) => ({ asked, numbers: asked.cell ? asked.cell.holds : [] });
  const alone = (one: Asked) => !known.has(one.competency.concept);
  move.fresh.push(...onlyThen.filter(alone).map(whole));
  const waived = new Set(to.stop.waives.map((at) => to.sequence.competencies[at].id));
  for (const one of onlyNow.filter(alone)) (waived.has(one.competency.id) ? move.gone : move.unsaid).push(whole(one));
  return move;
}
