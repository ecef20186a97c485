/* What a move means, as elements: a line of figures, then part by part. Texts of the data go in as text, never as markup. */

import { make } from '../lib/dom.ts';
import { fill } from '../lib/words.ts';

const PARTS = ['keep', 'more', 'linked', 'fresh', 'restated', 'unsaid', 'gone', 'unknown'];
const MARKS = { raised: 'up', lowered: 'gone', reworded: 'edit' };

/** Turns a move into elements. */
export class Painter {
  declare data: any;
  declare base: any;
  declare from: any;
  declare to: any;

  constructor(data: any, base: string, from: any, to: any) {
    this.data = data;
    this.base = base;
    this.from = from;
    this.to = to;
  }

  word(key: string, facts: Record<string, string | number> = {}): string {
    return fill(this.data.words[key] || '', facts);
  }

  count(unit: string, n: number): string {
    return this.word(n === 1 ? `one_${unit}` : `many_${unit}`, { n });
  }

  placeLink(place: any): HTMLElement {
    return make('a', { href: this.base + place.stop.href }, [this.placeName(place)]);
  }

  all(move: any): Node[] {
    const parts = this.parts(move);
    const head = make('h2', { id: 'result', class: 'lb-moved__title' }, [
      this.placeLink(this.from), ' → ', this.placeLink(this.to),
    ]);
    const note = this.note(parts);
    const sum = make('ul', { class: 'lb-plain lb-moved__sum' }, parts.map((part) => this.sum(part, move[part])));
    return [head, ...(note ? [make('p', { class: 'lb-note' }, [note])] : []), ...(parts.length ? [sum] : []),
      ...parts.map((part) => this.section(part, move[part]))];
  }

  /** those parts of the result that hold anything */
  parts(move: any): string[] {
    return PARTS.filter((part) => move[part].length);
  }

  placeName({ sequence, stop }: any): string {
    return this.word('place', { sequence: sequence.name, stop: stop.name });
  }

  /** the result in short, for those who listen */
  spoken(move: any): string {
    const parts = this.parts(move);
    const figures = parts.map((part) => `${this.word(part)} ${this.count('competency', move[part].length)}`);
    const title = `${this.placeName(this.from)} → ${this.placeName(this.to)}`;
    return [title, this.note(parts), ...figures].filter(Boolean).join(' · ');
  }

  /** what has to be known before reading */
  note(parts: string[]): string {
    if (this.from.stop === this.to.stop) return this.word('same_place');
    const empty = [this.from, this.to].find((place) => !place.sequence.competencies.length);
    if (empty) return this.word('nothing_to_compare', { name: empty.sequence.name });
    if (!parts.length) return this.word('same_place');
    return this.from.sequence === this.to.sequence ? '' : this.word('other_ladder');
  }

  sum(part: string, found: any[]): HTMLElement {
    return make('li', {}, [
      make('a', { href: `#${part}` }, [this.word(part)]),
      make('b', { class: 'lb-num' }, [this.count('competency', found.length)]),
      make('small', {}, [this.figures(part, found)]),
    ]);
  }

  /** how many indicators, where they are counted one by one */
  figures(part: string, found: any[]): string {
    const rows = part === 'more' ? found.flatMap((one) => one.rows) : found.flatMap((one) => one.numbers || []);
    return rows.length ? this.count('indicator', rows.length) : '';
  }

  section(part: string, found: any[]): HTMLElement {
    const head = make('h2', { id: part, class: 'lb-sec' }, [
      this.word(part), make('span', { class: 'lb-sec__n' }, [this.word(`${part}_say`)]),
    ]);
    const paint = { more: this.changed, linked: this.linked, unknown: this.unknown };
    const body = (paint[(part as keyof paint)] || this.list).call(this, found, part);
    return make('section', {}, [head, body]);
  }

  /** the competency's name, with its level */
  name(asked: any, tag: string = 'h3'): HTMLElement {
    const link = make('a', { href: this.base + asked.competency.href }, [asked.competency.name]);
    const level = asked.levelName ? [make('small', {}, [asked.levelName])] : [];
    return make(tag, { class: 'lb-moved__name' }, [link, ...level]);
  }

  /** what the level says in a sentence, or why it says nothing */
  say({ competency, cell }: any): HTMLElement[] {
    if (cell && cell.nothing.length) return [this.none(cell.nothing[0], cell.nothing[1])];
    const text = (cell && cell.summary) || competency.definition;
    return text ? [make('p', { class: 'lb-sum' }, [text])] : [];
  }

  none(kind: string, text: string): HTMLElement {
    return make('p', {}, [make('span', { class: `lb-none lb-none--${kind}` }, [text])]);
  }

  /**
   * @param earlier - whether a level further down wrote it
   * @returns an indicator with its permanent link
   */
  line(number: number, tag: string = 'li', earlier: boolean = false): HTMLElement {
    const [code, text] = this.data.indicators[number];
    const link = code ? [' ', make('a', { class: 'lb-code', href: `${this.base}id/${code}/index.html` }, [code])] : [];
    const note = earlier ? [' ', make('small', {}, [this.word('earlier')])] : [];
    return make(tag, {}, [text, ...link, ...note]);
  }

  lines(numbers: number[], open: boolean): HTMLElement[] {
    if (!numbers.length) return [];
    const list = make('ul', { class: 'lb-plain' }, numbers.map((one) => this.line(one)));
    const head = make('summary', {}, [this.count('indicator', numbers.length)]);
    return [make('details', open ? { class: 'lb-more', open: '' } : { class: 'lb-more' }, [head, list])];
  }

  list(found: any[], part: string): HTMLElement {
    const items = found.map((one) => {
      const { asked, numbers } = one;
      const said = one.part && part !== 'fresh' ? [] : this.say(asked); // a sentence for all of it is not for a part
      const body = [...said, ...this.lines(numbers, part === 'fresh')];
      return make('li', {}, [this.name(asked), ...(body.length ? body : [this.none('empty', this.word('no_text'))])]);
    });
    return make('ul', { class: 'lb-plain lb-moved__list' }, items);
  }

  table(heads: string[], rows: HTMLElement[], caption: string): HTMLElement {
    const head = heads.map((text) => make('th', { scope: 'col', role: 'columnheader' }, [text]));
    return make('table', { class: 'lb-table lb-stack lb-moved__table', role: 'table' }, [
      make('caption', { class: 'lb-vh' }, [caption]),
      make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, head)]),
      make('tbody', { role: 'rowgroup' }, rows),
    ]);
  }

  cell(title: string, children: Node[]): HTMLElement {
    return make('td', { role: 'cell', 'data-th': title }, children);
  }

  changed(found: any[]): HTMLElement {
    const heads = [this.word('change'), this.word('before'), this.word('after')];
    const table = ({ asked, rows }: any) =>
      this.table(heads, rows.map((row: any) => this.changedRow(row)), asked.competency.name);
    const parts = found.flatMap((one) => [this.name(one.asked), table(one)]);
    parts.slice(2).forEach((part) => part.querySelector('thead')?.classList.add('lb-vh')); // said once is enough
    return make('div', {}, parts);
  }

  changedRow({ kind, before, after, earlier }: {kind: string, before: number[], after: number[], earlier: number[]}): HTMLElement {
    const mark = MARKS[(kind as keyof MARKS)] || 'edit';
    const [seal, word] = [this.word(`seal_${kind}`), this.word(`word_${kind}`)];
    const marked = make('span', { class: `lb-mark lb-mark--${mark}`, 'aria-hidden': 'true' }, [seal]);
    return make('tr', { role: 'row' }, [
      make('th', { scope: 'row', role: 'rowheader' }, [marked, make('span', { class: 'lb-diff__w' }, [word])]),
      this.cell(this.word('before'), before.map((one) => this.line(one, 'p', earlier.includes(one)))),
      this.cell(this.word('after'), after.map((one) => this.line(one, 'p'))),
    ]);
  }

  linked(found: any[]): HTMLElement {
    const rows = found.map(({ concept, now, then }) => {
      const [name, href] = this.data.concepts[concept] || [concept, ''];
      const head = href ? make('a', { href: this.base + href }, [name]) : name;
      return make('tr', { role: 'row' }, [
        make('th', { scope: 'row', role: 'rowheader' }, [head]),
        this.cell(this.word('now'), now.map((one: any) => this.wording(one))),
        this.cell(this.word('then'), then.map((one: any) => this.wording(one))),
      ]);
    });
    const heads = [this.word('concept'), this.word('now'), this.word('then')];
    return this.table(heads, rows, this.word('linked'));
  }

  /** a competency in its own words */
  wording(asked: any): HTMLElement {
    if (!asked.listed) {
      return make('div', { class: 'lb-moved__wording' }, [this.name(asked, 'p'), this.none('unlisted', this.word('unlisted'))]);
    }
    const body = [...this.say(asked), ...this.lines(asked.cell ? asked.cell.holds : [], false)];
    const rest = body.length ? body : [this.none('empty', this.word(asked.cell ? 'no_text' : 'not_said'))];
    return make('div', { class: 'lb-moved__wording' }, [this.name(asked, 'p'), ...rest]);
  }

  unknown(found: any[]): HTMLElement {
    const rows = found.map(({ now, then }) =>
      make('tr', { role: 'row' }, [
        make('th', { scope: 'row', role: 'rowheader' }, [this.name(then, 'span')]),
        this.cell(this.word('now'), [this.wording(now)]),
        this.cell(this.word('then'), [this.wording(then)]),
      ]),
    );
    return this.table([this.word('competency'), this.word('now'), this.word('then')], rows, this.word('unknown'));
  }
}
