// @ts-check
/* An assessment and its plan as tables: levelbook.sheet.assessment(data, doc) gives the sheets of a workbook. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { sheet, plan } = levelbook;

  /** @type {(text: unknown) => any} - a figure where it is one */
  const figure = (text) => (typeof text === 'string' && text !== '' ? sheet.figure(text) : '');

  /** @type {(value: unknown) => any} */
  const record = (value) => (levelbook.isMapping(value) ? value : {});

  /**
   * @param {any} answer
   * @param {(key: string, facts?: any) => string} word
   * @returns {string[]} the marks of an exam, or why it does not apply
   */
  function besides(answer, word) {
    const marks = Object.entries(record(answer.marks)).map(([name, mark]) => `${name} ${plan.text(mark)}`);
    const [na, mark] = [plan.text(answer.na), plan.text(answer.mark)];
    return [na && word('sheet_na', { reason: na }), ...marks, mark && word('sheet_mark', { mark })].filter(Boolean);
  }

  /**
   * @param {any} item
   * @param {unknown} points
   * @param {(key: string) => string} word
   * @returns {any} as it stands in a cell; whether a condition is met in words
   */
  function value(item, points, word) {
    return item.kind === 'condition' && points ? word(points === '1' ? 'met' : 'not_met') : figure(points);
  }

  /**
   * @param {any} answer
   * @param {any} found - the item in the result
   * @param {any} desk
   * @returns {string} why there is no score, and what was said instead of points
   */
  function remark(answer, found, { data, word }) {
    const out = (!['scored', 'open'].includes(found.state) || levelbook.score.isAgain(found)) && found.why;
    const why = out && !plan.text(answer.na) ? levelbook.score.say(data.words, out) : '';
    return [why, ...besides(answer, word)].filter(Boolean).join('\n');
  }

  /** What the table of ratings has, with the width of each column; those in the second list only where anything stands in them. */
  const WIDTHS = {
    code: 16, group: 22, item: 20, text: 60, points: 8, rating: 14, standard: 8, gap: 8, weight: 8, earned: 8, manager: 10, agreed: 8, evidence: 40,
    manager_evidence: 40, date: 12, pick: 8, remark: 30,
  };
  const OPTIONAL = ['weight', 'earned', 'manager', 'agreed', 'manager_evidence', 'pick'];

  /**
   * @param {any} desk
   * @param {any} item
   * @returns {Record<string, any>} an item by column
   */
  function itemRow(desk, item) {
    const { data, doc, own, manager, word } = desk;
    const [found, other] = [own.get(item.code), manager.get(item.code)];
    const answer = record(record(doc.answers)[item.code]);
    const points = (/** @type {any} */ one) => (one.state === 'scored' ? one.points || (one.reached ? '1' : '0') : null);
    const rating = levelbook.draw.ratingOf(data.scales[item.scale], points(found));
    return {
      code: item.code, group: levelbook.answers.path(data, item.group), item: item.name, text: item.text, points: value(item, points(found), word),
      rating: rating ? rating.name : '', standard: figure(item.standard), gap: figure(found.gap), weight: figure(item.weight),
      earned: figure(found.earned), manager: value(item, points(other), word), agreed: value(item, record(doc.agreed)[item.code], word), evidence: plan.text(answer.evidence),
      manager_evidence: plan.text(record(record(record(doc.manager).answers)[item.code]).evidence), date: plan.text(answer.date),
      pick: answer.pick === true ? word('sheet_yes') : '', remark: remark(answer, found, desk),
    };
  }

  /**
   * @param {any} answer
   * @param {any} data
   * @returns {string} why an indicator has no points, where no reason was written
   */
  function unrated({ na, unseen }, data) {
    const key = na === '' ? 'na_bare' : typeof na !== 'string' && unseen === true ? 'unseen' : '';
    return key && levelbook.score.say(data.words, { key, facts: {} });
  }

  /**
   * @param {any} desk
   * @param {any} item
   * @param {any} part
   * @returns {Record<string, any>} an indicator by column
   */
  function partRow({ data, doc, word }, item, part) {
    const scale = data.scales[data.partScale];
    const [own, other] = [doc.answers, record(doc.manager).answers].map((all) => record(record(all)[part.code]));
    const points = (/** @type {any} */ one) => (typeof one.na === 'string' || one.unseen === true ? null : one.points); // points from before count no more
    const rating = levelbook.draw.ratingOf(scale, points(own));
    return {
      code: part.code, group: levelbook.answers.path(data, item.group), item: item.name, text: part.text, points: figure(points(own)),
      rating: rating ? rating.name : '', standard: figure(scale && scale.standard), manager: figure(points(other)), evidence: plan.text(own.evidence),
      manager_evidence: plan.text(other.evidence), date: plan.text(own.date),
      remark: [part.negative && word('sheet_negative'), unrated(own, data), ...besides(own, word)].filter(Boolean).join('\n'),
    };
  }

  /**
   * @param {any} desk
   * @returns {any} a row an item, and a row an indicator where those are rated, or once were
   */
  function ratings(desk) {
    const { data, doc, word } = desk;
    const rated = (/** @type {any} */ part) => [doc.answers, record(doc.manager).answers].some((all) => Object.hasOwn(record(all), part.code));
    const parts = (/** @type {any} */ item) => (levelbook.answers.byParts(item, doc.mode) ? item.parts : (item.parts || []).filter(rated));
    const all = data.items.flatMap((/** @type {any} */ item) =>
      [itemRow(desk, item), ...parts(item).map((/** @type {any} */ part) => partRow(desk, item, part))]);
    const columns = Object.entries(WIDTHS).filter(([key]) => !OPTIONAL.includes(key) || all.some((/** @type {any} */ row) => row[key]));
    return {
      name: word('sheet_ratings'), head: columns.map(([key]) => word(`sheet_${key}`)), widths: columns.map(([, width]) => width),
      rows: all.map((/** @type {any} */ row) => columns.map(([key]) => row[key] || '')),
    };
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {any} result
   * @param {(key: string, facts?: any) => string} word
   * @returns {any} what it is, and the means
   */
  function facts(data, doc, result, word) {
    const { points } = result;
    const { dayOf, clockOf } = levelbook.assessment;
    const moment = (/** @type {unknown} */ one) => `${dayOf(plan.text(one))} ${clockOf(plan.text(one))}`.trim();
    const scales = levelbook.view.scalesOf(data, doc.mode).map((/** @type {any} */ one) => one.origin || one.name).join('\n');
    const told = {
      title: data.title, handbook: [data.handbook, data.release].filter(Boolean).join(' '), scale: scales, name: plan.text(doc.name), period: plan.text(doc.period),
      manager_name: plan.text(record(doc.manager).name), changed: moment(doc.changed), finished: doc.finished ? moment(doc.finished) : '', mean: figure(result.mean),
      top: figure(result.top), standard: figure(result.standard), reached: figure(String(result.reached)), below: figure(String(result.below)),
      left: figure(String(result.left)), earned: figure(points && points.earned), of: figure(points && points.of), total: figure(points && points.total),
    };
    const rows = [
      ...Object.entries(told).map(([key, value]) => [word(`sheet_${key}`), value]),
      ...result.groups.map((/** @type {any} */ one) => [word('sheet_mean_of', { name: one.name }), figure(one.mean), word('sheet_counted', { n: one.counted, of: one.of })]),
    ];
    return { name: word('sheet_facts'), head: [word('sheet_what'), word('sheet_value'), word('sheet_remark')], rows: rows.filter((row) => row[1] !== ''), widths: [30, 40, 20] };
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {(key: string, facts?: any) => string} word
   * @returns {any[]} what has no place any more: answers, and what stood in columns of the plan
   */
  function kept(data, doc, word) {
    const answers = (Array.isArray(doc.kept) ? doc.kept : []).map((/** @type {any} */ one) =>
      [one.code, one.name, plan.text(one.text), levelbook.AssessKept.facts(data, one).join('\n')]);
    const left = plan.leftovers(data, doc).map((/** @type {any} */ one) => ['', one.name, one.text, word('left')]);
    const head = ['code', 'item', 'text', 'remark'].map((key) => word(`sheet_${key}`));
    const rows = [...answers, ...left];
    return rows.length ? [{ name: word('sheet_kept'), head, rows, widths: [16, 20, 60, 60] }] : [];
  }

  /**
   * @param {any[]} fields
   * @param {string} above
   * @returns {[any, string][]} the columns with their names, merged heads before them
   */
  function columns(fields, above = '') {
    return fields.flatMap((one) => {
      const name = above && above !== one.name ? `${above} / ${one.name}` : one.name;
      return one.fields && one.fields.length ? columns(one.fields, name) : [/** @type {[any, string]} */ ([one, name])];
    });
  }

  /**
   * @param {any} desk
   * @param {any} row
   * @param {any} field
   * @returns {any}
   */
  function cell(desk, row, field) {
    const input = plan.inputOf(field);
    if (input === 'rating') return row.item && row.item.code ? plan.ratingText(desk, row.item, (field.by === 'manager' ? desk.manager : desk.own).get(row.item.code)) : '';
    if (input === 'pick') return plan.picked(desk.data, desk.doc).some((/** @type {any} */ one) => one.code === row.id) ? desk.word('sheet_yes') : '';
    if (input === 'shows') return row.item && row.item.shows ? plan.text(row.item.shows[field.shows]) : '';
    const kept = input === 'choice' ? plan.chosenIn(row, field) : plan.text(row.values[field.id]);
    const text = kept === plan.OTHER ? desk.word('other') : kept;
    const day = plan.text(row.values[`@date-${field.id}`]);
    return input === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? figure(text) : [text, day].filter(Boolean).join(' ');
  }

  /**
   * @param {any} desk
   * @param {any} form
   * @returns {any} a form as a table; one row of plain fields stands upright
   */
  function formSheet(desk, form) {
    const { data, doc, word } = desk;
    const found = columns(form.fields);
    const rows = plan.rows(data, doc, form);
    const name = plan.title(form, desk);
    if (plan.kindOf(form) === 'one') {
      const lines = found.map(([field, title]) => [title, cell(desk, rows[0], field)]);
      return { name, head: [word('sheet_what'), word('sheet_value')], rows: lines, widths: [30, 60] };
    }
    const aimed = plan.aimed(form) && !plan.filled(form, 'competency');
    return {
      name,
      head: [aimed ? word('number') : plan.corner(desk, form), ...(aimed ? [word('aim')] : []), ...found.map(([, title]) => title)],
      rows: rows.map((/** @type {any} */ row) => [plan.nameOf(desk, row), ...(aimed ? [plan.aimName(data, doc, row.about) || row.about] : []),
        ...found.map(([field]) => cell(desk, row, field))]),
    };
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @returns {any[]} sheets: ratings, figures, what is kept of older releases, and the forms of the plan
   */
  function assessment(data, doc) {
    const [result, second] = ['employee', 'manager'].map((who) => levelbook.score.assess(data, levelbook.answers.answersOf(doc, who), doc.mode));
    const byCode = (/** @type {any} */ one) => new Map(one.items.map((/** @type {any} */ item) => [item.code, item]));
    const word = levelbook.draw.speaker(data, 'plan');
    const desk = { data, doc, word, own: byCode(result), manager: byCode(second) };
    const forms = data.plan ? data.plan.forms.map((/** @type {any} */ form) => formSheet(desk, form)) : [];
    return [ratings(desk), facts(data, doc, result, word), ...kept(data, doc, word), ...forms];
  }

  /**
   * Hands an assessment over as tables.
   * @param {any} data
   * @param {any} doc
   * @param {string} kind - csv or xlsx
   */
  function hand(data, doc, kind) {
    const sheets = assessment(data, doc);
    const file = kind === 'xlsx' ? sheet.xlsx(sheets) : sheet.csvFile(sheet.together(sheets));
    levelbook.download(levelbook.store.fileName(doc, kind), file);
  }

  Object.assign(sheet, { assessment, hand });
})();
