// @ts-check
/* The result at a glance: four figures, radar with the means of the groups, points by weight, conditions. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, figure, aligned, place } = levelbook.draw;

  /**
   * @param {string} name
   * @param {string} key - for tests and styles
   * @param {any[]} children
   * @returns {HTMLElement}
   */
  function section(name, key, children) {
    return make('section', { class: `lb-result__${key}` }, [make('h2', { class: 'lb-sec' }, [name]), ...children]);
  }

  /**
   * @param {string} name
   * @param {any[]} value
   * @param {string} note
   * @returns {HTMLElement}
   */
  function cell(name, value, note) {
    return make('div', {}, [make('dt', {}, [name]), make('dd', {}, [...value, make('small', {}, [note])])]);
  }

  /**
   * @param {any} view
   * @returns {HTMLElement | null} that a finished one is held against another release than it was rated on
   */
  function older({ say, data, doc }) {
    if (!doc.finished || !doc.release || !data.release || doc.release === data.release) return null;
    const mean = doc.result && doc.result.mean;
    return make('p', { class: 'lb-note lb-result__older' }, [
      say('older', { then: doc.release, now: data.release }), mean && say('older_mean', { mean }),
    ]);
  }

  /** @param {string} text */
  const big = (text) => make('b', { class: 'lb-num' }, [text]);

  /**
   * @param {any} view
   * @returns {string} under the mean
   */
  function meanNote(view) {
    const { result, say } = view;
    if (result.mean === null) return view.why(result, say('mean_none'));
    if (view.levels) return result.standard ? say('mean_levels', { standard: figure(result.standard) }) : say('mean_levels_vary');
    const standard = view.standard === null ? view.asked && say('mean_varies') : say('mean_standard', { standard: view.standard });
    return [say('mean_top', { top: figure(result.top) }), standard].filter(Boolean).join(say('comma'));
  }

  /**
   * @param {any} view
   * @returns {string} how much is missing; gaps on different scales make no sum
   */
  function belowNote({ result, say, asked, scale, levels }) {
    if (!result.below) return say(asked ? 'below_none' : 'no_standard');
    return scale ? say(levels ? 'below_short_levels' : 'below_short', { n: figure(result.short) }) : say('below_scales');
  }

  /**
   * @param {any} view
   * @returns {HTMLElement} the four figures
   */
  function sums(view) {
    const { result, say, rows } = view;
    const out = result.of - result.counted;
    const open = rows.filter((/** @type {any} */ one) => one.state === 'open').length - result.again;
    const missing = result.again ? say('out_again', { n: result.again }) : open ? say('out_open', { n: open }) : say(out ? 'out_why' : 'out_none');
    const items = ` ${say('unit_item')}`;
    const counted = (/** @type {number} */ n) => (view.asked ? [big(String(n)), items] : [big('—')]);
    const mean = result.mean === null ? [big('—')] : [big(result.mean), view.levels ? '' : ` ${say('unit_points')}`];
    return make('dl', { class: 'lb-sumline' }, [
      cell(say('mean'), mean, meanNote(view)),
      cell(say('reached'), counted(result.reached), view.asked ? say('reached_of', { n: result.counted }) : say('no_standard')),
      cell(say('below'), counted(result.below), belowNote(view)),
      cell(say('out'), [big(String(out)), items], missing),
    ]);
  }

  /**
   * One axis for every item with a score; where there are too many of them, one for every group.
   * @param {any} view
   * @returns {{axes: any[], grouped: boolean}}
   */
  function axes(view) {
    const scored = view.rows.filter((/** @type {any} */ one) => one.state === 'scored');
    if (scored.length <= levelbook.radar.most) return { axes: scored.map((/** @type {any} */ one) => itemAxis(view, one)), grouped: false };
    return { axes: shownGroups(view).map((/** @type {any} */ one, /** @type {number} */ at) => groupAxis(view, one, at)), grouped: true };
  }

  /**
   * @param {any} view
   * @param {any} row
   * @returns {any}
   */
  function itemAxis(view, row) {
    const item = view.items.get(row.code);
    const scale = view.data.scales[item.scale];
    const other = view.second && view.second.get(row.code);
    return {
      no: item.number,
      name: item.name,
      me: place(scale, row.points),
      standard: place(scale, row.standard),
      manager: place(scale, other && other.state === 'scored' ? other.points : null),
    };
  }

  /**
   * @param {any} view
   * @returns {any[]} the groups that hold items of their own, else those on top, as many as can be drawn
   */
  function shownGroups({ result, data }) {
    const known = result.groups.filter((/** @type {any} */ one) => one.mean !== null);
    const own = new Set(data.items.map((/** @type {any} */ one) => one.group));
    const low = known.filter((/** @type {any} */ one) => own.has(one.id));
    return low.length <= levelbook.radar.most ? low : known.filter((/** @type {any} */ one) => !one.parent);
  }

  /**
   * @param {any} view
   * @param {any} group
   * @returns {string | null} the mean of the manager's ratings
   */
  function managerMean({ managerResult }, group) {
    const other = managerResult && managerResult.groups.find((/** @type {any} */ one) => one.id === group.id);
    return other ? other.mean : null;
  }

  /**
   * @param {any} view
   * @param {any} group
   * @returns {any} the scale its scores are on: only where that is one there is a mean
   */
  function scaleOf({ rows, items, data, result }, group) {
    const within = (/** @type {any} */ id) =>
      id === group.id || result.groups.some((/** @type {any} */ one) => one.id === id && one.parent && within(one.parent));
    const row = rows.find((/** @type {any} */ one) => one.state === 'scored' && within(one.group));
    return row && data.scales[items.get(row.code).scale];
  }

  /**
   * @param {any} view
   * @param {any} group
   * @param {number} at
   * @returns {any}
   */
  function groupAxis(view, group, at) {
    const scale = scaleOf(view, group);
    return {
      no: String(at + 1),
      name: group.name,
      me: place(scale, group.mean),
      standard: place(scale, group.standard),
      manager: place(scale, managerMean(view, group)),
    };
  }

  /**
   * @param {any} view
   * @returns {{at: number, label: string}[]} rings where the ratings of the scale are
   */
  function rings({ scale, levels }) {
    if (!scale) return [0.25, 0.5, 0.75, 1].map((at) => ({ at, label: '' }));
    const many = scale.ratings.length > 5 ? 2 : 1;
    return scale.ratings.map((/** @type {any} */ one, /** @type {number} */ n) => ({
      at: place(scale, one.points),
      label: levels ? (n ? levelbook.radar.wrap(one.name, 5, 1).join('') : '') : n % many === 0 ? figure(one.points) : '',
    }));
  }

  /**
   * @param {any} view
   * @param {boolean} manager - whether the manager's line is there
   * @returns {HTMLElement}
   */
  function key({ say, standard: at, levels, host }, manager) {
    const standard = at === null || levels ? say('key_standard') : say('key_standard_at', { standard: at });
    return make('figcaption', {}, [
      make('span', { class: 'k k-me' }, [say(host.seat === 'manager' ? 'mine' : 'key_me')]),
      make('span', { class: 'k k-std' }, [standard]),
      manager && make('span', { class: 'k k-mgr' }, [say('key_manager')]),
    ]);
  }

  /**
   * @param {any} view
   * @returns {HTMLElement}
   */
  function picture(view) {
    const found = axes(view);
    const usable = found.axes.filter((/** @type {any} */ one) => one.me !== null);
    const manager = usable.some((/** @type {any} */ one) => one.manager !== null);
    const { say } = view;
    if (usable.length < levelbook.radar.least) {
      return section(say('whole'), 'radar', [
        make('p', { class: 'lb-note' }, [say(found.grouped ? 'radar_few_groups' : 'radar_few')]),
        usable.length > 0 && make('figure', {}, [levelbook.radar.bars(usable), key(view, manager)]),
        groups(view, found.grouped),
      ]);
    }
    const label = say(found.grouped ? 'radar_groups' : 'radar_items', { n: usable.length });
    const image = levelbook.radar.draw({ axes: usable, rings: rings(view), label });
    return section(say('whole'), 'radar', [
      found.grouped && make('p', { class: 'lb-note' }, [say('radar_many', { most: levelbook.radar.most })]),
      make('figure', {}, [image, key(view, manager)]),
      groups(view, found.grouped),
    ]);
  }

  /**
   * @param {any} view
   * @param {any} group
   * @returns {number} how deep it stands
   */
  function depth(view, group) {
    const above = view.result.groups.find((/** @type {any} */ one) => one.id === group.parent);
    return above ? depth(view, above) + 1 : 0;
  }

  /**
   * @param {any} view
   * @param {boolean} numbered - whether the radar shows the groups by number
   * @returns {HTMLElement | null}
   */
  function groups(view, numbered) {
    const { say, result } = view;
    const shown = numbered ? shownGroups(view) : [];
    const second = numbered && view.managerResult;
    const rows = result.groups.filter((/** @type {any} */ one) => one.of > 0).map((/** @type {any} */ one) => {
      const no = shown.indexOf(one) + 1;
      const number = no > 0 && make('span', { class: 'lb-no lb-num' }, [String(no)]);
      const name = make('th', { scope: 'row', 'data-depth': Math.min(depth(view, one), 3) }, [number, one.name]);
      const means = [one.mean, ...(second ? [managerMean(view, one)] : [])].map((text) => (text === null ? '—' : text));
      const gap = one.gap === null ? '—' : aligned(one.gap);
      return make('tr', {}, [name, ...[...means, gap].map((text) => make('td', { class: 'is-num' }, [text])),
        make('td', { class: 'is-num' }, [say('counted', { counted: one.counted, of: one.of })])]);
    });
    if (!rows.length) return null;
    const heads = [say('group'), say('group_mean'), ...(second ? [say('manager')] : []), say('group_gap'), say('group_counted')];
    return make('table', { class: `lb-table lb-grpsc${second ? ' lb-grpsc--two' : ''}` }, [
      make('caption', { class: 'lb-vh' }, [say('groups')]),
      make('thead', {}, [make('tr', {}, heads.map((text, at) => make('th', { scope: 'col', class: at > 0 && 'is-num' }, [text])))]),
      make('tbody', {}, rows),
    ]);
  }

  /**
   * @param {any} view
   * @returns {HTMLElement | null} points by weight, where there are weights
   */
  function weighted(view) {
    const { result, data, say } = view;
    if (!result.points) return null;
    const { earned, of, total, without } = result.points;
    const unit = data.weightUnit || say('unit_points');
    const share = (/** @type {string} */ text) => `${Math.min(100, (100 * Number(text)) / (Number(total || of) || 1)).toFixed(2)}%`;
    const bar = make('span', { class: 'lb-weigh', 'aria-hidden': 'true' }, [make('i', { class: 'w-of' }), make('i', { class: 'w-earned' })]);
    bar.style.setProperty('--of', share(of));
    bar.style.setProperty('--earned', share(earned));
    return section(say('weighted'), 'weighted', [
      make('p', { class: 'lb-weigh__sum' }, [big(figure(earned)), ` ${unit}`, make('span', {}, [say('weighted_of', { of: figure(of), unit })])]),
      bar,
      make('p', { class: 'lb-note' }, [view.why(result.points, ''), say('stop'), without > 0 && say('weighted_without', { n: without })]),
      make('p', { class: 'lb-note' }, [say('weighted_how')]),
      weights(view, unit),
    ]);
  }

  /**
   * @param {any} view
   * @param {string} unit
   * @returns {HTMLElement} what every item brought
   */
  function weights(view, unit) {
    const { say, rows, items } = view;
    const list = rows.filter((/** @type {any} */ row) => row.weight !== null).map((/** @type {any} */ row) => {
      const item = items.get(row.code);
      const weight = figure(row.weight);
      const earned = row.earned === null ? '—' : figure(row.earned);
      return make('tr', {}, [
        make('th', { scope: 'row' }, [make('span', { class: 'lb-no lb-num' }, [item.number]), item.name]),
        ...[weight, row.points === null ? '—' : view.value(item, row.points), earned].map((text) => make('td', { class: 'is-num' }, [text])),
      ]);
    });
    const heads = [say('item'), say('weight', { unit }), say('mine'), say('earned', { unit })];
    return make('details', { class: 'lb-more', 'data-keep': 'weights' }, [
      make('summary', {}, [say('weights')]),
      make('table', { class: 'lb-table lb-weights' }, [
        make('caption', { class: 'lb-vh' }, [say('weights')]),
        make('thead', {}, [make('tr', {}, heads.map((text, at) => make('th', { scope: 'col', class: at > 0 && 'is-num' }, [text])))]),
        make('tbody', {}, list),
      ]),
    ]);
  }

  /**
   * @param {any} view
   * @returns {HTMLElement | null} what has to be met besides
   */
  function conditions(view) {
    const { result, say, items } = view;
    const rows = result.items.filter((/** @type {any} */ one) => one.kind === 'condition');
    if (!rows.length) return null;
    const list = rows.map((/** @type {any} */ row) => {
      const met = row.state === 'scored' ? (row.reached ? 'met' : 'unmet') : 'open';
      const said = row.state === 'open' ? say('condition_open') : view.why(row, say(`condition_${met}`));
      return make('li', { class: `is-${met}` }, [make('span', {}, [items.get(row.code).name]), make('b', {}, [said])]);
    });
    return section(say('conditions'), 'conditions', [
      make('p', { class: 'lb-note' }, [say('conditions_say', { met: result.conditions.met, of: result.conditions.of })]),
      make('ul', { class: 'lb-plain lb-conds' }, list),
    ]);
  }

  levelbook.overview = { section, older, sums, picture, weighted, conditions };
})();
