// @ts-check
/* Two ratings side by side: where they differ, what both agreed on, and how to talk about it. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, figure, signed } = levelbook.draw;

  /**
   * @param {any} view
   * @param {any} item
   * @param {any} row - of the differences
   * @param {number} side - 0 own, 1 the manager's
   * @returns {string}
   */
  function said(view, item, row, side) {
    const { say } = view;
    const points = side ? row.manager : row.own;
    if (row.met[side] !== null) return say(row.met[side] ? 'condition_met' : 'condition_unmet');
    return points === null ? say(row.again[side] ? 'state_again' : `state_${row.states[side]}`) : view.value(item, points);
  }

  /**
   * @param {any} view
   * @param {any} item
   * @returns {[string, string][]} values that can be agreed on, with their names
   */
  function values({ data, say }, item) {
    if (item.kind === 'condition') return [['1', say('condition_met')], ['0', say('condition_unmet')]];
    const levels = item.scale === 'levels';
    const named = (/** @type {any} */ one) => (levels ? one.name : say('rating', { points: figure(one.points), name: one.name }));
    return data.scales[item.scale].ratings.map((/** @type {any} */ one) => [one.points, named(one)]);
  }

  /**
   * @param {any} scale
   * @param {string} points
   * @returns {boolean} whether two can agree on that there, also between two ratings
   */
  function within(scale, points) {
    const { rational, compare } = levelbook.exact;
    const [value, ...ends] = [points, scale.ratings[0].points, scale.ratings[scale.ratings.length - 1].points].map(rational);
    return Boolean(value) && compare(value, ends[0]) >= 0 && compare(value, ends[1]) <= 0;
  }

  /**
   * @param {any} view
   * @param {any} item
   * @returns {HTMLElement}
   */
  function choice(view, item) {
    const now = view.doc.agreed && view.doc.agreed[item.code];
    const known = values(view, item);
    const other = now && !known.some(([points]) => figure(points) === figure(now)) ? now : '';
    const gone = other && !within(view.data.scales[item.scale], other) ? other : ''; // shown, but never offered
    if (other) known.push([other, gone ? view.say('agreed_gone', { points: figure(gone) }) : figure(other)]);
    const options = [['', view.say('agreed_open')], ...known].map(([value, text]) => {
      const option = /** @type {HTMLOptionElement} */ (make('option', { value, disabled: gone !== '' && value === gone }, [text]));
      option.selected = now ? figure(value) === figure(now) : value === '';
      return option;
    });
    const field = make('select', {
      name: `agreed-${item.code}`, 'data-agree': item.code, disabled: !!view.doc.finished,
      'aria-label': view.say('agreed_for', { name: item.name }),
    }, options);
    const chosen = options.find((one) => one.selected);
    return make('span', { class: 'lb-agree' }, [field, make('span', { class: 'lb-print' }, [now && chosen ? chosen.textContent : ''])]);
  }

  /**
   * @param {any} view
   * @param {any} row
   * @returns {HTMLElement}
   */
  function line(view, row) {
    const item = view.items.get(row.code);
    const { say } = view;
    const evidence = [view.doc.answers, view.doc.manager.answers].map((one) => ((one || {})[row.code] || {}).evidence || '');
    const texts = [['evidence_own', evidence[0]], ['evidence_manager', evidence[1]]].filter(([, text]) => text.trim());
    const difference = row.difference === null ? '—' : signed(row.difference);
    const cells = [[say('mine'), said(view, item, row, 0)], [say('manager'), said(view, item, row, 1)], [say('difference'), difference]];
    return make('tr', { role: 'row', 'data-code': row.code }, [
      make('th', { scope: 'row', role: 'rowheader' }, [
        make('span', { class: 'lb-no lb-num' }, [item.number]), item.name,
        ...texts.map(([key, text]) => make('small', {}, [say(key, { text: text.trim() })])),
      ]),
      ...cells.map(([name, text]) => make('td', { role: 'cell', class: 'is-num', 'data-th': name }, [text])),
      make('td', { role: 'cell', 'data-th': say('agreed') }, [choice(view, item)]),
    ]);
  }

  /**
   * @param {any} view
   * @param {any[]} rows
   * @param {string} caption
   * @returns {HTMLElement}
   */
  function table(view, rows, caption) {
    const { say } = view;
    const heads = [say('item'), say('mine'), say('manager'), say('difference'), say('agreed')];
    const head = (/** @type {string} */ text, /** @type {number} */ at) =>
      make('th', { scope: 'col', role: 'columnheader', class: at > 0 && at < 4 && 'is-num' }, [text]);
    return make('table', { class: 'lb-table lb-stack lb-differ', role: 'table' }, [
      make('caption', { class: 'lb-vh' }, [caption]),
      make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, heads.map(head))]),
      make('tbody', { role: 'rowgroup' }, rows.map((row) => line(view, row))),
    ]);
  }

  /**
   * @param {any} view
   * @returns {string} what both agreed on so far, in figures
   */
  function together(view) {
    const { say, data, doc } = view;
    const found = levelbook.score.agreed(data, doc.answers, doc.manager.answers, doc.agreed || {}, doc.mode);
    const can = found.items.filter((/** @type {any} */ one) => one.state !== 'none');
    const settled = can.filter((/** @type {any} */ one) => one.state === 'scored');
    if (!settled.length) return say('together_none');
    const mean = found.mean === null || view.levels ? '' : say('together_mean', { mean: found.mean });
    const reached = settled.filter((/** @type {any} */ one) => one.reached).length;
    return say('together', { n: settled.length, of: can.length, reached, mean });
  }

  /**
   * @param {any} view
   * @returns {HTMLElement} where a manager may put a name
   */
  function named({ say, doc }) {
    const field = make('input', {
      type: 'text', name: 'manager-name', 'data-manager': '', maxlength: 60, autocomplete: 'off', value: doc.manager.name || '',
      disabled: !!doc.finished,
    });
    return make('label', { class: 'lb-field lb-noprint' }, [make('span', {}, [say('manager_name')]), field]);
  }

  /**
   * @param {any} view
   * @returns {HTMLElement | null}
   */
  function differences(view) {
    const { say, data, doc } = view;
    if (!view.second) return null;
    const rows = levelbook.score.differences(data, doc.answers, doc.manager.answers, doc.mode);
    const apart = rows.filter((/** @type {any} */ one) => one.same === false);
    const alone = rows.filter((/** @type {any} */ one) => one.same === null);
    const alike = rows.filter((/** @type {any} */ one) => one.same === true);
    const folded = (/** @type {any[]} */ some, /** @type {string} */ key) => {
      const title = say(key, { n: some.length });
      const body = [make('summary', {}, [title]), table(view, some, title)];
      return some.length > 0 && make('details', { class: 'lb-more', 'data-keep': key }, body);
    };
    const found = levelbook.overview.section(say('differences'), 'differ', [
      make('p', { class: 'lb-note' }, [apart.length ? say('guide', { n: Math.min(3, apart.length) }) : say('guide_same')]),
      view.host.seat === 'manager' && named(view),
      apart.length > 0 && table(view, apart, say('differences')),
      folded(alone, 'one_sided'),
      folded(alike, 'alike'),
      make('p', { class: 'lb-differ__sum' }, [together(view)]),
    ]);
    const who = doc.manager.name && view.host.seat !== 'manager' ? say('manager_named', { name: doc.manager.name }) : '';
    const note = [apart.length ? say('differences_n', { n: apart.length }) : '', who].filter(Boolean).join(say('gap_wide'));
    if (note) found.querySelector('h2')?.append(make('span', { class: 'lb-sec__n' }, [note]));
    return found;
  }

  levelbook.manager = { differences };
})();
