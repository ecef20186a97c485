/* One item of the checklist's form and its answers in the document, bound both ways. */

import { make } from '../../lib/draw.ts';
import { figure, ratingOf } from '../../lib/format.ts';
import * as score from '../../scoring/item.ts';
import { answersOf, byParts, open, said, stamp } from '../document/answers.ts';
import * as answerss from '../document/answers.ts';
import { Evidence as AssessEvidence } from './evidence.ts';

/**
 * @param name - of a field
 * @param code - of its item or part
 * @returns `m`, `0` of `m-TAM-GKN-0`
 */
function split(name: string, code: string): [kind: string, rest: string] {
  const at = name.indexOf('-');
  const rest = name.slice(at + 1);
  return [name.slice(0, at), rest === code ? '' : rest.slice(code.length + 1)];
}

/** One item of the form. */
export class Box {
  declare host: any;
  declare element: any;
  declare item: any;
  declare fields: HTMLInputElement[];
  declare shown: Map<HTMLInputElement, string>;
  declare reason: any;
  declare evidence: any;
  declare mean: any;
  declare clear: any;
  declare whose: any;
  declare reasoning: any;
  declare hint: any;
  declare out: any;

  constructor(host: any, element: HTMLElement, item: any) {
    this.host = host;
    this.element = element;
    this.item = item;
    this.fields = Array.from(element.querySelectorAll('input, textarea'));
    /** what was last shown in a field of text */
    this.shown = new Map();
    this.reason = ''; // why it was not applicable, until that was taken back
    this.evidence = new AssessEvidence(this);
    this.addMean();
    this.addNext();
  }

  field(kind: string): any {
    return this.fields.find((one) => one.name === `${kind}-${this.item.code}`);
  }

  /** the row of small actions */
  acts(): HTMLElement {
    const found = (this.element.querySelector('.lb-item__acts') as HTMLElement | null);
    if (found) return found;
    const row = make('p', { class: 'lb-item__acts lb-noprint' });
    (this.element.querySelector('.lb-item__more, .lb-item__do') || this.element).append(row);
    return row;
  }

  /** Where parts are rated, what they come to is said. */
  addMean() {
    if (this.item.kind !== 'rating' || !(this.item.parts || []).length) return;
    this.mean = make('p', { class: 'lb-item__mean', 'aria-live': 'polite' });
    const place = this.element.querySelector('.lb-item__do');
    if (place) place.prepend(this.mean);
  }

  /** From the item one is at, a link to the next that is not rated. */
  addNext() {
    const next = make('button', { type: 'button', class: 'lb-link lb-item__next', 'data-next': '' }, [this.host.word('next')]);
    const clear = make('button', { type: 'button', class: 'lb-link lb-item__clear', 'data-clear': '' }, [this.host.word('clear')]);
    clear.setAttribute('aria-label', this.host.word('clear_of', { name: this.item.name }));
    this.clear = clear;
    this.acts().append(clear, next);
  }

  /**
   * @param found - the item in the result
   */
  show(doc: any, found: any) {
    const answers = answersOf(doc, this.host.who);
    const answer = answers[this.item.code] || {};
    this.begin(`${doc.id} ${this.host.who}`, answer);
    for (const field of this.fields) this.fill(field, answers, answer);
    const off = typeof answer.na === 'string' || answer.unseen === true;
    const { closed } = this.host;
    this.element.classList.toggle('is-off', off);
    for (const field of this.fields) field.disabled = closed || (off && /^[rpm]-/.test(field.name));
    this.showReason(answer);
    if (this.clear) this.clear.hidden = off || closed || !said(answer.points) || byParts(this.item, doc.mode);
    this.evidence.show(closed);
    this.showMean(doc, answers, found);
    this.showExam(answer);
  }

  /** Another document, or somebody else's answers: nothing of the one before stays. Marks of subjects that were entered are not hidden. */
  begin(whose: string, answer: any) {
    if (this.whose === whose) return;
    this.whose = whose;
    this.reasoning = false;
    this.reason = '';
    this.evidence.begin();
    for (const field of this.fields) this.shown.set(field, field.value);
    const more = (this.element.querySelector('details:has(input)') as HTMLDetailsElement | null);
    if (more && Object.values(answer.marks || {}).some(said)) more.open = true;
  }

  /**
   * @param answer - of the item
   */
  fill(field: HTMLInputElement, answers: Record<string, any>, answer: any) {
    const part = (field.closest('[data-part]') as HTMLElement | null);
    const own = part ? answers[part.dataset.part || ''] || {} : answer;
    const [kind, rest] = split(field.name, part ? part.dataset.part || '' : this.item.code);
    if (kind === 'r' || kind === 'p') field.checked = own.points === field.value;
    else if (kind === 'pick' || kind === 'unseen') field.checked = own[kind] === true;
    else if (kind === 'na') field.checked = typeof own.na === 'string' || this.reasoning === true;
    else this.put(field, this.textOf(kind, rest, own));
  }

  /** What somebody is writing and what is not saved yet stays; all else is shown as it is saved. */
  put(field: HTMLInputElement, text: string) {
    const writing = field === document.activeElement && field.value !== this.shown.get(field);
    this.shown.set(field, text);
    if (!writing && field.value !== text) field.value = text;
  }

  textOf(kind: string, rest: string, answer: any): string {
    if (kind === 'm' && rest === '') return answer.mark || '';
    if (kind === 'm') return (answer.marks || {})[this.subject(rest)] || '';
    return (kind === 'v' ? answer.evidence : kind === 'd' ? answer.date : kind === 'y' ? answer.na : '') || '';
  }

  /** the name of the exam's subject */
  subject(nth: string): string {
    return (this.item.subjects[Number(nth)] || { name: nth }).name;
  }

  showReason(answer: any) {
    const reason = this.field('y');
    if (!reason) return;
    const row = reason.closest('.lb-item__na') || reason.parentElement;
    const ticked = typeof answer.na === 'string' || this.reasoning === true;
    const missing = ticked && !said(answer.na);
    row.hidden = !ticked;
    reason.setAttribute('aria-invalid', String(missing));
    if (!this.hint) {
      this.hint = make('small', { class: 'lb-item__hint', id: `hint-${this.item.code}`, role: 'status' });
      row.after(this.hint);
      reason.setAttribute('aria-describedby', this.hint.id);
    }
    this.hint.textContent = missing ? this.host.word('reason_missing') : '';
  }

  showMean(doc: any, answers: Record<string, any>, found: any) {
    if (!this.mean) return;
    const { of } = answerss.state(this.item, answers, doc.mode);
    this.mean.hidden = !of;
    if (!of) return;
    const done = found && found.state === 'scored' && of[0] > 0;
    const key = done ? 'mean' : of[0] ? 'mean_open' : 'mean_none';
    this.mean.textContent = this.host.word(key, { points: done ? figure(found.points) : '', n: of[0], of: of[1] });
  }

  showExam(answer: any) {
    if (this.item.kind !== 'exam') return;
    const box = this.element.querySelector('.lb-exambox') || this.element.querySelector('.lb-item__do');
    if (!box) return;
    this.out = this.out || box.querySelector('.lb-exambox__out') || box.appendChild(make('output', { class: 'lb-exambox__out' }));
    const marks = this.fields.filter((one) => one.name.startsWith('m-'));
    const unreadable = marks.some((one) => one.validity.badInput);
    this.out.textContent = unreadable ? this.host.word('mark_bad') : this.examText(answer);
    const limit = this.host.data.scales[this.item.scale].exam;
    for (const field of marks) {
      const over = limit !== null && Number(field.value) > Number(limit.outOf);
      field.setAttribute('aria-invalid', String(over || Number(field.value) < 0 || field.validity.badInput));
    }
  }

  /** What comes of the marks of an exam, or why nothing does. */
  examText(answer: any): string {
    const { data, word } = this.host;
    if (!said(answer.mark) && !Object.values(answer.marks || {}).some(said)) return '';
    const scale = data.scales[this.item.scale];
    const exam = score.exam(scale, this.item.subjects, answer);
    if (exam.points === null) return score.say(data.words, exam.why);
    const rating = ratingOf(scale, exam.points);
    return word(exam.mean !== null && exam.rounded !== null && exam.mean !== exam.rounded ? 'exam_rounded' : 'exam', {
      mean: exam.mean === null ? '' : figure(exam.mean), rounded: exam.rounded === null ? '' : figure(exam.rounded),
      points: figure(exam.points), name: rating ? rating.name : '',
    });
  }

  /** Writes what stands in a field into the answers. */
  take(field: HTMLInputElement) {
    if (this.host.closed) return;
    const part = (field.closest('[data-part]') as HTMLElement | null);
    const code = part ? part.dataset.part || '' : this.item.code;
    const [kind, rest] = split(field.name, code);
    const { value, checked } = field;
    if (kind === 'na') return this.excuse(checked);
    if (kind === 'y') this.reasoning = true;
    const change = this.change(kind, rest, code, value, checked);
    if (!change) return;
    const text = ['v', 'y', 'm'].includes(kind);
    if (text) this.host.later(field.name, change);
    else this.host.update(change);
    if (kind === 'v') this.evidence.write();
  }

  /** Not applicable counts once there is a reason; until then it is only asked for. One that was written before is there again. */
  excuse(on: boolean) {
    const { host, item } = this;
    this.reasoning = on;
    this.noteReason();
    const { who, data, doc } = host;
    if (answersOf(doc, who)[item.code]) {
      host.update((draft: any) => {
        const answer = open(draft, who, data, item.code);
        if (on) answer.unseen = false;
        answer.na = on && said(this.reason) ? this.reason : null;
      });
    } else this.show(doc, null);
    if (on) this.field('y').focus();
  }

  change(kind: string, rest: string, code: string, value: string, checked: boolean): ((draft: any) => void) | null {
    const { who, data } = this.host;
    const on = (act: (answer: any) => void) => (draft: any) => act(open(draft, who, data, code));
    if (kind === 'r' || kind === 'p') return on((answer) => { answer.points = value; stamp(answer, data, code); });
    if (kind === 'm' && rest === '') return on((answer) => { answer.mark = value === '' ? null : value; stamp(answer, data, code); });
    if (kind === 'm') return on((answer) => { answer.marks = { ...answer.marks, [this.subject(rest)]: value }; stamp(answer, data, code); });
    if (kind === 'v') return on((answer) => { answer.evidence = value; });
    if (kind === 'd') return on((answer) => { answer.date = value; });
    if (kind === 'y') return on((answer) => { answer.na = said(value) ? value : null; });
    if (kind === 'unseen') return this.overlook(on, checked);
    return null;
  }

  noteReason() {
    const { value } = this.field('y');
    if (said(value)) this.reason = value;
  }

  /** Not observed takes the place of not applicable. */
  overlook(on: (act: (answer: any) => void) => (draft: any) => void, checked: boolean): (draft: any) => void {
    this.noteReason();
    if (checked) this.reasoning = false;
    return on((answer) => { answer.unseen = checked; if (checked) answer.na = null; });
  }
}
