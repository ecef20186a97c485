// @ts-check
/* What a move means, worked out from the data without a page: what carries over, what is asked differently,
   what can be related, what is new, what falls away. Levels of different sequences are never ranked. */
(function () {
  'use strict';

  /**
   * @typedef {{summary: string, nothing: string[], holds: number[]}} Cell
   * @typedef {[kind: string, before: number[], ...after: (number | null)[]]} Change
   * @typedef {{id: string, name: string, href: string, concept: string, definition: string,
   *   cells: Record<string, Cell>, changes: Record<string, Change[]>}} Competency
   * @typedef {{id: string, kind: string, name: string, href: string, asks: (string | null)[]}} Stop
   * @typedef {{id: string, name: string, href: string, ranked: boolean, levels: Record<string, string>,
   *   stops: Stop[], competencies: Competency[]}} Sequence
   * @typedef {{words: Record<string, string>, sequences: Sequence[], concepts: Record<string, [string, string]>,
   *   indicators: [code: string, text: string][]}} Data
   * @typedef {{sequence: Sequence, stop: Stop}} Place
   * @typedef {{competency: Competency, level: string, levelName: string, cell: Cell | undefined, listed: boolean}} Asked
   * @typedef {{asked: Asked, numbers: number[], part?: boolean}} Some - part: not all that the level asks
   * @typedef {{asked: Asked, rows: {kind: string, before: number[], after: number[]}[]}} Changed
   * @typedef {{keep: Some[], more: Changed[], linked: {concept: string, now: Asked[], then: Asked[]}[],
   *   fresh: Some[], gone: Some[], unknown: {now: Asked, then: Asked}[]}} Move
   */

  /**
   * @param {Data} data
   * @param {string} address - `sequence/stop`, `sequence/` for a whole standard
   * @returns {Place | null}
   */
  function placeOf(data, address) {
    const [owner, key = ''] = address.split('/');
    const sequence = data.sequences.find((one) => one.id === owner);
    const stop = sequence && sequence.stops.find((one) => one.id === key);
    return sequence && stop ? { sequence, stop } : null;
  }

  /** What a stop asks of what its source does not name: not the same as not asking it. */
  const UNLISTED = 'unlisted';

  /**
   * @param {Place} place
   * @returns {Map<string, Asked>} what is asked there, by competency
   */
  function askedAt({ sequence, stop }) {
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

  /**
   * @param {Asked} asked
   * @returns {boolean} whether the source says what is asked
   */
  const isSaid = ({ cell }) => cell !== undefined && cell.nothing.length === 0;

  /**
   * @param {Asked} now
   * @param {Asked} then
   * @param {Sequence} ladder - on which both levels stand
   * @returns {Change[] | null} what changes, seen from now; null where the source does not say
   */
  function changesBetween(now, then, ladder) {
    const up = then.competency.changes[`${now.level}>${then.level}`];
    if (up) return up;
    const down = then.competency.changes[`${then.level}>${now.level}`];
    return down ? down.map((change) => turned(change, ladder)) : null;
  }

  /**
   * @param {Change} change - from low to high
   * @param {Sequence} ladder
   * @returns {Change} the same seen from high to low; one may stand for several
   */
  function turned([kind, before, after = null], ladder) {
    const kinds = { raised: ladder.ranked ? 'lowered' : 'reworded', new: 'dropped', dropped: 'new' };
    const other = kinds[/** @type {keyof kinds} */ (kind)] || kind;
    if (kind === 'dropped') return [other, [], before[0]];
    if (kind === 'new') return [other, after === null ? [] : [after], null];
    return [other, after === null ? [] : [after], before[0], ...before.slice(1)];
  }

  /**
   * The same competency at the same level; all of it holds on, but where only one of two sequences adds levels up.
   * @param {Asked} now
   * @param {Asked} then
   * @param {Move} move - grows
   */
  function compareLevel(now, then, move) {
    const [before, after] = [now, then].map((one) => (one.cell ? one.cell.holds : []));
    const [fresh, gone] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
    const part = fresh.length + gone.length > 0;
    move.keep.push({ asked: then, numbers: after.filter((one) => before.includes(one)), part });
    if (fresh.length) move.fresh.push({ asked: then, numbers: fresh, part });
    if (gone.length) move.gone.push({ asked: now, numbers: gone, part });
  }

  /**
   * @param {Asked} now
   * @param {Asked} then
   * @param {Sequence} ladder
   * @param {Move} move - grows
   */
  function compareSame(now, then, ladder, move) {
    if (now.level === then.level) return compareLevel(now, then, move);
    const changes = changesBetween(now, then, ladder);
    const known = isSaid(now) && isSaid(then) && changes && changes.length > 0;
    if (!known) return void move.unknown.push({ now, then });
    /** @type {Record<string, number[]>} */
    const found = { same: [], new: [], dropped: [] };
    /** @type {Changed['rows']} */
    const rows = [];
    for (const [kind, before, ...after] of changes) {
      const later = /** @type {number[]} */ (after.filter((one) => one !== null));
      if (kind in found) found[kind].push(...(later.length ? later : before));
      else rows.push({ kind, before, after: later });
    }
    if (found.same.length) move.keep.push({ asked: then, numbers: found.same, part: true });
    if (rows.length) move.more.push({ asked: then, rows });
    if (found.new.length) move.fresh.push({ asked: then, numbers: found.new });
    if (found.dropped.length) move.gone.push({ asked: now, numbers: found.dropped, part: true });
  }

  /**
   * Competencies that only one side has, but whose concept the other side has too.
   * @param {Asked[]} onlyNow
   * @param {Asked[]} onlyThen
   * @param {Map<string, Asked>} now
   * @param {Map<string, Asked>} then
   * @returns {Move['linked']}
   */
  function linkByConcept(onlyNow, onlyThen, now, then) {
    const concepts = new Set([...onlyThen, ...onlyNow].map((one) => one.competency.concept).filter(Boolean));
    const of = (/** @type {Map<string, Asked>} */ side, /** @type {string} */ key) =>
      [...side.values()].filter((one) => one.listed && one.competency.concept === key);
    return [...concepts]
      .map((concept) => ({ concept, now: of(now, concept), then: of(then, concept) }))
      .filter((one) => one.now.length > 0 && one.then.length > 0);
  }

  /**
   * @param {Place} from
   * @param {Place} to
   * @returns {Move}
   */
  function compare(from, to) {
    const [now, then] = [askedAt(from), askedAt(to)];
    /** @type {Move} */
    const move = { keep: [], more: [], linked: [], fresh: [], gone: [], unknown: [] };
    for (const [id, asked] of then) {
      const before = now.get(id);
      if (before && (before.listed || asked.listed)) compareSame(before, asked, to.sequence, move);
    }
    const onlyNow = [...now.values()].filter((one) => one.listed && !then.has(one.competency.id));
    const onlyThen = [...then.values()].filter((one) => one.listed && !now.has(one.competency.id));
    move.linked = linkByConcept(onlyNow, onlyThen, now, then);
    const known = new Set(move.linked.map((one) => one.concept));
    const whole = (/** @type {Asked} */ asked) => ({ asked, numbers: asked.cell ? asked.cell.holds : [] });
    const alone = (/** @type {Asked} */ one) => !known.has(one.competency.concept);
    move.fresh.push(...onlyThen.filter(alone).map(whole));
    move.gone.push(...onlyNow.filter(alone).map(whole));
    return move;
  }

  const levelbook = /** @type {any} */ (window).levelbook;
  levelbook.move = { placeOf, compare };
})();
