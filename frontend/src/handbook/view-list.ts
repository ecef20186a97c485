/* The list of further views behind the last place of the switch: links, of which those that name a view of this page choose it.
   Enter chooses, the arrows go through the list, Esc closes it, and so does whatever happens outside. */

export class ViewList {
  readonly #details: HTMLDetailsElement;
  readonly #summary: HTMLElement;
  readonly #name: string;

  constructor(details: HTMLDetailsElement, choose: (view: string) => void) {
    this.#details = details;
    this.#summary = details.querySelector('summary') ?? details;
    this.#name = this.#summary.textContent;
    details.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-view]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#close();
      choose(link.dataset.view ?? '');
    });
    details.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('click', (event) => {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    });
    details.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
    });
  }

  get #links(): HTMLElement[] {
    return [...this.#details.querySelectorAll<HTMLElement>('a')];
  }

  /** the views that it offers */
  get views(): string[] {
    return this.#links.flatMap(({ dataset }) => dataset.view ?? []);
  }

  /** Says which of its views is shown, where it is one of them. */
  mark(view: string) {
    let label = this.#name;
    for (const link of this.#links) {
      const isShown = link.dataset.view === view;
      if (isShown) label = link.dataset.label ?? label;
      if (isShown) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#summary.textContent = label;
    this.#details.classList.toggle('is-chosen', label !== this.#name);
  }

  #onKey(event: KeyboardEvent) {
    if (event.key === 'Escape' && this.#details.open) {
      event.preventDefault();
      this.#close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#details.open = true;
    const links = this.#links;
    const at = links.findIndex((link) => link === document.activeElement);
    links.at(at < 0 && step < 0 ? -1 : (at + step) % links.length)?.focus();
  }

  #close() {
    this.#details.open = false;
    this.#summary.focus();
  }
}
