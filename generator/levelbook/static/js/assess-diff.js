// @ts-check
/* How one wording differs from another, word by word; what is rewritten, and what is not worth a mark, is judged as in
   generator/levelbook/text/wording.py. */
(function () {
  'use strict';

  /**
   * @typedef {{text: string, changed: boolean}} Run
   * @typedef {{before: Run[], after: Run[], kept: number, rewritten: boolean}} Difference
   */

  const KEPT_AT_LEAST = 1 / 3; // where less stays, marking words would only confuse
  const TOO_MANY = 4e6; // cells of the table; beyond, the texts are shown without marks

  /**
   * @param {string} text
   * @returns {string[]} the text in words: Chinese by dictionary where the browser has one, else by character
   */
  function words(text) {
    const Segmenter = /** @type {any} */ (Intl).Segmenter;
    if (!Segmenter) return text.match(/[\p{Script=Latin}\p{N}]+|\n|[^\S\n]+|./gsu) || [];
    return Array.from(new Segmenter('zh', { granularity: 'word' }).segment(text), (/** @type {any} */ one) => one.segment);
  }

  /**
   * The longest common run of words, as marks on both sides.
   * @param {string[]} old
   * @param {string[]} now
   * @returns {[boolean[], boolean[]]}
   */
  function staying(old, now) {
    const wide = now.length + 1;
    const longest = new Uint16Array((old.length + 1) * wide);
    for (let i = old.length - 1; i >= 0; i--) {
      for (let j = now.length - 1; j >= 0; j--) {
        const skip = Math.max(longest[(i + 1) * wide + j], longest[i * wide + j + 1]);
        longest[i * wide + j] = old[i] === now[j] ? longest[(i + 1) * wide + j + 1] + 1 : skip;
      }
    }
    const [staysOld, staysNow] = [old.map(() => false), now.map(() => false)];
    for (let i = 0, j = 0; i < old.length && j < now.length; ) {
      if (old[i] === now[j]) staysOld[i++] = staysNow[j++] = true;
      else if (longest[(i + 1) * wide + j] >= longest[i * wide + j + 1]) i++;
      else j++;
    }
    return [staysOld, staysNow];
  }

  /**
   * A single character that stays by chance amid changes tells nothing: 的 between two new words.
   * @param {string[]} old
   * @param {boolean[]} staysOld
   * @param {boolean[]} staysNow
   */
  function dropIslands(old, staysOld, staysNow) {
    const places = (/** @type {boolean[]} */ stays) => stays.flatMap((one, at) => (one ? [at] : []));
    const alone = (/** @type {boolean[]} */ stays, /** @type {number} */ at) =>
      at > 0 && at < stays.length - 1 && !stays[at - 1] && !stays[at + 1];
    const later = places(staysNow);
    places(staysOld).forEach((at, nth) => {
      const small = old[at].length === 1 && /[\p{L}\p{N}]/u.test(old[at]);
      if (small && alone(staysOld, at) && alone(staysNow, later[nth])) staysOld[at] = staysNow[later[nth]] = false;
    });
  }

  /**
   * @param {string[]} tokens
   * @param {boolean[]} stays
   * @returns {Run[]}
   */
  function runs(tokens, stays) {
    /** @type {Run[]} */
    const found = [];
    tokens.forEach((text, at) => {
      const last = found[found.length - 1];
      if (last && last.changed === !stays[at]) last.text += text;
      else found.push({ text, changed: !stays[at] });
    });
    return found;
  }

  /**
   * @param {string} before
   * @param {string} after
   * @returns {Difference}
   */
  function difference(before, after) {
    const [old, now] = [words(before), words(after)];
    if (old.length * now.length > TOO_MANY) return whole(before, after);
    const [staysOld, staysNow] = staying(old, now);
    dropIslands(old, staysOld, staysNow);
    const kept = 2 * old.reduce((sum, word, at) => sum + (staysOld[at] ? word.length : 0), 0);
    const share = before || after ? kept / (before.length + after.length) : 1;
    if (share < KEPT_AT_LEAST) return whole(before, after, share);
    return { before: runs(old, staysOld), after: runs(now, staysNow), kept: share, rewritten: false };
  }

  /**
   * @param {string} before
   * @param {string} after
   * @param {number} kept
   * @returns {Difference} without marks
   */
  function whole(before, after, kept = 0) {
    const all = (/** @type {string} */ text) => (text ? [{ text, changed: false }] : []);
    return { before: all(before), after: all(after), kept, rewritten: true };
  }

  /** @type {any} */ (window).levelbook.difference = difference;
})();
