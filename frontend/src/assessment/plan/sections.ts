/* Around the forms of a plan: what it is for and how far it is, its phases, what is missing before signing, the exports. */

import { make } from '../../lib/draw.ts';
import * as store from '../document/document.ts';
import * as view from '../result/figures.ts';
import { download } from '../storage/library.ts';
import * as calendar from './calendar.ts';
import * as sheet from './export.ts';
import * as fields from './field.ts';
import * as plan from './model.ts';
import * as readiness from './readiness.ts';

/** a place that is filled by its name */
const slot: (name: string) => HTMLElement = (name) => make('div', { 'data-place': name });

/** the head of a phase */
function phaseHead(desk: any, phase: any, number: number): any[] {
  const when = desk.months(phase.months);
  const steps = phase.steps.length && make('ol', { class: 'lb-steplist' }, phase.steps.map((one: string) => make('li', {}, [one])));
  return [make('h2', { class: 'lb-sec', id: `plan-phase-${phase.id}` }, [
    make('span', {}, [make('span', { class: 'lb-no lb-num' }, [String(number)]), phase.name]), when && make('span', { class: 'lb-sec__n' }, [when])]), steps];
}

/** The page's places, which are filled later. */
export function frame(element: any): Node[] {
  const { desk, stations } = element;
  const { data, word } = desk;
  const head = make('h2', { class: 'lb-sec' }, [word('title'), data.plan.name !== word('title') && make('span', { class: 'lb-sec__n' }, [data.plan.name]),
    data.plan.href && make('a', { class: 'lb-sec__more', href: data.plan.href }, [word('blank')])]);
  const sections = stations.map((one: any, at: number) => make('section', { class: 'lb-plan__phase' }, [
    ...(one.phase ? phaseHead(desk, one.phase, at + 1) : stations.length > 1 ? [make('h2', { class: 'lb-sec' }, [word('forms')])] : []),
    ...one.entries.flatMap((entry: any) => [slot(`ready-${entry.id}`), slot(`form-${entry.id}`)]),
  ]));
  return [head, slot('facts'), slot('summary'), ...sections, slot('left'), slot('calendar'), exports(word)];
}

/** for paper: what it is about, on which wording, and who the two are */
export function facts({ data, doc, word }: any): any[] {
  const told = [data.title, doc.name, data.release && word('release', { release: data.release })].filter(Boolean);
  const asked = plan.leaves(data.plan.forms.flatMap((one: any) => one.fields)).map((one: any) => one.name);
  const manager = plan.text((doc.manager || {}).name);
  const lines = [[word('paper_name'), ''], [word('paper_manager'), manager]];
  const who = lines.filter(([name]) => !asked.includes(name)) // the forms may ask for them
    .map(([name, said]) => make('span', {}, [name, said && make('b', {}, [said])]));
  const note = make('p', { class: 'lb-note lb-print' }, [told.join('\u3000')]);
  return who.length ? [note, make('p', { class: 'lb-print lb-plan__who' }, who)] : [note];
}

function exports(word: (key: string) => string): HTMLElement {
  const button = (what: string, key: string, icon: string) => make('button', { type: 'button', class: 'lb-btn', 'data-do': what },
    [icon && make('i', { class: `lb-i lb-i--${icon}`, 'aria-hidden': 'true' }), word(key)]);
  return make('section', { class: 'lb-noprint' }, [make('h2', { class: 'lb-sec', id: 'plan-save' }, [word('save')]),
    make('p', { class: 'lb-note' }, [word('save_say')]),
    make('p', { class: 'lb-result__next' }, [button('print', 'print', 'print'), button('file', 'save_file', 'down'), button('xlsx', 'save_xlsx', 'down'), button('csv', 'save_csv', 'down')])]);
}

/** what the plan is for, in figures and by name */
export function summary(desk: any, stations: any[]): any[] {
  const { word } = desk;
  const tiles = readiness.figures(desk, stations).map((one: any) => make('div', {}, [make('dt', {}, [make('a', { href: one.href }, [one.name])]),
    make('dd', {}, [make('b', { class: 'lb-num' }, [String(one.n)]), one.of === null ? ` ${one.unit}` : ` / ${one.of} ${one.unit}`])]));
  return [make('dl', { class: 'lb-sumline lb-plan__sum lb-noprint' }, tiles), ...points(desk), ...chooser(desk, stations)];
}

/** where it stands and where it should be: 3 → 5 */
function way({ data, doc, own, word }: any, item: any): string {
  const found = own.get(item.code);
  if (!found || found.state !== 'scored') return '';
  if (item.kind === 'condition') return word(found.reached ? 'met' : 'not_met');
  const short = found.gap && found.gap.startsWith('-') && !(doc.blind && !doc.finished);
  return [found.points, ...(short ? [item.standard] : [])].map((one) => view.valuer(data)(item, one)).join(' → ');
}

/** the chosen points */
function points(desk: any): any[] {
  const { data, doc, own, word } = desk;
  const chosen = plan.picked(data, doc);
  if (!chosen.length) {
    const rated = [...own.values()].some((one: any) => one.state === 'scored');
    const [text, link, href] = rated ? ['empty_pick', 'to_result', '#result'] : ['empty_rated', 'to_check', '#check'];
    return data.pick || !rated ? [make('p', { class: 'lb-empty' }, [word(text, { n: data.pick || '' }), make('a', { href }, [word(link)])])] : [];
  }
  const list = chosen.map((item: any) => {
    const said = way(desk, item);
    return make('li', {}, [make('a', { href: `#q-${item.code}` }, [item.name]), said && make('span', { class: 'lb-num' }, [said])]);
  });
  return [make('div', { class: 'lb-plan__points' }, [make('b', {}, [word('for')]), make('ul', { class: 'lb-plain' }, list)])];
}

/** where to choose the points: in the form that asks for them, else here */
function chooser(desk: any, stations: any[]): any[] {
  const { data, word } = desk;
  const items = data.items.filter((one: any) => fields.canChoose(desk, one));
  if (!items.length) return [];
  const asks = stations.flatMap((one) => one.entries).find((one: any) =>
    plan.kindOf(one.form) === 'items' && plan.leaves(one.form.fields).some((field: any) => plan.inputOf(field) === 'pick'));
  const name = plan.picked(data, desk.doc).length ? word('choose_again') : word('choose_from', { n: data.pick });
  if (asks) return [make('p', { class: 'lb-noprint lb-plan__choose' }, [make('a', { href: `#${asks.id}` }, [name])])];
  const list = items.map((item: any) => make('li', {}, [make('label', {}, [fields.pickBox(desk, item), make('span', {}, [item.name]),
    make('small', { class: 'lb-num' }, [way(desk, item)])])]));
  return [make('details', { class: 'lb-more lb-choose lb-noprint lb-plan__choose', 'data-hints': 'points' }, [
    make('summary', {}, [name]), make('fieldset', {}, [make('legend', {}, [word('choose_from', { n: data.pick })]), make('ul', { class: 'lb-plain' }, list)])])];
}

/** what is missing before it is signed */
export function ready({ word }: any, signings: any[]): any[] {
  return signings.map(({ name, lacks }) => make('div', { class: `lb-plan__ready lb-noprint${lacks.length ? '' : ' is-ready'}` }, lacks.length
    ? [make('p', {}, [word('before', { name })]), make('ul', {}, lacks.map((one: any) => make('li', {}, [make('a', { href: one.href }, [one.text])])))]
    : [make('p', {}, [word('ready', { name })])]));
}

/** What was once written into forms and columns that the handbook no longer has: kept, and shown. */
export function left({ data, doc, word }: any): any[] {
  const found = plan.leftovers(data, doc);
  if (!found.length) return [];
  return [make('section', {}, [make('h2', { class: 'lb-sec' }, [word('left')]), make('p', { class: 'lb-note' }, [word('left_say')]),
    make('dl', { class: 'lb-plan__left' }, found.flatMap(({ name, text }: any) => [make('dt', {}, [name]), make('dd', {}, [text])]))])];
}

/** Hands the plan over: on paper, as a file, as tables, as a calendar. */
export function hand(element: any, what: string) {
  const { host, desk } = element;
  if (what === 'print') return window.print();
  if (what === 'file') return host.saveFile();
  if (what === 'ics') {
    const all = calendar.cycles(desk);
    const cycle = all.find((one: any) => one.key === element.cycle) || all[0] || null;
    const file = new Blob([calendar.file(desk, cycle, element.without)], { type: 'text/calendar' });
    return download(store.fileName(host.doc, 'ics'), file);
  }
  return sheet.hand(host.data, host.doc, what);
}
