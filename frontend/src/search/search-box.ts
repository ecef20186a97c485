/* <lb-find>: the search field of the header and of the home page, with its list of results; "/" leads to it.
   Without this script the field sends its words to the index of indicators. */

import { define } from '../lib/define.ts';
import { isTyping } from '../lib/dom.ts';
import { Finder } from './finder.ts';

class LbFind extends HTMLElement {
  #finder: Finder | null = null;

  connectedCallback() {
    const form = this.querySelector('form');
    const input = form?.querySelector('input');
    if (form && input) this.#finder ??= new Finder(this, form, input);
  }
}

define('lb-find', LbFind);

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const field = document.querySelector('lb-find');
  const input = field?.querySelector('input');
  if (!field || !input) return;
  event.preventDefault();
  field.classList.add('is-open');
  input.focus();
});
