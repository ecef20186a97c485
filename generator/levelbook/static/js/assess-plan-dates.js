// @ts-check
/* The plan's dates on the page: which cycle, which of its days go into the calendar file, and the file. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { plan, ics } = levelbook;
  const { make } = levelbook.draw;
  const { dayOf, now } = levelbook.assessment;
  const LONGEST = 80; // characters of what a person wrote in the title of a date

  /**
   * @param {any} desk
   * @param {unknown} spans
   * @returns {string} months in words: 2月、3月至8月
   */
  function months(desk, spans) {
    const name = (/** @type {number} */ n) => desk.word(`month_${n}`);
    const said = (Array.isArray(spans) ? spans : []).map(([low, high]) =>
      low === high ? name(low) : desk.word(low < high ? 'span' : 'span_wrapped', { low: name(low), high: name(high) }));
    return said.join(desk.word('comma'));
  }

  /**
   * @param {any} desk
   * @param {any} span
   * @returns {string} 2026年9月至2027年2月
   */
  function spanText(desk, { from, until }) {
    const said = (/** @type {any} */ one) => desk.word('month_of', { year: one.year, month: desk.word(`month_${one.month}`) });
    if (from.year === until.year && from.month === until.month) return said(from);
    return desk.word('span', { low: said(from), high: said(until) });
  }

  /**
   * The days that people set for measures.
   * @param {any} desk
   * @returns {any[]} as events
   */
  function days(desk) {
    const { data, doc } = desk;
    return data.plan.forms.filter((/** @type {any} */ form) => plan.kindOf(form) === 'many').flatMap((/** @type {any} */ form) =>
      plan.rows(data, doc, form).flatMap((/** @type {any} */ row) => plan.leaves(form.fields)
        .filter((/** @type {any} */ one) => one.input === 'date' && ics.isDay(row.values[one.id]))
        .map((/** @type {any} */ one) => {
          const day = row.values[one.id];
          const name = desk.word('due_event', { text: plan.short(plan.gist(data, doc, form, row), LONGEST) });
          return { id: `day-${form.id}-${row.id}-${one.id}`, name, from: day, until: day, about: one.name };
        })));
  }

  /**
   * @param {any} desk
   * @returns {any[]} cycles that can be chosen
   */
  const cycles = (desk) => ics.cycles(desk.data.plan, dayOf(now()));

  /**
   * @param {any} desk
   * @param {any} cycle
   * @returns {any[]}
   */
  const dates = (desk, cycle) => (cycle ? ics.dates(desk.data.plan, cycle, (/** @type {any} */ form, /** @type {number} */ at) => plan.phaseOfRow(desk.data, form, at)) : []);

  /**
   * @param {any} desk
   * @param {any} date
   * @returns {{name: string, about: string}}
   */
  function say(desk, date) {
    const name = date.kind === 'row' ? desk.word('row_event', { form: date.where, row: date.name }) : date.name;
    const where = date.kind === 'row' ? desk.word('from_form', { form: date.where }) : desk.word('from_process', { name: date.where });
    return { name, about: [where, date.differs && desk.word('differs')].filter(Boolean).join('\n') };
  }

  /**
   * @param {any} desk
   * @param {any} cycle
   * @param {Set<string>} without
   * @returns {string} the calendar file
   */
  function file(desk, cycle, without) {
    return ics(desk.data.plan, cycle, {
      owner: desk.doc.id, now: new Date(), language: desk.data.language, without, days: days(desk),
      say: (/** @type {any} */ date) => say(desk, date),
      phaseOfRow: (/** @type {any} */ form, /** @type {number} */ at) => plan.phaseOfRow(desk.data, form, at),
    });
  }

  /**
   * @param {any} desk
   * @param {any[]} all
   * @param {any} chosen
   * @returns {HTMLElement}
   */
  function chooser(desk, all, chosen) {
    const today = dayOf(now()).slice(0, 7);
    const begun = (/** @type {any} */ one) => `${one.from.year}-${String(one.from.month).padStart(2, '0')}` <= today;
    return make('fieldset', { class: 'lb-seg' }, [make('legend', {}, [desk.word('cycle')]), ...all.map((one) => make('label', {}, [
      make('input', { type: 'radio', name: 'plan-cycle', value: one.key, checked: one === chosen }),
      make('span', {}, [spanText(desk, one), begun(one) && make('small', {}, [desk.word('cycle_now')])]),
    ]))]);
  }

  /**
   * @param {any} desk
   * @param {string} key
   * @param {Set<string>} without
   * @param {string[]} texts - what, when, from where
   * @returns {HTMLElement}
   */
  function line(desk, key, without, [name, when, where]) {
    return make('tr', { role: 'row' }, [
      make('th', { scope: 'row', role: 'rowheader' }, [make('label', { class: 'lb-tick' }, [
        make('input', { type: 'checkbox', 'data-date': key, checked: !without.has(key) }), make('span', {}, [name])])]),
      make('td', { role: 'cell', class: 'lb-plan__when', 'data-th': desk.word('when') }, [when]),
      make('td', { role: 'cell', 'data-th': desk.word('where') }, [where]),
    ]);
  }

  /**
   * @param {any} desk
   * @param {string} key - of the chosen cycle
   * @param {Set<string>} without - what is not wanted
   * @returns {HTMLElement}
   */
  function calendar(desk, key, without) {
    const all = cycles(desk);
    const chosen = all.find((one) => one.key === key) || all[0] || null;
    const found = dates(desk, chosen);
    const own = days(desk);
    const rows = [
      ...found.map((one) => line(desk, one.id, without, [say(desk, one).name, spanText(desk, one.span), say(desk, one).about.split('\n')[0]])),
      ...own.map((/** @type {any} */ one) => line(desk, one.id, without, [one.name, one.from, one.about])),
    ];
    const heads = ['what', 'when', 'where'].map((one) => make('th', { scope: 'col', role: 'columnheader' }, [desk.word(one)]));
    const table = make('table', { class: 'lb-table lb-stack lb-plan__dates', role: 'table' }, [
      make('caption', { class: 'lb-vh' }, [desk.word('calendar')]), make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, heads)]),
      make('tbody', { role: 'rowgroup' }, rows)]);
    const save = make('button', { type: 'button', class: 'lb-btn', 'data-do': 'ics' }, [desk.word('save_ics')]);
    const parts = rows.length ? [table, found.some((one) => one.differs) && make('p', { class: 'lb-note' }, [desk.word('differs')]), make('p', {}, [save])]
      : [make('p', { class: 'lb-empty' }, [desk.word('no_dates')])];
    return make('section', { class: 'lb-plan__cal lb-noprint', id: 'plan-calendar' }, [
      make('h2', { class: 'lb-sec' }, [desk.word('calendar'), make('span', { class: 'lb-sec__n' }, [desk.word('calendar_say')])]),
      all.length > 1 && chooser(desk, all, chosen), ...parts]);
  }

  Object.assign(plan, { months, calendar, calendarFile: file, cycles });
})();
