/* What the parts of a result look at: the document and what it came to, worked out once. */

import { figure, ratingOf } from '../../lib/format.ts';
import { speaker } from '../../lib/words.ts';
import * as score from '../../scoring/item.ts';
import * as totals from '../../scoring/totals.ts';
import * as answers from '../document/answers.ts';

/** rows: all items but conditions; second: the manager's, where there is any; scale: the one all scores are on, if it is one; standard: what all ask alike, if they do; asked: whether any of them asks one; mine: whether the employee looks at it, and can still answer; picks: whether who sits here can choose the most important ones: where the employee has, the manager cannot */
export type View = {host: any, data: any, doc: any, result: any, managerResult: any, rows: any[], second: Map<string, any> | null, items: Map<string, any>, look: string[], picked: string[], scale: any, levels: boolean, standard: string | null, asked: boolean, mine: boolean, picks: boolean, say: (key: string, facts?: any) => string, value: (item: any, points: string) => string, why: (row: any, otherwise: string) => string, codeHref: (code: string) => string};

/** whether anything of it has been answered */
export const begun = (result: any): boolean => result.items.some((one: any) => one.state === 'scored');

/** the scale that all scores are on, if it is one */
function common(data: any, rows: any[], items: Map<string, any>): any {
  const used = new Set(rows.filter((one) => one.state === 'scored').map((one) => items.get(one.code).scale));
  return used.size === 1 ? data.scales[[...used][0]] : null;
}

/** points as they are said: levels by their name */
export const valuer = (data: any): (item: any, points: string) => string => (item, points) => {
  const found = item.scale === 'levels' && ratingOf(data.scales.levels, points);
  return found ? found.name : figure(points);
};

const reasons = (data: any): (row: any, otherwise: string) => string => ({ why }, otherwise) => (why ? score.say(data.words, why) : otherwise);

/** what all items with a score ask alike */
function standardOf(rows: any[]): string | null {
  const asked = new Set(rows.filter((one) => one.state === 'scored').map((one) => one.standard));
  const [one] = asked;
  return asked.size === 1 && one !== null ? figure(one) : null;
}

/** the permanent address of an indicator; nothing where it has no code of its own */
const addresser = ({ sequence }: any): (code: string) => string => {
  const { href } = sequence;
  const root = href.slice(0, href.lastIndexOf('sequences/'));
  return (code) => (code.includes('.') ? '' : `${root}id/${encodeURIComponent(code)}/index.html`);
};

/** the items of which something is to be looked at again, of the employee's answers */
function lookedAt({ data, keeper }: any): string[] {
  const codes = new Set(keeper.look.filter((one: any) => (one.who || 'employee') === 'employee').map((one: any) => one.code));
  const found = data.items.filter((item: any) => [item, ...(item.parts || [])].some((one) => codes.has(one.code)));
  return found.map((item: any) => item.code);
}

export function look(host: any): View {
  const { data, doc } = host;
  const result = totals.assess(data, doc.answers || {}, doc.mode);
  const theirs = totals.assess(data, (doc.manager && doc.manager.answers) || {}, doc.mode);
  const managerResult = begun(theirs) ? theirs : null;
  const items = new Map(data.items.map((one: any) => [one.code, one]));
  const rows = result.items.filter((one: any) => one.kind !== 'condition');
  const scale = common(data, rows, items);
  const own = answers.picked(data, doc, 'employee');
  return {
    host, data, doc, result, managerResult, rows, items, scale,
    look: doc.finished ? [] : lookedAt(host),
    mine: host.seat === 'employee' && !doc.finished,
    picks: !doc.finished && (host.seat === 'employee' || (host.seat === 'manager' && !own.length)),
    second: managerResult && new Map(managerResult.items.map((one: any) => [one.code, one])),
    picked: host.seat === 'manager' && !own.length ? answers.picked(data, doc, 'manager') : own,
    levels: !!scale && scale === data.scales.levels,
    standard: standardOf(rows),
    asked: rows.some((one: any) => one.state !== 'none' && one.standard !== null),
    say: speaker(data, 'result'),
    value: valuer(data),
    why: reasons(data),
    codeHref: addresser(data),
  };
}

/** the scales by which people rated: that of indicators too, where they rated one by one */
export function scalesOf(data: any, mode: unknown): any[] {
  const used = new Set([data.scale, mode === 'full' ? data.partScale : '']);
  return [...used].map((id) => data.scales[id]).filter(Boolean);
}
