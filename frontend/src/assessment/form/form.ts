/* The form of the checklist: hands what is entered to the items, and shows what the host has. */

import { answersOf, open, picked } from '../document/answers.ts';
import * as answers from '../document/answers.ts';
import { Box as AssessItem } from './item.ts';

export class Form {
  declare host: any;
  declare element: any;
  declare boxes: Map<string, any>;
  declare waiting: (() => void)[];
  declare pressed: any;

  constructor(host: any, element: HTMLFormElement) {
    this.host = host;
    this.element = element;
    this.boxes = new Map();
    const items = new Map(host.data.items.map((one: any) => [one.code, one]));
    for (const box of (element.querySelectorAll('[data-item]') as NodeListOf<HTMLElement>)) {
      const item = items.get(box.dataset.item);
      if (item && item.kind !== 'none') this.boxes.set(item.code, new AssessItem(host, box, item));
    }
    element.addEventListener('submit', (event) => event.preventDefault());
    element.addEventListener('input', (event) => this.onInput(event));
    element.addEventListener('change', (event) => this.onChange(event));
    element.addEventListener('click', (event) => this.onClick(event));
    element.addEventListener('focusin', (event) => this.onFocus(event));
    /** what waits for the button or finger to be lifted */
    this.waiting = [];
    this.pressed = false;
    document.addEventListener('mousedown', (event) => { this.pressed = event.button === 0; }, true); // a menu swallows the lifting of others
    for (const name of ['mouseup', 'dragend']) document.addEventListener(name, () => setTimeout(() => this.lifted()), true);
  }

  boxOf(event: Event): any {
    const box = event.target instanceof Element && event.target.closest('[data-item]');
    return box ? this.boxes.get((box as HTMLElement).dataset.item || '') : undefined;
  }

  onInput(event: Event) {
    const field = (event.target as HTMLInputElement);
    const box = this.boxOf(event);
    if (box && !['radio', 'checkbox', 'date'].includes(field.type)) box.take(field);
  }

  onChange(event: Event) {
    const field = (event.target as HTMLInputElement);
    const box = this.boxOf(event);
    if (!box) return;
    if (field.name.startsWith('pick-')) return this.pick(box, field);
    if (['radio', 'checkbox', 'date'].includes(field.type)) box.take(field);
    else this.whenLifted(() => this.host.flush());
  }

  /** As many as the sequence says; one more is refused, and which ones there are is said. */
  pick(box: any, field: HTMLInputElement) {
    const { data, doc, who, closed } = this.host;
    if (closed) return;
    const code = box.item.code;
    const chosen = picked(data, doc, who).filter((one: string) => one !== code);
    if (field.checked && data.pick && chosen.length >= data.pick) {
      field.checked = false;
      const names = chosen.map((one: string) => answers.find(data, one).name);
      return this.host.say(this.host.word('pick_full', { n: data.pick, names: names.join(this.host.word('comma')) }));
    }
    const checked = field.checked;
    this.host.update((draft: any) => { open(draft, who, data, code).pick = checked; });
  }

  onClick(event: Event) {
    const box = this.boxOf(event);
    const button = event.target instanceof Element && event.target.closest('button');
    if (!box || !button) return;
    if (button.hasAttribute('data-next')) this.host.next(box.item.code);
    if (!button.hasAttribute('data-clear')) return;
    this.clear(box.item.code);
    this.host.focusItem(box.item.code); // the button is gone now
  }

  /**
   * Takes a rating back.
   * @param code - of an item or a part
   */
  clear(code: string) {
    const { data, doc, who, closed } = this.host;
    if (closed || !answersOf(doc, who)[code]) return;
    this.host.update((draft: any) => { open(draft, who, data, code).points = null; });
  }

  onFocus(event: Event) {
    const box = this.boxOf(event);
    if (box) this.whenLifted(() => this.mark(box));
  }

  /**
   * @param box - the item one is at
   */
  mark(box: any) {
    for (const one of this.boxes.values()) one.element.classList.toggle('is-now', one === box);
    this.host.dispatchEvent(new CustomEvent('lb-item', { detail: { code: box.item.code } }));
  }

  /**
   * What changes the layout waits as long as the mouse button is down, or a finger: what is being pressed would move away from
   * under it, and the click would go nowhere.
   */
  whenLifted(act: () => void) {
    if (this.pressed) this.waiting.push(act);
    else act();
  }

  lifted() {
    this.pressed = false;
    for (const act of this.waiting.splice(0)) act();
  }

  show(doc: any, result: any) {
    const found = new Map(result.items.map((one: any) => [one.code, one]));
    for (const box of this.boxes.values()) box.show(doc, found.get(box.item.code));
  }
}
