/* One item of the checklist's form and its answers in the document, bound both ways. */

import type { ContainerNode } from 'preact';
import { render } from 'preact';
import { scaleOf } from '../../scoring/item.ts';
import { isEnteredByOther } from '../../scoring/marks.ts';
import type { Score } from '../../scoring/result.ts';
import type { Answer, Answers } from '../document/answers.ts';
import { answerTo, byParts, lacksReason, open, said } from '../document/answers.ts';
import type { Look } from '../document/migrate.ts';
import type { Item } from '../document/model.ts';
import { othersOf } from '../document/results.ts';
import type { Host } from '../host.ts';
import { beforeOf } from '../signed/before.ts';
import { Evidence } from './evidence.tsx';
import type { Control, Field } from './fields.ts';
import { changeOf, fieldsAmong, isChecked, isText, rates, textOf, ticks } from './fields.ts';
import { Acts, ExamOutcome, Hint, Mean } from './item-parts.tsx';
import { addRulers } from './part-rulers.ts';
import { placeIn } from './place.ts';
import { Review } from './release-review.tsx';

/** score: what the item came to; looks: what of it is to be looked at again */
type ItemState = { answers: Answers, score: Score | undefined, looks: Look[] };
type Places = Partial<Record<'acts' | 'mean' | 'hint' | 'exam' | 'review', ContainerNode>>;

/** where something is shown in the item */
function placesOf(element: Element, item: Item, reason: Element | null): Places {
  const acts = element.querySelector('.lb-item__acts');
  const doing = element.querySelector('.lb-item__do');
  const exam = item.kind === 'exam' && (element.querySelector('.lb-exambox') || doing);
  const review = element.querySelector('.lb-item__review');
  return {
    ...acts && { acts: placeIn(acts) },
    ...doing && item.kind === 'rating' && item.parts.length && { mean: placeIn(doing, doing.querySelector('.lb-item__how')?.nextSibling ?? doing.firstChild) },
    ...reason && { hint: placeIn(reason.parentNode ?? element, reason.nextSibling) },
    ...exam && { exam: placeIn(exam) },
    ...review && { review: placeIn(review.parentNode ?? element, review.nextSibling, [review]) },
  };
}

/** A manager has not observed what an employee had no chance to show; of exams and conditions both say the same. */
function unseenOf(fields: readonly Field[], item: Item) {
  const label = item.kind === 'rating' && fields.find(({ kind }) => kind === 'unseen')?.control.nextElementSibling;
  return label ? { label, said: label.textContent } : null;
}

export class ItemBox {
  readonly element: HTMLElement;
  readonly item: Item;
  /** in the order of the page */
  fields: readonly Field[];
  private readonly host: Host;
  private readonly takeBack: () => void;
  private readonly evidence: Evidence | null;
  private readonly reasonField: Field | undefined;
  private readonly reasonRow: HTMLElement | null;
  private readonly places: Places;
  /** what says that there was nothing to go by, and how the employee says it */
  private readonly unseen: { label: Element, said: string } | null;
  /** what was last shown in a field of text */
  private readonly shown = new Map<Field, string>();
  private state: ItemState = { answers: {}, score: undefined, looks: [] };
  private isRuled = false;
  private whose = '';
  /** why it was not applicable, until that was taken back */
  private reason = '';

  /**
   * @param takeBack - takes its rating back
   */
  constructor(host: Host, element: HTMLElement, item: Item, takeBack: () => void) {
    this.host = host;
    this.element = element;
    this.item = item;
    this.takeBack = takeBack;
    this.fields = fieldsAmong(element.querySelectorAll<Control>('input, textarea'), item);
    this.reasonField = this.fields.find(({ kind }) => kind === 'reason');
    this.reasonRow = this.reasonField?.control.closest<HTMLElement>('.lb-item__na') ?? null;
    this.unseen = unseenOf(this.fields, item);
    this.places = placesOf(element, item, this.reasonRow);
    if (this.places.hint) this.reasonField?.control.setAttribute('aria-describedby', `hint-${item.code}`);
    this.evidence = Evidence.of(element, item, this.fields, host);
  }

  show(state: ItemState) {
    this.state = state;
    const { host, item, element } = this;
    if (host.doc.mode === 'full') this.needRulers();
    const answer: Partial<Answer> = answerTo(state.answers, item.code) ?? {};
    this.begin(`${host.doc.id} ${host.who}`, answer);
    const off = typeof answer.na === 'string' || answer.unseen === true;
    for (const field of this.fields) this.fill(field, state.answers);
    for (const field of this.fields) field.control.disabled = host.closed || (off && rates(field));
    element.classList.toggle('is-off', off);
    if (this.unseen) this.unseen.label.textContent = host.who === 'manager' ? host.word('unseen_manager') : this.unseen.said;
    element.classList.toggle('is-review', state.looks.length > 0);
    this.evidence?.show();
    this.showReason(answer);
    this.showExam();
    this.showParts(answer, off);
  }

  /** What its parts are rated with stands above all its other fields. */
  private needRulers() {
    if (this.isRuled) return;
    this.isRuled = true;
    this.fields = [...fieldsAmong(addRulers(this.element), this.item), ...this.fields];
  }

  private showParts(answer: Partial<Answer>, off: boolean) {
    const { host, item, places, state } = this;
    const clearable = !off && !host.closed && said(answer.points) && !byParts(item, host.doc.mode);
    if (places.acts) render(<Acts host={host} item={item} clearable={clearable} clear={this.takeBack} before={beforeOf(host.data, host.doc, item.code)} />, places.acts);
    if (places.mean) render(<Mean host={host} item={item} answers={state.answers} score={state.score} />, places.mean);
    if (places.review) render(<Review host={host} item={item} looks={state.looks} />, places.review);
  }

  /** Another document, or somebody else's answers: nothing of the one before stays. Marks of subjects that were entered are not hidden. */
  private begin(whose: string, answer: Partial<Answer>) {
    if (this.whose === whose) return;
    this.whose = whose;
    this.reason = '';
    this.evidence?.begin();
    for (const field of this.fields) this.shown.set(field, field.control.value);
    const subjects = this.element.querySelector('details input')?.closest('details');
    if (subjects && Object.values(answer.marks ?? {}).some(said)) subjects.open = true;
  }

  private fill(field: Field, answers: Answers) {
    const { control } = field;
    const answer = answerTo(answers, field.code) ?? {};
    const ticked = ticks(field, answer);
    if (ticked === null) this.put(field, textOf(field, answer));
    else if ('checked' in control) control.checked = ticked;
  }

  /** What somebody is writing and what is not saved yet stays; all else is shown as it is saved. */
  private put(field: Field, text: string) {
    const { control } = field;
    const writing = control === document.activeElement && control.value !== this.shown.get(field);
    this.shown.set(field, text);
    if (!writing && control.value !== text) control.value = text;
  }

  private showReason(answer: Partial<Answer>) {
    if (!this.reasonField || !this.reasonRow) return;
    const missing = lacksReason(answer);
    this.reasonRow.hidden = typeof answer.na !== 'string';
    this.reasonField.control.setAttribute('aria-invalid', String(missing));
    if (this.places.hint) render(<Hint host={this.host} item={this.item} missing={missing} />, this.places.hint);
  }

  private showExam() {
    const { host, item, places, state } = this;
    if (!places.exam) return;
    const marks = this.fields.filter(rates).map(({ control }) => control);
    const unreadable = marks.some(({ validity }) => validity.badInput);
    const most = scaleOf(host.data, item.scale)?.exam?.outOf;
    for (const mark of marks) {
      const over = most !== undefined && Number(mark.value) > Number(most);
      mark.setAttribute('aria-invalid', String(over || Number(mark.value) < 0 || mark.validity.badInput));
    }
    const others = othersOf(host.doc, host.who);
    const other = isEnteredByOther(item, state.answers, others) ? answerTo(others, item.code) : undefined;
    render(<ExamOutcome host={host} item={item} answer={answerTo(state.answers, item.code)} other={other} unreadable={unreadable} />, places.exam);
  }

  /** Writes what stands in a field into the answers. */
  take(field: Field) {
    const { host } = this;
    if (host.closed) return;
    if (field.kind === 'absence' || field.kind === 'unseen') this.noteReason();
    this.write(field);
    if (field.kind === 'absence' && isChecked(field)) this.reasonField?.control.focus();
    if (field.kind === 'evidence') this.evidence?.write();
  }

  private write(field: Field) {
    const { who, data } = this.host;
    const change = changeOf(field, data, this.reason);
    const name = field.control.name;
    if (isText(field)) this.host.later(name, (draft) => change(open(draft, who, data, field.code)));
    else this.host.update((draft) => change(open(draft, who, data, field.code)));
  }

  /** What opens its example, where there can be one. */
  example(): (() => void) | null {
    const { evidence } = this;
    return evidence && !this.host.closed ? () => evidence.open() : null;
  }

  private noteReason() {
    const text = this.reasonField?.control.value;
    if (said(text)) this.reason = text;
  }
}
