// @ts-check
/* What the rows of a plan are about: the chosen items, points written by hand, what the handbook has retired; and with what
   new rows begin. */
(function () {
  'use strict';

  /**
   * @typedef {{id: string, name: string, input?: string, fill?: string, fields?: Field[]}} Field
   * @typedef {{id: string, name: string, rows: string, fields: Field[]}} Form
   * @typedef {{id: string, name: string, about: string, values: Record<string, any>}} Row
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping, plan } = levelbook;
  const { ID, FOR, text, short, leaves, inputOf, kindOf, picked, rows } = plan;
  const SHORT = 36; // characters of a measure where it is named again

  /**
   * @param {Form} form
   * @param {string} fill
   * @returns {Field | undefined} the column that is filled with it
   */
  function filled(form, fill) {
    return leaves(form.fields).find((one) => one.fill === fill);
  }

  /** @type {(form: Form) => Field | undefined} */
  const saying = (form) => filled(form, 'action') || leaves(form.fields).find((one) => inputOf(one) === 'text');

  /** @type {(form: Form) => boolean} - rows are written by hand and each is about a point of the assessment */
  const aimed = (form) => kindOf(form) === 'many' && leaves(form.fields).some((one) => Boolean(one.fill));

  /**
   * @param {any} data
   * @param {any} doc
   * @returns {{id: string, name: string, said: string, item: null}[]} points that are written by hand, such as gaps in performance
   */
  function points(data, doc) {
    const counted = data.plan.forms.filter((/** @type {Form} */ one) => kindOf(one) === 'count' && saying(one));
    return counted.flatMap((/** @type {Form} */ form) => {
      const field = /** @type {Field} */ (saying(form));
      return rows(data, doc, form).map((/** @type {Row} */ row) => ({
        id: `${form.id}#${row.id}`, name: `${field.name} ${row.name || row.id}`, said: text(row.values[field.id]).trim(), item: null,
      }));
    });
  }

  /**
   * What a measure can be about: the chosen items, and the points that are written.
   * @param {any} data
   * @param {any} doc
   * @returns {{id: string, name: string, item: any}[]}
   */
  function aims(data, doc) {
    const chosen = picked(data, doc).map((/** @type {any} */ one) => ({ id: one.code, name: one.name, item: one }));
    return [...chosen, ...points(data, doc).filter((one) => one.said)];
  }

  /**
   * @param {any} data
   * @param {string} code
   * @param {string} [name] - as somebody wrote it
   * @returns {string} the name of what the handbook has retired, which says so; nothing where it has not
   */
  function retired(data, code, name = '') {
    if (!Object.hasOwn(data.gone || {}, code) || data.items.some((/** @type {any} */ one) => one.code === code)) return '';
    return levelbook.draw.speaker(data, 'plan')('retired', { name: name || text(data.gone[code].name) || code });
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {string} about
   * @returns {string} its name
   */
  function aimName(data, doc, about) {
    if (!about) return '';
    const aim = data.items.find((/** @type {any} */ one) => one.code === about) || points(data, doc).find((one) => one.id === about);
    return aim ? aim.name : retired(data, about);
  }

  /**
   * @param {any} data
   * @param {Form} form
   * @param {Row} row
   * @returns {string} the item that stands in a column of the row
   */
  function namedIn(data, form, row) {
    const field = filled(form, 'competency');
    const name = field ? text(row.values[field.id]) : '';
    return name && (retired(data, row.about, name) || name);
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {Form} form
   * @param {Row} row
   * @returns {string} a row in a few words, for the forms that follow it
   */
  function label(data, doc, form, row) {
    if (kindOf(form) !== 'many') return row.name;
    return [row.name, short(gist(data, doc, form, row), SHORT)].filter(Boolean).join('\u3000');
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {Form} form
   * @param {Row} row
   * @returns {string} what a row is about, and what it says
   */
  function gist(data, doc, form, row) {
    const field = saying(form);
    const aim = namedIn(data, form, row) || aimName(data, doc, row.about);
    return [aim, field ? text(row.values[field.id]).trim() : ''].filter(Boolean).join('\u3000');
  }

  /* ---- filling ---- */

  /**
   * @param {any} data
   * @param {Form} form
   * @param {string} about
   * @returns {Record<string, string>} a new row
   */
  function fresh(data, form, about) {
    const item = data.items.find((/** @type {any} */ one) => one.code === about);
    const named = filled(form, 'competency');
    return { [ID]: levelbook.assessment.newId(), ...(about ? { [FOR]: about } : {}), ...(item && named ? { [named.id]: item.name } : {}) };
  }

  /**
   * What the first opening adds: a row for every chosen item, in forms in which nothing was ever begun.
   * @param {any} data
   * @param {any} doc
   * @returns {{form: Form, rows: Record<string, string>[]}[]}
   */
  function beginnings(data, doc) {
    const chosen = picked(data, doc);
    const open = data.plan.forms.filter((/** @type {Form} */ one) => aimed(one) && !(isMapping(doc.plan) && doc.plan[one.id]));
    return chosen.length ? open.map((/** @type {Form} */ form) => ({ form, rows: chosen.map((one) => fresh(data, form, one.code)) })) : [];
  }

  /**
   * @param {any} data
   * @param {string} about
   * @returns {any[]} courses and practices that fit
   */
  function actions(data, about) {
    return about ? (data.actions || []).filter((/** @type {any} */ one) => (one.for || []).includes(about)) : [];
  }

  Object.assign(plan, { filled, saying, aimed, aims, aimName, retired, namedIn, label, gist, fresh, beginnings, actions });
})();
