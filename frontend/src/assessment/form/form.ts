/* The form of the checklist: hands what is entered to the items, and shows what the host has. */

import { isInPieces, piecemeal } from '../../lib/piecemeal.ts';
import { answerTo, answersOf, open, picked } from '../document/answers.ts';
import type { Host } from '../host.ts';
import type { Control, Field } from './fields.ts';
import { isChecked } from './fields.ts';
import { ItemBox } from './item.tsx';
import { fieldToRate, isSeen } from './views.ts';

const NOT_TYPED = ['radio', 'checkbox', 'date']; // types of fields
/** so many items are in sight when a page opens; styles/shared/indicators.css hides the others meanwhile */
const IN_SIGHT = 3;

/** a field, and the item it is of */
export type At = { box: ItemBox, field: Field };

export class Form {
  readonly boxes = new Map<string, ItemBox>();
  private readonly host: Host;
  /** the item one is at */
  now: ItemBox | null = null;
  /** the choice that had the focus last */
  private last: Control | null = null;
  /** what waits for the button or finger to be lifted */
  private waiting: (() => void)[] = [];
  private pressed = false;
  private isShown = false;

  constructor(host: Host, element: HTMLFormElement) {
    this.host = host;
    const items = new Map(host.data.items.map((item) => [item.code, item]));
    for (const box of element.querySelectorAll<HTMLElement>('[data-item]')) {
      const item = items.get(box.dataset.item ?? '');
      if (item && item.kind !== 'none') this.boxes.set(item.code, new ItemBox(host, box, item, () => this.takeBack(item.code)));
    }
    element.addEventListener('submit', (event) => event.preventDefault());
    element.addEventListener('input', (event) => this.onInput(event));
    element.addEventListener('change', (event) => this.onChange(event));
    element.addEventListener('focusin', (event) => this.onFocus(event));
    document.addEventListener('mousedown', (event) => { this.pressed = event.button === 0; }, true); // a menu swallows the lifting of others
    for (const name of ['mouseup', 'dragend']) document.addEventListener(name, () => setTimeout(() => this.lifted()), true);
  }

  /** the field of the form that an event is about, and its item */
  at(target: EventTarget | null): At | undefined {
    const box = target instanceof Element ? this.boxAround(target) : undefined;
    const field = box?.fields.find(({ control }) => control === target);
    return box && field && { box, field };
  }

  private boxAround(element: Element): ItemBox | undefined {
    return this.boxes.get(element.closest<HTMLElement>('[data-item]')?.dataset.item ?? '');
  }

  /** on the ruler that is meant by a figure: where one was last in this item, else where it is not rated yet */
  ruler(): Control | undefined {
    const choices = this.now?.fields.filter(({ kind, control }) => kind === 'rating' && !control.disabled && isSeen(control)) ?? [];
    const controls = choices.map(({ control }) => control);
    return controls.find((control) => control === this.last) ?? fieldToRate(controls);
  }

  private onInput({ target }: Event) {
    const at = this.at(target);
    if (at && !NOT_TYPED.includes(at.field.control.type)) at.box.take(at.field);
  }

  private onChange({ target }: Event) {
    const at = this.at(target);
    if (!at) return;
    if (NOT_TYPED.includes(at.field.control.type)) this.take(at.field.control);
    else this.whenLifted(() => this.host.flush());
  }

  /** Writes what stands in a field into the answers. */
  take(control: Control) {
    const at = this.at(control);
    if (at && !(at.field.kind === 'pick' && this.refuses(at.field))) at.box.take(at.field);
  }

  /** As many are picked as the sequence says; one more is refused, and which ones there are is said. */
  private refuses(field: Field): boolean {
    const { data, doc, who, closed, word } = this.host;
    const others = picked(data, doc, who).filter((code) => code !== field.code);
    if (closed || !isChecked(field) || !data.pick || others.length < data.pick) return false;
    if ('checked' in field.control) field.control.checked = false;
    const names = data.items.filter(({ code }) => others.includes(code)).map(({ name }) => name);
    this.host.say(word('pick_full', { n: data.pick, names: names.join(word('comma')) }));
    return true;
  }

  /** The rating of an item is taken back, by its button, which is gone then. */
  private takeBack(code: string) {
    this.clear(code);
    this.host.focusItem(code);
  }

  /**
   * Takes a rating back.
   * @param code - of an item or a part
   */
  clear(code: string) {
    const { data, doc, who, closed } = this.host;
    if (closed || !answerTo(answersOf(doc, who), code)) return;
    this.host.update((draft) => { open(draft, who, data, code).points = null; });
  }

  private onFocus({ target }: Event) {
    const at = this.at(target);
    if (at?.field.kind === 'rating') this.last = at.field.control;
    const box = target instanceof Element ? this.boxAround(target) : undefined;
    if (box) this.whenLifted(() => this.mark(box));
  }

  /**
   * Somebody goes to an item: it is shown before it gets the focus.
   * @param code - of an item or a part
   */
  reach(code: string) {
    const box = [...this.boxes.values()].find(({ item }) => item.code === code || item.parts.some((part) => part.code === code));
    if (box && box !== this.now) this.mark(box);
  }

  /**
   * @param now - the item one is at
   */
  private mark(now: ItemBox) {
    this.now = now;
    for (const box of this.boxes.values()) box.element.classList.toggle('is-now', box === now);
    this.host.dispatchEvent(new CustomEvent('lb-item', { detail: { code: now.item.code } }));
  }

  /**
   * What changes the layout waits as long as the mouse button is down, or a finger: what is being pressed would move away from
   * under it, and the click would go nowhere.
   */
  private whenLifted(act: () => void) {
    if (this.pressed) this.waiting.push(act);
    else act();
  }

  private lifted() {
    this.pressed = false;
    for (const act of this.waiting.splice(0)) act();
  }

  /** Shows what the host has. On opening a page that is laid out in pieces, what is out of sight waits. */
  show() {
    const boxes = [...this.boxes.values()];
    const isFirst = !this.isShown;
    this.isShown = true;
    this.showAll(isFirst && isInPieces() ? boxes.slice(0, IN_SIGHT) : boxes);
    if (isFirst && isInPieces()) piecemeal(boxes.slice(IN_SIGHT), (box) => { this.showAll([box]); });
  }

  private showAll(boxes: readonly ItemBox[]) {
    const { doc, who, result, look } = this.host;
    const answers = answersOf(doc, who);
    const scores = new Map(result.items.map((score) => [score.code, score]));
    for (const box of boxes) {
      const codes = [box.item, ...box.item.parts].map(({ code }) => code);
      box.show({ answers, score: scores.get(box.item.code), looks: look.filter(({ code }) => codes.includes(code)) });
    }
  }
}
