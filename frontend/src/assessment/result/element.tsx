/* <lb-result>: shows the result of the assessment around it, as it is now, while its view is open. */

import { render } from 'preact';
import { define } from '../../lib/define.ts';
import type { Host, ResultElement } from '../host.ts';
import { openFiles } from '../opening/door.ts';
import type { Outcome } from '../opening/outcome.ts';
import { deskOf } from './desk.ts';
import { keepingFocus } from './focus.ts';
import { ResultPage } from './page.tsx';

class LbResult extends HTMLElement implements ResultElement {
  private host?: Host;
  private message = '';
  private unfolded: HTMLDetailsElement[] = [];

  connectedCallback() {
    const host = this.closest('lb-assess');
    if (this.host || !host) return;
    this.host = host;
    void customElements.whenDefined('lb-assess').then(() => this.begin(host));
  }

  private begin(host: Host) {
    host.addEventListener('lb-change', () => this.show());
    host.addEventListener('lb-view', () => this.show());
    window.addEventListener('beforeprint', () => this.unfold());
    window.addEventListener('afterprint', () => this.fold());
    this.show();
  }

  async openFiles(files: readonly File[]): Promise<Outcome> {
    return this.host ? openFiles(deskOf(this.host), files) : { text: '' };
  }

  /** Says something to everybody: it is read out, and brought to where it is seen. */
  private tell(text: string) {
    this.message = text;
    this.show();
    if (text) this.querySelector('.lb-result__said')?.scrollIntoView({ block: 'nearest' });
  }

  private show() {
    if (this.host?.view === 'result') this.draw();
  }

  private draw() {
    const { host, message } = this;
    if (!host) return;
    const page = <ResultPage host={host} message={message} tell={(text) => this.tell(text)} how={this.dataset.how ?? ''} />;
    keepingFocus(this, () => render(page, this));
  }

  /** On paper stands what is known now, and what must not be missing there is not folded away: reasons, sentences, and what was agreed. */
  private unfold() {
    this.draw();
    const folded = this.querySelectorAll<HTMLDetailsElement>('details:is(.lb-never, .lb-top3__rest):not([open]), .lb-result__differ details:not([open])');
    this.unfolded = [...folded].filter((part) => part.matches('.lb-never, .lb-top3__rest') || part.querySelector('option:checked:not([value=""])'));
    for (const part of this.unfolded) part.open = true;
  }

  /** After printing it looks as before. */
  private fold() {
    for (const part of this.unfolded) part.open = false;
  }
}

define('lb-result', LbResult);
