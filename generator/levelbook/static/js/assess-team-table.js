// @ts-check
/* The overview of a team as a table: how many gave each rating, the mean, how many meet the standard. Nobody's name is in it. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, figure } = levelbook.draw;

  /**
   * @param {any} data - of the target
   * @returns {{points: string, name: string}[]}
   */
  const ratings = (data) => (data.scales[data.scale] || { ratings: [] }).ratings;

  /**
   * @param {any} data
   * @param {(key: string, facts?: any) => string} say
   * @returns {HTMLElement}
   */
  function head(data, say) {
    const rates = ratings(data).map((one) => make('th', { scope: 'col', role: 'columnheader', class: 'c-rate' }, [
      data.scale !== 'levels' && make('b', { class: 'lb-num' }, [figure(one.points)]), one.name,
    ]));
    const sums = [say('mean'), say('reached')].map((text) => make('th', { scope: 'col', role: 'columnheader', class: 'is-num is-sum' }, [text]));
    return make('thead', { role: 'rowgroup' }, [
      make('tr', { role: 'row' }, [make('th', { scope: 'col', role: 'columnheader' }, [say('item')]), ...rates, ...sums]),
    ]);
  }

  /**
   * @param {any} data
   * @param {any} row
   * @returns {any} the item it is about
   */
  const itemOf = (data, row) => data.items.find((/** @type {any} */ one) => one.code === row.code);

  /**
   * @param {any} data
   * @param {any} row
   * @returns {boolean} whether its counts are those of the columns: another scale may have as many ratings
   */
  const fits = (data, row) => row.counts.length > 0 && itemOf(data, row).scale === data.scale;

  /**
   * @param {any} one - of the counts
   * @param {any} row
   * @returns {HTMLElement}
   */
  function cell(one, row) {
    const [at, standard] = [Number(one.points), row.standard === null ? NaN : Number(row.standard)];
    const kind = ['c-rate', at >= standard && 'is-met', at === standard && 'is-std'].filter(Boolean).join(' ');
    const bar = make('i', { 'aria-hidden': 'true' });
    bar.style.setProperty('--h', (one.n / row.scored).toFixed(4)); // for drawing only
    return make('td', { role: 'cell', class: kind }, [make('span', { class: one.n ? 'lb-num' : 'lb-num is-nil' }, [String(one.n)]), one.n > 0 && bar]);
  }

  /**
   * @param {any} data
   * @param {(key: string, facts?: any) => string} say
   * @param {any} row
   * @returns {HTMLElement[]} the figures of an item, or why there are none
   */
  function cells(data, say, row) {
    const columns = ratings(data).length;
    if (row.why) {
      const why = make('span', { class: 'lb-none lb-none--na' }, [levelbook.score.say(data.words, row.why)]);
      return [make('td', { role: 'cell', class: 'c-why', colspan: columns + 2 }, [why])];
    }
    const met = row.reached === null ? '—' : say('of_people', { n: row.reached, of: row.scored });
    const sums = [row.mean === null ? '—' : row.mean, met].map((text) => make('td', { role: 'cell', class: 'is-num is-sum' }, [text]));
    if (fits(data, row)) return [...row.counts.map((/** @type {any} */ one) => cell(one, row)), ...sums];
    return [make('td', { role: 'cell', class: 'c-why', colspan: columns }, [spread(say, row)]), ...sums];
  }

  /**
   * @param {(key: string, facts?: any) => string} say
   * @param {any} row
   * @returns {string} the counts in words, where they fit no column
   */
  function spread(say, row) {
    if (!row.counts.length) return say('condition');
    return row.counts.map((/** @type {any} */ one) => say('count', { name: one.name, n: one.n })).join(say('comma'));
  }

  /**
   * @param {any} data
   * @param {(key: string, facts?: any) => string} say
   * @param {any} row
   * @returns {HTMLElement}
   */
  function line(data, say, row) {
    const item = itemOf(data, row);
    const name = [make('span', { class: 'lb-no lb-num' }, [item.number]), item.href ? make('a', { href: item.href }, [row.name]) : row.name];
    return make('tr', { role: 'row', 'data-code': row.code }, [make('th', { scope: 'row', role: 'rowheader' }, name), ...cells(data, say, row)]);
  }

  /**
   * @param {any} data
   * @param {any[]} rows
   * @param {(row: any) => HTMLElement} draw
   * @returns {HTMLElement[]} with a line wherever another group begins
   */
  function grouped(data, rows, draw) {
    const names = new Map(data.groups.map((/** @type {any} */ one) => [one.id, one.name]));
    const wide = ratings(data).length + 3;
    return rows.flatMap((row, at) => {
      const first = at === 0 || rows[at - 1].group !== row.group;
      const title = first && names.get(row.group);
      const group = title && make('tr', { role: 'row', class: 'is-group' }, [make('th', { scope: 'rowgroup', role: 'rowheader', colspan: wide }, [title])]);
      return [...(group ? [group] : []), draw(row)];
    });
  }

  /**
   * @param {any} data
   * @param {any} team
   * @param {string} order - page, or weak: those first whom few meet
   * @param {(key: string, facts?: any) => string} say
   * @returns {HTMLElement}
   */
  function table(data, team, order, say) {
    const draw = (/** @type {any} */ row) => line(data, say, row);
    const share = (/** @type {any} */ one) => (one.reached === null || !one.scored ? 2 : one.reached / one.scored); // for the order only
    const sorted = [...team.items].sort((one, other) => share(one) - share(other));
    const rows = order === 'weak' ? sorted.map(draw) : grouped(data, team.items, draw);
    const found = make('table', { class: 'lb-table lb-spread', role: 'table' }, [
      make('caption', { class: 'lb-vh' }, [say('caption')]), head(data, say), make('tbody', { role: 'rowgroup' }, rows),
    ]);
    found.style.setProperty('--n', String(ratings(data).length));
    return found;
  }

  /**
   * @param {any} data
   * @param {any} team
   * @param {(key: string, facts?: any) => string} say
   * @returns {any} the same for a file
   */
  function sheet(data, team, say) {
    const number = (/** @type {any} */ value) => (value === null ? '' : levelbook.sheet.figure(String(value)));
    const rates = ratings(data);
    const rows = team.items.map((/** @type {any} */ row) => {
      const own = fits(data, row);
      const said = own ? '' : spread(say, row);
      const sums = [row.scored, row.mean, row.standard, row.reached].map(number);
      return [row.code, row.name, ...rates.map((_, at) => number(own ? row.counts[at].n : null)), ...sums,
        row.why ? levelbook.score.say(data.words, row.why) : said];
    });
    const names = rates.map((one) => (data.scale === 'levels' ? one.name : `${figure(one.points)} ${one.name}`));
    const heads = [say('code'), say('item'), ...names, say('scored'), say('mean'), say('standard'), say('reached'), say('note')];
    return { name: data.title, head: heads, rows };
  }

  levelbook.teamTable = { table, sheet };
})();
