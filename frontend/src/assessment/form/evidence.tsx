/* The case that shows how one stands on an item: behind a button until there is one; on paper its lines are always there. */

import type { ContainerNode } from 'preact';
import { render } from 'preact';
import { said } from '../document/answers.ts';
import type { Item } from '../document/model.ts';
import type { Host } from '../host.ts';
import type { Control, Field } from './fields.ts';
import { placeIn } from './place.ts';
import { linesOnPaper } from './print.ts';

const RULED = 2; // lines that are printed for the pen and for short texts

export class Evidence {
  private readonly element: HTMLElement;
  private readonly item: Item;
  private readonly host: Host;
  private readonly area: Control;
  private readonly label: Element;
  private readonly date: Control | undefined;
  private readonly opener: ContainerNode;
  private readonly onPaper: ContainerNode;
  private opened = false;

  /**
   * @param element - of the item
   * @returns nothing where the page does not ask for a case
   */
  static of(element: HTMLElement, item: Item, fields: readonly Field[], host: Host): Evidence | null {
    const area = fields.find(({ kind }) => kind === 'evidence')?.control;
    const label = area?.closest('.lb-ev');
    const acts = element.querySelector('.lb-item__acts');
    const date = fields.find(({ kind }) => kind === 'date')?.control;
    return area && label && acts ? new Evidence({ element, item, host, area, label, acts, date }) : null;
  }

  private constructor({ element, item, host, area, label, acts, date }: {
    element: HTMLElement, item: Item, host: Host, area: Control, label: Element, acts: Element, date: Control | undefined,
  }) {
    this.element = element;
    this.item = item;
    this.host = host;
    this.area = area;
    this.label = label;
    this.date = date;
    this.opener = placeIn(acts, acts.firstChild);
    this.onPaper = placeIn(label);
  }

  /** Another document: what was opened is folded again. */
  begin() {
    this.opened = false;
  }

  /** Whoever writes in it goes on writing, even if nothing is left of the text for a moment. */
  write() {
    this.opened = true;
    this.show();
  }

  /** On paper a text takes the room it needs. */
  show() {
    const text = this.area.value;
    const used = this.opened || said(text) || said(this.date?.value);
    this.label.classList.toggle('is-long', linesOnPaper(text) > RULED);
    this.element.classList.toggle('is-folded', !used);
    render(<span class="lb-ev__text" aria-hidden="true">{text}</span>, this.onPaper);
    render(<Opener host={this.host} item={this.item} hidden={used || this.host.closed} open={() => this.open()} />, this.opener);
  }

  /** Unfolds it, ready to be written. */
  open() {
    this.write();
    this.area.focus();
  }
}

function Opener({ host: { word }, item, hidden, open }: { host: Host, item: Item, hidden: boolean, open: () => void }) {
  return (
    <span class="lb-item__tell lb-noprint" hidden={hidden}>
      <button type="button" class="lb-link" data-evidence="" aria-label={word('evidence_of', { name: item.name })} aria-keyshortcuts="E"
        hidden={hidden} onClick={open}>{word('evidence')}</button>
      <kbd aria-hidden="true">E</kbd>
    </span>
  );
}
