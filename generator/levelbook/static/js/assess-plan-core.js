// @ts-check
/* The plan as values: which rows a form has, what stands in them, what they are about, and what is still missing.
   Rows are kept with an id of their own (@id) and, where they are about something, with what it is (@for). */
(function () {
  'use strict';

  /**
   * @typedef {{id: string, name: string, input?: string, choices?: string[], more?: boolean, default?: string, fill?: string,
   *   shows?: string, by?: string, help?: string, fields?: Field[]}} Field
   * @typedef {{id: string, name: string, number?: string, help?: string, rows: string, list?: any[], fields: Field[]}} Form
   * @typedef {{id: string, name: string, about: string, months: any[], item: any, values: Record<string, any>, lost: boolean}} Row
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping } = levelbook;
  const ID = '@id';
  const FOR = '@for';
  const MOST_ROWS = 99;
  const READ = ['rating', 'pick', 'shows'];

  /** @type {(value: unknown) => string} */
  const text = (value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

  /**
   * @param {string} said
   * @param {number} most
   * @returns {string} in one line of at most so many characters, none cut in two
   */
  function short(said, most) {
    const signs = Array.from(said.replace(/[\r\n]+/g, ' '));
    return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
  }

  /**
   * @param {Field[]} fields
   * @returns {Field[]} the columns, without the heads over them
   */
  function leaves(fields) {
    return fields.flatMap((one) => (one.fields && one.fields.length ? leaves(one.fields) : [one]));
  }

  /** @type {(field: Field) => string} */
  const inputOf = (field) => (field.shows ? 'shows' : field.input || 'text');

  /** @type {(field: Field) => boolean} */
  const written = (field) => !READ.includes(inputOf(field));

  /**
   * @param {Form} form
   * @returns {'one' | 'count' | 'many' | 'items' | 'other' | 'list'}
   */
  function kindOf(form) {
    const rows = String(form.rows || 'one');
    if (/^\d+$/.test(rows)) return 'count';
    if (rows.startsWith('form:')) return 'other';
    if (rows === 'competencies') return 'items';
    if (rows === 'many') return 'many';
    return Array.isArray(form.list) && form.list.length ? 'list' : 'one';
  }

  /**
   * @param {Field[]} fields
   * @param {string} id
   * @param {string} [by]
   * @returns {string} the role that fills a field in: its own, or that of the head over it
   */
  function ownerOf(fields, id, by = '') {
    for (const one of fields) {
      if (one.id === id) return one.by || by;
      const found = ownerOf(one.fields || [], id, one.by || by);
      if (found) return found;
    }
    return '';
  }

  /**
   * @param {any} form
   * @param {string} id - of a field
   * @param {string} seat - who sits here
   * @returns {boolean} whether it is the other one's to write
   */
  function isTheirs(form, id, seat) {
    const by = ownerOf(form.fields, id);
    return (by === 'employee' || by === 'manager') && by !== seat;
  }

  /* ---- what is stored ---- */

  /**
   * @param {Form} form
   * @param {number} at
   * @returns {string} what a stored row without an id is taken for
   */
  function usual(form, at) {
    const kind = kindOf(form);
    if (kind === 'one') return '';
    if (kind === 'list' && form.list && form.list[at]) return form.list[at].id;
    return kind === 'count' ? String(at + 1) : `r${at + 1}`;
  }

  /**
   * @param {any} doc
   * @param {Form} form
   * @returns {{id: string, row: Record<string, any>}[]}
   */
  function stored(doc, form) {
    const rows = isMapping(doc.plan) && Array.isArray(doc.plan[form.id]) ? doc.plan[form.id] : [];
    const seen = new Set();
    return rows.filter(isMapping).map((/** @type {any} */ row, /** @type {number} */ at) => {
      let id = text(row[ID]) || usual(form, at);
      while (seen.has(id)) id += '+';
      seen.add(id);
      return { id, row };
    });
  }

  /**
   * For a change: the row of a draft, made where there is none yet.
   * @param {any} draft
   * @param {Form} form
   * @param {string} id
   * @returns {Record<string, any>}
   */
  function rowIn(draft, form, id) {
    const found = stored(draft, form).find((one) => one.id === id);
    if (found) return Object.assign(found.row, id ? { [ID]: id } : {});
    const row = id ? { [ID]: id } : {};
    rowsIn(draft, form.id).push(row);
    return row;
  }

  /**
   * For a change: all rows of a form in a draft.
   * @param {any} draft - grows where there are none yet
   * @param {string} key - of the form
   * @returns {any[]}
   */
  function rowsIn(draft, key) {
    if (!isMapping(draft.plan)) draft.plan = {};
    if (!Array.isArray(draft.plan[key])) draft.plan[key] = [];
    return draft.plan[key];
  }

  /**
   * @param {any} value - of a field, also of a file from elsewhere
   * @param {string} colon - what stands after the name of a part
   * @returns {string} as it is read
   */
  function readable(value, colon) {
    if (Array.isArray(value)) return value.map((one) => readable(one, colon)).join('\n');
    return isMapping(value) ? Object.entries(value).map(([key, one]) => `${key}${colon}${readable(one, colon)}`).join('\n') : String(value ?? '').trim();
  }

  /**
   * What the forms have no place for, and what stays where it is: columns and forms that the handbook no longer has, a second
   * row where there is one, and values of a file from elsewhere that are no text.
   * @param {any} data
   * @param {any} doc
   * @returns {{name: string, text: string}[]}
   */
  function leftovers(data, doc) {
    const forms = new Map((data.plan ? data.plan.forms : []).map((/** @type {Form} */ one) => [one.id, one]));
    return Object.entries(isMapping(doc.plan) ? doc.plan : {}).flatMap(([key, all]) => {
      const form = forms.get(key);
      const known = new Set(form ? leaves(form.fields).map((one) => one.id) : []);
      const single = form && kindOf(form) === 'one';
      const rows = Array.isArray(all) ? all.filter(isMapping) : [];
      const shown = (/** @type {string} */ field, /** @type {unknown} */ value, /** @type {number} */ at) =>
        known.has(field) && ['string', 'number'].includes(typeof value) && !(single && at > 0);
      const lost = rows.flatMap((row, at) => Object.entries(row).filter(([field, value]) => !field.startsWith('@') && !shown(field, value, at)));
      return lost.map(([field, value]) => ({ name: [form ? form.name : key, field].join(' / '), text: readable(value, data.words['plan.colon']) }));
    }).filter((one) => one.text);
  }

  /**
   * @param {Form} form
   * @param {Record<string, any>} values
   * @returns {boolean} whether a person wrote something into the row
   */
  function touched(form, values) {
    return leaves(form.fields).some((one) => written(one) && text(values[one.id]).trim() !== '');
  }

  /* ---- rows ---- */

  /**
   * @param {any} data
   * @param {any} doc
   * @returns {any[]} the chosen items, in the order of the page; the manager's where the employee chose none
   */
  function picked(data, doc) {
    const [own, manager] = ['employee', 'manager'].map((who) => levelbook.answers.picked(data, doc, who));
    return (own.length ? own : manager).map((/** @type {string} */ code) => levelbook.answers.find(data, code));
  }

  /**
   * For a change: from now on these items are the chosen ones, also where so far only the manager had chosen.
   * @param {any} data
   * @param {string[]} codes
   * @param {string} who - chooses
   * @returns {(draft: any) => void}
   */
  function choosing(data, codes, who) {
    return (draft) => {
      const before = levelbook.answers.picked(data, draft, who);
      const changed = data.items.map((/** @type {any} */ one) => one.code)
        .filter((/** @type {string} */ code) => before.includes(code) !== codes.includes(code));
      for (const code of changed) levelbook.answers.open(draft, who, data, code).pick = codes.includes(code);
    };
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {Form} form
   * @returns {any[]} the items a form has rows for: all where it only shows them or they are chosen in it, else the chosen ones
   */
  function itemsOf(data, doc, form) {
    const fields = leaves(form.fields);
    if (!fields.some(written) || fields.some((one) => inputOf(one) === 'pick') || !data.pick) return data.items;
    const kept = new Map(stored(doc, form).map((one) => [one.id, one.row]));
    const chosen = new Set(picked(data, doc).map((one) => one.code));
    return data.items.filter((/** @type {any} */ one) => chosen.has(one.code) || touched(form, kept.get(one.code) || {}));
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {Form} form
   * @param {Set<string>} seen
   * @returns {Partial<Row>[]}
   */
  function subjects(data, doc, form, seen) {
    const kind = kindOf(form);
    if (kind === 'one') return [{ id: '' }];
    if (kind === 'count') {
      return Array.from({ length: Math.min(Number(form.rows), MOST_ROWS) }, (_, at) => ({ id: String(at + 1), name: String(at + 1) }));
    }
    if (kind === 'list') return (form.list || []).map((one) => ({ id: one.id, name: one.name, months: one.months || [], item: one.item || null }));
    if (kind === 'items') return itemsOf(data, doc, form).map((one) => ({ id: one.code, name: one.name, item: one, about: one.code }));
    if (kind === 'many') return stored(doc, form).map((one, at) => ({ id: one.id, name: String(at + 1), about: text(one.row[FOR]) }));
    const other = data.plan.forms.find((/** @type {Form} */ one) => `form:${one.id}` === form.rows);
    if (!other || seen.has(other.id)) return [];
    return rows(data, doc, other, new Set([...seen, other.id]))
      .map((row) => ({ id: row.id, about: row.about, name: levelbook.plan.label(data, doc, other, row) }));
  }

  /**
   * The rows of a form with what stands in them; last those whose subject is gone but in which something is written.
   * @param {any} data
   * @param {any} doc
   * @param {Form} form
   * @param {Set<string>} seen - forms on the way here, as rows of rows may go in a circle
   * @returns {Row[]}
   */
  function rows(data, doc, form, seen = new Set([form.id])) {
    const kept = stored(doc, form);
    const asked = subjects(data, doc, form, seen);
    const known = new Set(asked.map((one) => one.id));
    const values = new Map(kept.map((one) => [one.id, one.row]));
    const lost = kept.filter((one) => !known.has(one.id) && touched(form, one.row)).map(({ id }) => ({ id, name: '', lost: true }));
    return [...asked, ...lost].map((one) => ({
      id: one.id || '', name: one.name || levelbook.plan.retired(data, one.id || ''), about: one.about || '', months: one.months || [],
      item: one.item || null, values: values.get(one.id || '') || {}, lost: Boolean(/** @type {any} */ (one).lost),
    }));
  }

  levelbook.plan = {
    ID, FOR, text, short, leaves, inputOf, written, kindOf, stored, rowIn, rowsIn, touched, leftovers, picked, choosing, rows, isTheirs,
  };
})();
