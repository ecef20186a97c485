/* The items that move the result most: the chosen ones with what they ask and what helps, and where to choose others. */

import { make } from '../../lib/draw.ts';
import * as overview from './summary.ts';

const SHOWN = 2; // actions before the rest is folded away

/** items that can be chosen: those with a gap, largest effect first, and what is chosen already */
function candidates({ result, picked }: any): string[] {
  return [...result.most, ...picked.filter((one: string) => !result.most.includes(one))];
}

/** 3 → 5 */
function step(view: any, code: string): string {
  const row = view.rows.find((one: any) => one.code === code);
  const item = view.items.get(code);
  if (!row || row.points === null) return '';
  const now = view.value(item, row.points);
  return row.standard === null || !row.gap || !row.gap.startsWith('-') ? now : `${now} → ${view.value(item, row.standard)}`;
}

function action(action: any): HTMLElement {
  const kind = action.choice || action.typeName;
  const text = action.link ? make('a', { href: action.link, class: 'lb-a' }, [action.text]) : action.text;
  return make('li', {}, [kind && make('span', { class: 'lb-mark' }, [kind]), kind && ' ', text]);
}

/** what helps */
function actions(view: any, code: string): (HTMLElement | null)[] {
  const found = view.data.actions.filter((one: any) => one.for.includes(code));
  if (!found.length) return [make('p', { class: 'lb-top3__none' }, [view.say('no_actions')])];
  const list = (some: any[]) => make('ul', { class: 'lb-plain lb-top3__acts' }, some.map(action));
  const rest = found.slice(SHOWN);
  return [
    make('div', { class: 'lb-top3__do' }, [make('b', {}, [view.say('do')]), list(found.slice(0, SHOWN))]),
    rest.length ? make('details', { class: 'lb-more', 'data-keep': `acts-${code}` }, [
      make('summary', {}, [view.say('more_actions', { n: rest.length })]), list(rest),
    ]) : null,
  ];
}

/** the first sentence of what is asked; where all levels are written, of the level asked */
function asked(view: any, item: any, lines: string[]): string | undefined {
  const level = item.scale === 'levels' && item.standard !== null ? view.value(item, item.standard) : '';
  return (level && lines.find((one) => one.startsWith(level) && /^[^\p{L}\p{N}]/u.test(one.slice(level.length)))) || lines[0];
}

function card(view: any, code: string): HTMLElement {
  const item = view.items.get(code);
  const lines = (item.text || '').split('\n').filter((one: string) => one.trim());
  const first = item.kind === 'exam' ? lines.join(view.say('list')) : asked(view, item, lines);
  const own = item.parts.filter((part: any) => view.codeHref(part.code));
  const codes = own.map((part: any) => make('a', { class: 'lb-code', href: view.codeHref(part.code) }, [part.code]));
  return make('li', { 'data-code': code }, [
    make('h3', {}, [item.name, make('span', { class: 'lb-num' }, [step(view, code)])]),
    first && first !== item.name && make('p', { class: 'lb-top3__q' }, [first]),
    ...actions(view, code),
    codes.length > 0 && make('p', { class: 'lb-codes' }, codes.flatMap((one: any) => [one, ' '])),
  ]);
}

/** where to choose */
function chooser(view: any, list: string[]): HTMLElement {
  const { say, picked, data, doc } = view;
  const closed = !view.picks;
  const full = picked.length >= data.pick;
  const rows = list.map((code) => {
    const chosen = picked.includes(code);
    const box = (make('input', {
      type: 'checkbox', name: `choose-${code}`, 'data-choose': code, disabled: closed || (full && !chosen),
    }) as HTMLInputElement);
    box.checked = chosen;
    const name = make('span', {}, [view.items.get(code).name]);
    return make('li', {}, [make('label', {}, [box, name, make('small', { class: 'lb-num' }, [step(view, code)])])]);
  });
  const room = full ? say('choose_full', { n: data.pick }) : say('choose_left', { n: data.pick - picked.length });
  const left = closed ? say(doc.finished ? 'choose_closed' : 'choose_theirs') : room;
  return make('details', { class: 'lb-more lb-choose lb-noprint', 'data-keep': 'choose' }, [
    make('summary', {}, [say('choose_other')]),
    make('fieldset', {}, [
      make('legend', {}, [say('choose_from', { n: data.pick })]),
      make('ul', { class: 'lb-plain' }, rows),
      make('p', { class: 'lb-note' }, [left]),
    ]),
  ]);
}

export function picks(view: any): HTMLElement | null {
  const { say, data, picked } = view;
  const list = candidates(view);
  const most = data.pick || 3;
  const title = say('top', { n: most });
  if (!list.length) return overview.section(title, 'top', [make('p', {}, [say('top_none')])]);
  const shown = picked.length ? picked : list.slice(0, most);
  const note = picked.length ? say('top_chosen', { n: picked.length, most: data.pick }) : say('top_suggested');
  const take = !picked.length && data.pick > 0 && view.picks
    && make('button', { type: 'button', class: 'lb-btn lb-noprint', 'data-act': 'take' }, [say('take', { n: shown.length })]);
  const found = overview.section(title, 'top', [
    make('ol', { class: 'lb-top3 lb-plain' }, shown.map((one: string) => card(view, one))),
    !picked.length && make('p', { class: 'lb-note lb-noprint' }, [say(view.result.by === 'weight' ? 'by_weight' : 'by_gap')]),
    data.pick > 0 && make('div', { class: 'lb-choosing' }, [take, chooser(view, list)]),
  ]);
  found.querySelector('h2')?.append(make('span', { class: 'lb-sec__n' }, [note]));
  return found;
}
