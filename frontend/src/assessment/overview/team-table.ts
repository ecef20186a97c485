/* The overview of a team as a table: how many gave each rating, the mean, how many meet the standard. Nobody's name is in it. */

import { make } from '../../lib/draw.ts';
import { figure } from '../../lib/format.ts';
import * as spreadsheet from '../../lib/spreadsheet.ts';
import * as score from '../../scoring/item.ts';

/**
 * @param data - of the target
 */
const ratings = (data: any): {points: string, name: string}[] => (data.scales[data.scale] || { ratings: [] }).ratings;

function head(data: any, say: (key: string, facts?: any) => string): HTMLElement {
  const rates = ratings(data).map((one) => make('th', { scope: 'col', role: 'columnheader', class: 'c-rate' }, [
    data.scale !== 'levels' && make('b', { class: 'lb-num' }, [figure(one.points)]), one.name,
  ]));
  const sums = [say('mean'), say('reached')].map((text) => make('th', { scope: 'col', role: 'columnheader', class: 'is-num is-sum' }, [text]));
  return make('thead', { role: 'rowgroup' }, [
    make('tr', { role: 'row' }, [make('th', { scope: 'col', role: 'columnheader' }, [say('item')]), ...rates, ...sums]),
  ]);
}

/** the item it is about */
const itemOf = (data: any, row: any): any => data.items.find((one: any) => one.code === row.code);

/** whether its counts are those of the columns: another scale may have as many ratings */
const fits = (data: any, row: any): boolean => row.counts.length > 0 && itemOf(data, row).scale === data.scale;

/**
 * @param one - of the counts
 */
function cell(one: any, row: any): HTMLElement {
  const [at, standard] = [Number(one.points), row.standard === null ? NaN : Number(row.standard)];
  const kind = ['c-rate', at >= standard && 'is-met', at === standard && 'is-std'].filter(Boolean).join(' ');
  const bar = make('i', { 'aria-hidden': 'true' });
  bar.style.setProperty('--h', (one.n / row.scored).toFixed(4)); // for drawing only
  return make('td', { role: 'cell', class: kind }, [make('span', { class: one.n ? 'lb-num' : 'lb-num is-nil' }, [String(one.n)]), one.n > 0 && bar]);
}

/** the figures of an item, or why there are none */
function cells(data: any, say: (key: string, facts?: any) => string, row: any): HTMLElement[] {
  const columns = ratings(data).length;
  if (row.why) {
    const why = make('span', { class: 'lb-none lb-none--na' }, [score.say(data.words, row.why)]);
    return [make('td', { role: 'cell', class: 'c-why', colspan: columns + 2 }, [why])];
  }
  const met = row.reached === null ? '—' : say('of_people', { n: row.reached, of: row.scored });
  const sums = [row.mean === null ? '—' : row.mean, met].map((text) => make('td', { role: 'cell', class: 'is-num is-sum' }, [text]));
  if (fits(data, row)) return [...row.counts.map((one: any) => cell(one, row)), ...sums];
  return [make('td', { role: 'cell', class: 'c-why', colspan: columns }, [spread(say, row)]), ...sums];
}

/** the counts in words, where they fit no column */
function spread(say: (key: string, facts?: any) => string, row: any): string {
  if (!row.counts.length) return say('condition');
  return row.counts.map((one: any) => say('count', { name: one.name, n: one.n })).join(say('comma'));
}

function line(data: any, say: (key: string, facts?: any) => string, row: any): HTMLElement {
  const item = itemOf(data, row);
  const name = [make('span', { class: 'lb-no lb-num' }, [item.number]), item.href ? make('a', { href: item.href }, [row.name]) : row.name];
  return make('tr', { role: 'row', 'data-code': row.code }, [make('th', { scope: 'row', role: 'rowheader' }, name), ...cells(data, say, row)]);
}

/** with a line wherever another group begins */
function grouped(data: any, rows: any[], draw: (row: any) => HTMLElement): HTMLElement[] {
  const names = new Map(data.groups.map((one: any) => [one.id, one.name]));
  const wide = ratings(data).length + 3;
  return rows.flatMap((row, at) => {
    const first = at === 0 || rows[at - 1].group !== row.group;
    const title = first && names.get(row.group);
    const group = title && make('tr', { role: 'row', class: 'is-group' }, [make('th', { scope: 'rowgroup', role: 'rowheader', colspan: wide }, [title])]);
    return [...(group ? [group] : []), draw(row)];
  });
}

/**
 * @param order - page, or weak: those first whom few meet
 */
export function table(data: any, team: any, order: string, say: (key: string, facts?: any) => string): HTMLElement {
  const draw = (row: any) => line(data, say, row);
  const share = (one: any) => (one.reached === null || !one.scored ? 2 : one.reached / one.scored); // for the order only
  const sorted = [...team.items].sort((one, other) => share(one) - share(other));
  const rows = order === 'weak' ? sorted.map(draw) : grouped(data, team.items, draw);
  const found = make('table', { class: 'lb-table lb-spread', role: 'table' }, [
    make('caption', { class: 'lb-vh' }, [say('caption')]), head(data, say), make('tbody', { role: 'rowgroup' }, rows),
  ]);
  found.style.setProperty('--n', String(ratings(data).length));
  return found;
}

/** the same for a file */
export function sheet(data: any, team: any, say: (key: string, facts?: any) => string): any {
  const number = (value: any) => (value === null ? '' : spreadsheet.figure(String(value)));
  const rates = ratings(data);
  const rows = team.items.map((row: any) => {
    const own = fits(data, row);
    const said = own ? '' : spread(say, row);
    const sums = [row.scored, row.mean, row.standard, row.reached].map(number);
    return [row.code, row.name, ...rates.map((_, at) => number(own ? row.counts[at].n : null)), ...sums,
      row.why ? score.say(data.words, row.why) : said];
  });
  const names = rates.map((one) => (data.scale === 'levels' ? one.name : `${figure(one.points)} ${one.name}`));
  const heads = [say('code'), say('item'), ...names, say('scored'), say('mean'), say('standard'), say('reached'), say('note')];
  return { name: data.title, head: heads, rows };
}
