/* The result at a glance: four figures, radar with the means of the groups, points by weight, conditions. */

import { make } from '../../lib/draw.ts';
import { aligned, figure, place } from '../../lib/format.ts';
import * as radar from './radar.ts';

/**
 * @param key - for tests and styles
 */
export function section(name: string, key: string, children: any[]): HTMLElement {
  return make('section', { class: `lb-result__${key}` }, [make('h2', { class: 'lb-sec' }, [name]), ...children]);
}

function cell(name: string, value: any[], note: string): HTMLElement {
  return make('div', {}, [make('dt', {}, [name]), make('dd', {}, [...value, make('small', {}, [note])])]);
}

/** that a finished one is held against another release than it was rated on */
export function older({ say, data, doc }: any): HTMLElement | null {
  if (!doc.finished || !doc.release || !data.release || doc.release === data.release) return null;
  const mean = doc.result && doc.result.mean;
  return make('p', { class: 'lb-note lb-result__older' }, [
    say('older', { then: doc.release, now: data.release }), mean && say('older_mean', { mean }),
  ]);
}

const big = (text: string) => make('b', { class: 'lb-num' }, [text]);

/** under the mean */
function meanNote(view: any): string {
  const { result, say } = view;
  if (result.mean === null) return view.why(result, say('mean_none'));
  if (view.levels) return result.standard ? say('mean_levels', { standard: figure(result.standard) }) : say('mean_levels_vary');
  const standard = view.standard === null ? view.asked && say('mean_varies') : say('mean_standard', { standard: view.standard });
  return [say('mean_top', { top: figure(result.top) }), standard].filter(Boolean).join(say('comma'));
}

/** how much is missing; gaps on different scales make no sum */
function belowNote({ result, say, asked, scale, levels }: any): string {
  if (!result.below) return say(asked ? 'below_none' : 'no_standard');
  return scale ? say(levels ? 'below_short_levels' : 'below_short', { n: figure(result.short) }) : say('below_scales');
}

/** the four figures */
export function sums(view: any): HTMLElement {
  const { result, say, rows } = view;
  const out = result.of - result.counted;
  const open = rows.filter((one: any) => one.state === 'open').length - result.again;
  const missing = result.again ? say('out_again', { n: result.again }) : open ? say('out_open', { n: open }) : say(out ? 'out_why' : 'out_none');
  const items = ` ${say('unit_item')}`;
  const counted = (n: number) => (view.asked ? [big(String(n)), items] : [big('—')]);
  const mean = result.mean === null ? [big('—')] : [big(result.mean), view.levels ? '' : ` ${say('unit_points')}`];
  return make('dl', { class: 'lb-sumline' }, [
    cell(say('mean'), mean, meanNote(view)),
    cell(say('reached'), counted(result.reached), view.asked ? say('reached_of', { n: result.counted }) : say('no_standard')),
    cell(say('below'), counted(result.below), belowNote(view)),
    cell(say('out'), [big(String(out)), items], missing),
  ]);
}

/** One axis for every item with a score; where there are too many of them, one for every group. */
function axes(view: any): {axes: any[], grouped: boolean} {
  const scored = view.rows.filter((one: any) => one.state === 'scored');
  if (scored.length <= radar.MOST) return { axes: scored.map((one: any) => itemAxis(view, one)), grouped: false };
  return { axes: shownGroups(view).map((one: any, at: number) => groupAxis(view, one, at)), grouped: true };
}

function itemAxis(view: any, row: any): any {
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

/** the groups that hold items of their own, else those on top, as many as can be drawn */
function shownGroups({ result, data }: any): any[] {
  const known = result.groups.filter((one: any) => one.mean !== null);
  const own = new Set(data.items.map((one: any) => one.group));
  const low = known.filter((one: any) => own.has(one.id));
  return low.length <= radar.MOST ? low : known.filter((one: any) => !one.parent);
}

/** the mean of the manager's ratings */
function managerMean({ managerResult }: any, group: any): string | null {
  const other = managerResult && managerResult.groups.find((one: any) => one.id === group.id);
  return other ? other.mean : null;
}

/** the scale its scores are on: only where that is one there is a mean */
function scaleOf({ rows, items, data, result }: any, group: any): any {
  const within = (id: any) =>
    id === group.id || result.groups.some((one: any) => one.id === id && one.parent && within(one.parent));
  const row = rows.find((one: any) => one.state === 'scored' && within(one.group));
  return row && data.scales[items.get(row.code).scale];
}

function groupAxis(view: any, group: any, at: number): any {
  const scale = scaleOf(view, group);
  return {
    no: String(at + 1),
    name: group.name,
    me: place(scale, group.mean),
    standard: place(scale, group.standard),
    manager: place(scale, managerMean(view, group)),
  };
}

/** rings where the ratings of the scale are */
function rings({ scale, levels }: any): {at: number, label: string}[] {
  if (!scale) return [0.25, 0.5, 0.75, 1].map((at) => ({ at, label: '' }));
  const many = scale.ratings.length > 5 ? 2 : 1;
  return scale.ratings.map((one: any, n: number) => ({
    at: place(scale, one.points),
    label: levels ? (n ? radar.wrap(one.name, 5, 1).join('') : '') : n % many === 0 ? figure(one.points) : '',
  }));
}

/**
 * @param manager - whether the manager's line is there
 */
function key({ say, standard: at, levels, host }: any, manager: boolean): HTMLElement {
  const standard = at === null || levels ? say('key_standard') : say('key_standard_at', { standard: at });
  return make('figcaption', {}, [
    make('span', { class: 'k k-me' }, [say(host.seat === 'manager' ? 'mine' : 'key_me')]),
    make('span', { class: 'k k-std' }, [standard]),
    manager && make('span', { class: 'k k-mgr' }, [say('key_manager')]),
  ]);
}

export function picture(view: any): HTMLElement {
  const found = axes(view);
  const usable = found.axes.filter((one: any) => one.me !== null);
  const manager = usable.some((one: any) => one.manager !== null);
  const { say } = view;
  if (usable.length < radar.LEAST) {
    return section(say('whole'), 'radar', [
      make('p', { class: 'lb-note' }, [say(found.grouped ? 'radar_few_groups' : 'radar_few')]),
      usable.length > 0 && make('figure', {}, [radar.bars(usable), key(view, manager)]),
      groups(view, found.grouped),
    ]);
  }
  const label = say(found.grouped ? 'radar_groups' : 'radar_items', { n: usable.length });
  const image = radar.radar({ axes: usable, rings: rings(view), label });
  return section(say('whole'), 'radar', [
    found.grouped && make('p', { class: 'lb-note' }, [say('radar_many', { most: radar.MOST })]),
    make('figure', {}, [image, key(view, manager)]),
    groups(view, found.grouped),
  ]);
}

/** how deep it stands */
function depth(view: any, group: any): number {
  const above = view.result.groups.find((one: any) => one.id === group.parent);
  return above ? depth(view, above) + 1 : 0;
}

/**
 * @param numbered - whether the radar shows the groups by number
 */
function groups(view: any, numbered: boolean): HTMLElement | null {
  const { say, result } = view;
  const shown = numbered ? shownGroups(view) : [];
  const second = numbered && view.managerResult;
  const rows = result.groups.filter((one: any) => one.of > 0).map((one: any) => {
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

/** points by weight, where there are weights */
export function weighted(view: any): HTMLElement | null {
  const { result, data, say } = view;
  if (!result.points) return null;
  const { earned, of, total, without } = result.points;
  const unit = data.weightUnit || say('unit_points');
  const share = (text: string) => `${Math.min(100, (100 * Number(text)) / (Number(total || of) || 1)).toFixed(2)}%`;
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

/** what every item brought */
function weights(view: any, unit: string): HTMLElement {
  const { say, rows, items } = view;
  const list = rows.filter((row: any) => row.weight !== null).map((row: any) => {
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

/** what has to be met besides */
export function conditions(view: any): HTMLElement | null {
  const { result, say, items } = view;
  const rows = result.items.filter((one: any) => one.kind === 'condition');
  if (!rows.length) return null;
  const list = rows.map((row: any) => {
    const met = row.state === 'scored' ? (row.reached ? 'met' : 'unmet') : 'open';
    const said = row.state === 'open' ? say('condition_open') : view.why(row, say(`condition_${met}`));
    return make('li', { class: `is-${met}` }, [make('span', {}, [items.get(row.code).name]), make('b', {}, [said])]);
  });
  return section(say('conditions'), 'conditions', [
    make('p', { class: 'lb-note' }, [say('conditions_say', { met: result.conditions.met, of: result.conditions.of })]),
    make('ul', { class: 'lb-plain lb-conds' }, list),
  ]);
}
