/* The list under a search field: when it opens, what it says, and how keys and pointers move in it. A script of its own. */

import { render } from 'preact';
import type { SearchPopupData } from '../../generated/page-data.ts';
import type { SearchWord } from '../../generated/words.ts';
import { make } from '../../lib/draw.ts';
import { sayer } from '../../lib/words.ts';
import type { Say } from '../../lib/words.ts';
import { loadIndex } from '../load.ts';
import type { Loaded } from '../load.ts';
import { cellCount, rowsOf, sectionsOf, statusOf } from './popup-rows.ts';
import type { PopupRow } from './popup-rows.ts';
import { Sections, cellId } from './popup-view.tsx';
import type { ActiveCell } from './popup-view.tsx';
import type { GroupName, SearchResult } from '../result.ts';
import { find } from '../search.ts';
import type { SearchField } from './search-box.ts';

declare global {
  interface Window {
    /** what the list says */
    levelbookSearchPopupData?: SearchPopupData;
  }
}

const FIRST: ActiveCell = { row: 0, cell: 0 };

class Popup {
  readonly #field: SearchField;
  readonly #told: SearchPopupData;
  readonly #say: Say<SearchWord>;
  #loaded: Loaded | null = null;
  #hasFailed = false;
  /** nothing is found in what is loaded so far, and the rest may hold it */
  #isWaiting = false;
  #result: SearchResult | null = null;
  #unfolded = new Set<GroupName>();
  #rows: readonly PopupRow[] = [];
  #active: ActiveCell | null = null;
  /** whether arrows to the left and right move in a row, and not in what is typed */
  #isWalking = false;

  constructor(field: SearchField, told: SearchPopupData) {
    this.#field = field;
    this.#told = told;
    this.#say = sayer(told.words);
    field.panel.append(this.#keys());
    this.#listen();
    if (field.contains(document.activeElement)) void this.#open();
  }

  #keys(): HTMLElement {
    const key = (name: string) => make('kbd', {}, [name]);
    const say = this.#say;
    return make('p', { class: 'lb-hits__keys', 'aria-hidden': 'true' }, [
      make('span', {}, [key('↑'), key('↓'), say('choose')]),
      make('span', {}, [key('Enter'), say('open')]),
      make('span', {}, [key('Esc'), say('close')]),
    ]);
  }

  #listen() {
    const { input, grid } = this.#field;
    input.addEventListener('focus', () => void this.#open());
    input.addEventListener('input', () => this.#ask());
    input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#field.querySelector('form')?.addEventListener('submit', (event) => this.#onSubmit(event));
    this.#field.addEventListener('focusout', ({ relatedTarget: next }) => {
      if (next instanceof Node && !this.#field.contains(next)) this.#close();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!(target instanceof Node && this.#field.contains(target))) this.#close();
    });
    grid.addEventListener('click', (event) => {
      const isLink = event.target instanceof Element && event.target.closest('a');
      if (isLink && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#field.leave(); // it may lead within this page
    });
  }

  /** Loads what is not there yet; what did not come is tried again. */
  async #open() {
    const isTriedAgain = this.#hasFailed;
    this.#hasFailed = false;
    if (!this.#loaded) this.#field.wait();
    else if (this.#field.panel.hidden || isTriedAgain) this.#ask();
    try {
      await loadIndex(this.#field, (loaded) => this.#hear(loaded));
    } catch {
      this.#hasFailed = true;
      if (this.#isHere() && this.#isComing) this.#field.fail();
    }
  }

  #isHere = (): boolean => this.#field.contains(document.activeElement);

  /** Finds more when more has been loaded; a row that somebody went to stays the active one. */
  #hear(loaded: Loaded) {
    if (loaded === this.#loaded) return; // nothing new: what is unfolded stays so
    const isFirst = !this.#loaded;
    this.#loaded = loaded;
    if (!this.#isHere() || (!isFirst && this.#field.panel.hidden && !this.#isWaiting)) return;
    const active = this.#isWalking ? this.#link()?.href : undefined;
    this.#ask();
    if (active) this.#goTo(active);
    if (this.#field.isEntered && !this.#isComing) {
      this.#field.isEntered = false;
      this.#enter();
    }
  }

  #goTo(href: string) {
    const links = [...this.#field.grid.querySelectorAll('a')];
    const cell = links.find((link) => link.href === href)?.parentElement?.id.match(/-(\d+)-(\d+)$/);
    if (!cell) return;
    this.#isWalking = true;
    this.#choose({ row: Number(cell[1]) - 1, cell: Number(cell[2]) - 1 });
  }

  /** Looks for what is typed now. */
  #ask() {
    const query = this.#field.input.value.trim();
    this.#isWalking = false;
    this.#unfolded = new Set();
    if (!query) this.#close();
    else if (this.#hasFailed) void this.#open();
    else if (this.#loaded) this.#take(find(this.#loaded.index, query));
    else this.#field.wait();
  }

  /** whether what is typed may be found yet, though nothing is shown */
  get #isComing(): boolean {
    return !this.#loaded || this.#isWaiting;
  }

  /** Nothing is found in what is there, and more is on its way: what was found before is no answer to what is typed now. */
  #empty() {
    const { grid, input } = this.#field;
    [this.#result, this.#rows, this.#active] = [null, [], null];
    grid.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  #take(result: SearchResult) {
    this.#result = result;
    const hasHits = Boolean(result.answer) || result.groups.length > 0;
    this.#isWaiting = !hasHits && !this.#loaded?.isWhole;
    if (this.#isWaiting) {
      this.#empty();
      this.#field.wait();
      return;
    }
    this.#active = hasHits ? FIRST : null;
    this.#draw();
    this.#field.grid.scrollTop = 0;
    this.#field.panel.scrollTop = 0;
  }

  #draw() {
    const result = this.#result;
    if (!result) return;
    const { grid, input, base } = this.#field;
    const say = this.#say;
    const asked = { query: input.value.trim(), say, told: this.#told, unfolded: this.#unfolded };
    const sections = sectionsOf(result, asked);
    this.#rows = rowsOf(sections);
    grid.hidden = false;
    grid.setAttribute('aria-label', say(result.answer || result.groups.length ? 'label' : 'label_near'));
    render(<Sections id={grid.id} base={base} say={say} active={this.#active} sections={sections} onMore={(name) => this.#unfold(name)} />, grid);
    this.#field.say(statusOf(result, asked, this.#loaded?.isWhole ?? false));
    input.setAttribute('aria-expanded', 'true');
    if (this.#active) input.setAttribute('aria-activedescendant', cellId(grid.id, this.#active));
    else input.removeAttribute('aria-activedescendant');
  }

  #unfold(name: GroupName) {
    this.#field.input.focus();
    this.#unfolded.add(name);
    this.#draw();
  }

  #choose(active: ActiveCell | null) {
    this.#active = active;
    this.#draw();
    this.#cell()?.closest('[role="row"]')?.scrollIntoView({ block: 'nearest' });
    if (active?.row === 0) this.#field.panel.scrollTop = 0; // the line above it is read too
  }

  #cell(): HTMLElement | null {
    return this.#active && document.getElementById(cellId(this.#field.grid.id, this.#active));
  }

  #link(): HTMLAnchorElement | null {
    return this.#cell()?.querySelector('a') ?? null;
  }

  #close() {
    this.#field.hush();
    [this.#isWalking, this.#isWaiting] = [false, false];
  }

  /** From row to row, round at the ends. */
  #walk(step: number) {
    const count = this.#rows.length;
    if (this.#field.panel.hidden) {
      this.#ask();
      return;
    }
    if (!count) return;
    const from = this.#active?.row ?? (step > 0 ? -1 : count);
    this.#isWalking = true;
    this.#choose({ row: (from + step + count) % count, cell: 0 });
  }

  /**
   * From link to link of a row.
   * @returns whether there was one to go to
   */
  #walkAlong(step: number): boolean {
    const { input, panel } = this.#field;
    const active = this.#active;
    const isAtEnd = input.selectionStart === input.value.length && input.selectionEnd === input.value.length;
    if (panel.hidden || !active || !(this.#isWalking || (step > 0 && isAtEnd))) return false;
    const cell = active.cell + step;
    if (cell < 0 || cell >= cellCount(this.#rows[active.row])) return false;
    this.#isWalking = true;
    this.#choose({ row: active.row, cell });
    return true;
  }

  #onKey(event: KeyboardEvent) {
    if (event.isComposing || event.altKey || event.shiftKey) return; // while composing, keys belong to the input method
    const isTaken = this.#takes(event);
    if (isTaken) event.preventDefault();
  }

  #takes({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    switch (key) {
      case 'ArrowDown': this.#walk(1); return true;
      case 'ArrowUp': this.#walk(-1); return true;
      case 'ArrowRight': return this.#walkAlong(1);
      case 'ArrowLeft': return this.#walkAlong(-1);
      case 'Escape': this.#escape(); return true;
      case 'Enter': if (ctrlKey || metaKey) this.#enter({ ctrlKey, metaKey }); return ctrlKey || metaKey;
      default: return false;
    }
  }

  /** First the list goes, then what is typed, then, on a phone, the field. */
  #escape() {
    const { panel, input } = this.#field;
    if (!panel.hidden) this.#close();
    else if (input.value) input.value = '';
    else this.#field.leave();
  }

  #enter(keys: MouseEventInit = {}) {
    const target = this.#cell()?.querySelector('a, button');
    target?.dispatchEvent(new MouseEvent('click', { ...keys, bubbles: true, cancelable: true }));
  }

  /** Enter and the button open the active row; where the list is closed they open it. */
  #onSubmit(event: SubmitEvent) {
    if (this.#hasFailed && this.#isComing) return; // the form leads to the list of indicators
    event.preventDefault();
    const { panel, input } = this.#field;
    if (!input.value.trim()) input.focus();
    else if (this.#isComing) this.#field.isEntered = true;
    else if (panel.hidden) {
      input.focus();
      this.#ask();
    } else this.#enter();
  }
}

window.levelbookSearchPopup = (field) => {
  const told = window.levelbookSearchPopupData;
  if (told) new Popup(field, told);
};
