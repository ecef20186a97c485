// @ts-check
/* What the parts of a result look at: the document and what it came to, worked out once. */
(function () {
  'use strict';

  /**
   * @typedef {{host: any, data: any, doc: any, result: any, managerResult: any, rows: any[], second: Map<string, any> | null,
   *   items: Map<string, any>, look: string[], picked: string[], scale: any, levels: boolean, standard: string | null, asked: boolean, mine: boolean, picks: boolean,
   *   say: (key: string, facts?: any) => string,
   *   value: (item: any, points: string) => string, why: (row: any, otherwise: string) => string, codeHref: (code: string) => string}} View
   *   rows: all items but conditions; second: the manager's, where there is any; scale: the one all scores are on, if it is one;
   *   standard: what all ask alike, if they do; asked: whether any of them asks one; mine: whether the employee looks at it, and can still answer;
   *   picks: whether who sits here can choose the most important ones: where the employee has, the manager cannot
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { figure, ratingOf, speaker } = levelbook.draw;

  /**
   * @param {any} result
   * @returns {boolean} whether anything of it has been answered
   */
  const begun = (result) => result.items.some((/** @type {any} */ one) => one.state === 'scored');

  /**
   * @param {any} data
   * @param {any[]} rows
   * @param {Map<string, any>} items
   * @returns {any} the scale that all scores are on, if it is one
   */
  function common(data, rows, items) {
    const used = new Set(rows.filter((one) => one.state === 'scored').map((one) => items.get(one.code).scale));
    return used.size === 1 ? data.scales[[...used][0]] : null;
  }

  /**
   * @param {any} data
   * @returns {(item: any, points: string) => string} points as they are said: levels by their name
   */
  const valuer = (data) => (item, points) => {
    const found = item.scale === 'levels' && ratingOf(data.scales.levels, points);
    return found ? found.name : figure(points);
  };

  /**
   * @param {any} data
   * @returns {(row: any, otherwise: string) => string}
   */
  const reasons = (data) => ({ why }, otherwise) => (why ? levelbook.score.say(data.words, why) : otherwise);

  /**
   * @param {any[]} rows
   * @returns {string | null} what all items with a score ask alike
   */
  function standardOf(rows) {
    const asked = new Set(rows.filter((one) => one.state === 'scored').map((one) => one.standard));
    const [one] = asked;
    return asked.size === 1 && one !== null ? figure(one) : null;
  }

  /**
   * @param {any} data
   * @returns {(code: string) => string} the permanent address of an indicator; nothing where it has no code of its own
   */
  const addresser = ({ sequence }) => {
    const { href } = sequence;
    const root = href.slice(0, href.lastIndexOf('sequences/'));
    return (code) => (code.includes('.') ? '' : `${root}id/${encodeURIComponent(code)}/index.html`);
  };

  /**
   * @param {any} host
   * @returns {string[]} the items of which something is to be looked at again, of the employee's answers
   */
  function lookedAt({ data, keeper }) {
    const codes = new Set(keeper.look.filter((/** @type {any} */ one) => (one.who || 'employee') === 'employee').map((/** @type {any} */ one) => one.code));
    const found = data.items.filter((/** @type {any} */ item) => [item, ...(item.parts || [])].some((one) => codes.has(one.code)));
    return found.map((/** @type {any} */ item) => item.code);
  }

  /**
   * @param {any} host
   * @returns {View}
   */
  function look(host) {
    const { data, doc } = host;
    const result = levelbook.score.assess(data, doc.answers || {}, doc.mode);
    const theirs = levelbook.score.assess(data, (doc.manager && doc.manager.answers) || {}, doc.mode);
    const managerResult = begun(theirs) ? theirs : null;
    const items = new Map(data.items.map((/** @type {any} */ one) => [one.code, one]));
    const rows = result.items.filter((/** @type {any} */ one) => one.kind !== 'condition');
    const scale = common(data, rows, items);
    const own = levelbook.answers.picked(data, doc, 'employee');
    return {
      host, data, doc, result, managerResult, rows, items, scale,
      look: doc.finished ? [] : lookedAt(host),
      mine: host.seat === 'employee' && !doc.finished,
      picks: !doc.finished && (host.seat === 'employee' || (host.seat === 'manager' && !own.length)),
      second: managerResult && new Map(managerResult.items.map((/** @type {any} */ one) => [one.code, one])),
      picked: host.seat === 'manager' && !own.length ? levelbook.answers.picked(data, doc, 'manager') : own,
      levels: !!scale && scale === data.scales.levels,
      standard: standardOf(rows),
      asked: rows.some((/** @type {any} */ one) => one.state !== 'none' && one.standard !== null),
      say: speaker(data, 'result'),
      value: valuer(data),
      why: reasons(data),
      codeHref: addresser(data),
    };
  }

  /**
   * @param {any} data
   * @param {unknown} mode
   * @returns {any[]} the scales by which people rated: that of indicators too, where they rated one by one
   */
  function scalesOf(data, mode) {
    const used = new Set([data.scale, mode === 'full' ? data.partScale : '']);
    return [...used].map((id) => data.scales[id]).filter(Boolean);
  }

  levelbook.view = { look, begun, valuer, scalesOf };
})();
