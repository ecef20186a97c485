// @ts-check
/* How far a plan is: where its forms stand, which figures sum it up, and what is missing before each signing. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { plan } = levelbook;

  /**
   * @typedef {{form: any, only: string[] | null, id: string}} Entry - only: the rows that belong here, null for all
   * @typedef {{phase: any, entries: Entry[]}} Station
   * @typedef {{text: string, href: string}} Lack
   */

  /** @type {(form: any) => boolean} */
  const signs = (form) => plan.leaves(form.fields).some((/** @type {any} */ one) => one.input === 'signature');

  /** @type {(value: unknown) => boolean} */
  const blank = (value) => plan.text(value).trim() === '';

  /* ---- where the forms stand ---- */

  /**
   * A form named by as many phases as it has rows has a row for each of them, in order.
   * @param {any} data
   * @param {any} form
   * @returns {boolean}
   */
  function shared(data, form) {
    const named = data.plan.phases.filter((/** @type {any} */ one) => one.forms.includes(form.id)).length;
    return named > 1 && plan.kindOf(form) === 'list' && form.list.length === named;
  }

  /**
   * @param {any} data
   * @param {any} form
   * @param {number} at - of its rows
   * @returns {number} the phase a row belongs to, -1 for none
   */
  function phaseOfRow(data, form, at) {
    const phases = data.plan.phases.map((/** @type {any} */ one, /** @type {number} */ number) => (one.forms.includes(form.id) ? number : -1))
      .filter((/** @type {number} */ number) => number >= 0);
    return phases.length ? phases[shared(data, form) ? at : 0] : -1;
  }

  /**
   * The phases with their forms, and last the forms of no phase. A form stands once, but its rows may stand apart.
   * @param {any} data
   * @returns {Station[]}
   */
  function stations(data) {
    const { phases, forms } = data.plan;
    const shown = new Map();
    const entries = (/** @type {any} */ phase) => phase.forms.flatMap((/** @type {string} */ key) => {
      const form = forms.find((/** @type {any} */ one) => one.id === key);
      const turn = shown.get(key) || 0;
      shown.set(key, turn + 1);
      if (!form || (turn && !shared(data, form))) return [];
      return [{ form, only: shared(data, form) ? [form.list[turn].id] : null, id: `plan-${key}${turn ? `-${turn + 1}` : ''}` }];
    });
    const found = phases.map((/** @type {any} */ phase) => ({ phase, entries: entries(phase) }));
    const rest = forms.filter((/** @type {any} */ one) => !shown.has(one.id)).map((/** @type {any} */ form) => ({ form, only: null, id: `plan-${form.id}` }));
    return rest.length ? [...found, { phase: null, entries: rest }] : found;
  }

  /* ---- what is missing ---- */

  /**
   * @param {any} desk
   * @returns {Lack[]} too few or too many points chosen, and items not rated
   */
  function lackingPoints(desk) {
    const { data, doc, word } = desk;
    const [chosen, asked] = [plan.picked(data, doc).length, data.pick || 0];
    const open = [...desk.own.values()].filter((/** @type {any} */ one) => one.state === 'open').length;
    return [
      open && { text: word('lack_rating', { n: open }), href: '#check' },
      asked && chosen < asked && { text: word('lack_pick', { n: asked - chosen, of: asked }), href: '#result' },
      asked && chosen > asked && { text: word('over_pick', { n: chosen, of: asked }), href: '#result' },
    ].filter(Boolean);
  }

  /**
   * @param {any} desk
   * @param {any} form
   * @returns {string[]} of measures: points without one, measures that do not say what or when
   */
  function lackingMeasures(desk, form) {
    const { data, doc, word } = desk;
    const rows = plan.rows(data, doc, form);
    const named = plan.filled(form, 'competency');
    const about = new Set(rows.flatMap((/** @type {any} */ row) => [row.about, named ? plan.text(row.values[named.id]) : '']));
    const without = plan.aims(data, doc).filter((/** @type {any} */ one) => !about.has(one.id) && !about.has(one.name) && !(named && !one.item));
    const field = plan.saying(form);
    const days = plan.leaves(form.fields).filter((/** @type {any} */ one) => one.input === 'date');
    const empty = (/** @type {any} */ one) => rows.filter((/** @type {any} */ row) => blank(row.values[one.id])).length;
    return [
      !rows.length && word('lack_measures'),
      without.length && rows.length && word('lack_aim', { names: without.map((/** @type {any} */ one) => one.name).join(word('comma')) }),
      ...[field, ...days].map((one) => one && empty(one) && word('lack_column', { n: empty(one), name: one.name })),
    ].filter(Boolean);
  }

  /**
   * @param {any} desk
   * @param {any} form
   * @returns {string[]}
   */
  function lackingForm(desk, form) {
    const { data, doc, word } = desk;
    if (plan.aimed(form)) return lackingMeasures(desk, form);
    const kind = plan.kindOf(form);
    const rows = plan.rows(data, doc, form).filter((/** @type {any} */ row) => !row.lost);
    if (kind === 'one') return lackingFields(desk, form, rows[0]);
    const writes = plan.leaves(form.fields).some((/** @type {any} */ one) => plan.written(one));
    const open = rows.filter((/** @type {any} */ row) => !plan.touched(form, row.values)).length;
    if (!open || !writes || !['count', 'other', 'items'].includes(kind)) return [];
    return [word(kind === 'count' ? 'lack_count' : 'lack_record', { n: open, of: rows.length, name: kind === 'count' ? plan.saying(form)?.name || form.name : form.name })];
  }

  /**
   * Of plain fields only those that somebody in particular has to fill in.
   * @param {any} desk
   * @param {any} form
   * @param {any} row
   * @returns {string[]}
   */
  function lackingFields(desk, form, row) {
    const asked = plan.leaves(form.fields).filter((/** @type {any} */ one) => one.by && plan.written(one) && !['signature', 'date'].includes(one.input));
    return asked.filter((/** @type {any} */ one) => blank(row.values[one.id])).map((/** @type {any} */ one) => desk.word('lack_field', { name: one.name }));
  }

  /**
   * @param {any} desk
   * @param {Entry[]} entries
   * @returns {Lack[]}
   */
  function lacking(desk, entries) {
    return entries.flatMap(({ form, id }) => lackingForm(desk, form).map((text) => ({ text, href: `#${id}` })));
  }

  /** @type {(entry: Entry) => boolean} - filled in after the plan has been carried out */
  const looksBack = ({ form }) => plan.kindOf(form) === 'other' || plan.leaves(form.fields).some((/** @type {any} */ one) => one.by);

  /**
   * What is missing before each signing.
   * @param {any} desk
   * @param {Station[]} all
   * @returns {{id: string, name: string, lacks: Lack[]}[]} by the anchor of the form that is signed
   */
  function signings(desk, all) {
    /** @type {{id: string, name: string, lacks: Lack[]}[]} */
    const found = [];
    /** @type {Entry[]} */
    let before = [];
    for (const { entries } of all) {
      const papers = entries.filter((one) => !signs(one.form));
      before = [...before, ...papers];
      for (const entry of entries.filter((one) => signs(one.form))) {
        const rows = plan.kindOf(entry.form) === 'list' ? entry.form.list.filter((/** @type {any} */ one) => !entry.only || entry.only.includes(one.id)) : [];
        const apart = rows.length > 1 && before.some(looksBack) ? [before.filter((one) => !looksBack(one)), before.filter(looksBack)] : [before];
        apart.forEach((group, at) => {
          const points = found.length ? [] : lackingPoints(desk);
          found.push({ id: entry.id, name: rows[at] ? rows[at].name : entry.form.name, lacks: [...points, ...lacking(desk, group)] });
        });
        before = [];
      }
    }
    return found;
  }

  /* ---- figures ---- */

  /**
   * @param {any} desk
   * @param {Station[]} all
   * @returns {{name: string, n: number, of: number | null, unit: string, href: string}[]} at most four
   */
  function figures(desk, all) {
    const { data, doc, word } = desk;
    const entries = all.flatMap((one) => one.entries);
    const chosen = plan.picked(data, doc);
    const points = { name: word('points'), n: chosen.length, of: data.pick || null, unit: word('unit_item'), href: '#result' };
    const counted = entries.map(({ form, id }) => {
      const kind = plan.kindOf(form);
      if (!['count', 'other'].includes(kind) && !plan.aimed(form)) return null;
      const rows = plan.rows(data, doc, form).filter((/** @type {any} */ row) => !row.lost);
      const own = plan.aimed(form) && plan.saying(form); // what is done, where it is written; a row made for a point is not a measure yet
      const done = (/** @type {any} */ row) => (own ? !blank(row.values[own.id]) : plan.touched(form, row.values));
      const n = rows.filter(done).length;
      const name = kind === 'count' ? plan.saying(form)?.name || form.name : plan.aimed(form) ? word('measures') : word('records');
      return { name, n, of: kind === 'many' ? null : rows.length, unit: word('unit_item'), href: `#${id}` };
    });
    return [points, ...counted.filter((one) => one !== null)].slice(0, 4);
  }

  Object.assign(plan, { stations, signings, figures, phaseOfRow });
})();
