/* The views of a checklist, and how one comes to a place in them: by the address, by links, item by item. */

import { decoded } from '../../lib/text.ts';
import { valueAt } from '../../lib/values.ts';
import type { Standing } from '../document/answers.ts';
import type { Host, View } from '../host.ts';

const VIEWS: View[] = ['check', 'talk', 'result', 'plan'];

const isView = (name: string): name is View => VIEWS.some((view) => view === name);

/** what the address names, behind its # */
const nameInAddress = (): string => location.hash.slice(1);

/** the assessment that somebody chose in a list on another page */
export function askedFor(): string {
  const match = /^#open=([0-9a-f]{1,32})$/.exec(location.hash);
  return match ? match[1] : '';
}

/** Notes which assessment this is, so that it is the same one after a reload; the address says nothing of it. */
export function remember({ keeper, doc }: Host) {
  const assessment = keeper.kept ? doc.id : '';
  if (remembered() !== assessment) history.replaceState({ ...history.state, assessment }, '');
}

export function remembered(): string {
  const assessment = valueAt(history.state, 'assessment');
  return typeof assessment === 'string' ? assessment : '';
}

/** the item, or another place on this page, that the address names */
function placeInAddress(host: Host): HTMLElement | null {
  const name = nameInAddress();
  return name && !isView(name) ? host.querySelector<HTMLElement>(`#${CSS.escape(decoded(name))}`) : null;
}

/** Opens what was asked for; asked once, it is not asked again when one comes back to this address. */
function openAsked(host: Host) {
  const asked = askedFor();
  if (!asked) return;
  history.replaceState(history.state, '', '#check');
  if (asked !== host.doc.id) host.keeper.use(asked);
}

/**
 * Goes where the address says: to a view, to a place in one, or to an item, ready to rate it.
 * @param move - whether somebody went there just now
 */
export function go(host: Host, move: boolean) {
  openAsked(host);
  const name = nameInAddress();
  const place = placeInAddress(host);
  const view = place?.closest<HTMLElement>('section[data-view]')?.dataset.view ?? '';
  const open = move && place ? host.view : 'check'; // what stands over all views, as the link that skips to it names, closes none
  host.showView(isView(name) ? name : isView(view) ? view : open, move);
  goTo(host, place);
}

function goTo(host: Host, place: HTMLElement | null) {
  if (!place) return;
  place.scrollIntoView(); // it may have been hidden when the browser looked for it
  host.focusItem(place.dataset.item || '');
}

/** Follows the address, and links to it. */
export function listenToAddress(host: Host) {
  window.addEventListener('hashchange', () => go(host, true));
  // when all is loaded the browser goes to the place in the address itself, and takes the focus away
  window.addEventListener('load', () => document.activeElement === document.body && goTo(host, placeInAddress(host)));
  host.addEventListener('click', (event) => follow(host, event));
}

/** A link to where the address points already changes nothing in it, but one may have gone elsewhere since. */
function follow(host: Host, event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (!link || link.hash !== location.hash || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault(); // the browser would take the focus away again
  go(host, true);
}

/** Shows the section of a view, and marks the link that leads to it. */
export function turnTo(host: Host, view: View) {
  for (const section of host.querySelectorAll<HTMLElement>('section[data-view]')) section.hidden = section.dataset.view !== view;
  for (const link of host.querySelectorAll<HTMLElement>('a[data-view]')) {
    if (link.dataset.view === view) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Brings the focus to the head of a view, where somebody went to it and not to a place in it. */
export function focusView(host: Host, view: View) {
  if (!isView(nameInAddress())) return;
  const section = host.querySelector<HTMLElement>(`section[data-view="${view}"]`);
  const head = section?.querySelector<HTMLElement>('h1, h2') ?? section;
  if (!head) return;
  head.setAttribute('tabindex', '-1');
  window.scrollTo(0, 0);
  head.focus({ preventScroll: true });
}

/** what decides whether one goes to a field; not all of them, a <summary> among them, have it */
export type Reachable = Partial<Pick<HTMLInputElement, 'name' | 'type' | 'value' | 'checked' | 'disabled'>>;

/**
 * The field one goes to in an item: the first that rates it and is not filled in yet, else what was chosen.
 * @param fields - those that can be seen and used, in the order of the page
 */
export function fieldToRate<Field extends Reachable>(fields: readonly Field[]): Field | undefined {
  const rating = fields.filter(({ name }) => /^[rpm]-/.test(name ?? ''));
  const isChosen = (ruler?: string) => rating.some(({ name, checked }) => name === ruler && checked);
  const unrated = rating.find(({ type, name, value }) => (type === 'radio' ? !isChosen(name) : !value));
  const reason = fields.find(({ name }) => name?.startsWith('y-')); // of one that is not applicable; it is all there is to say
  return unrated ?? rating.find(({ checked }) => checked) ?? rating.at(0) ?? reason ?? fields.at(0);
}

/** Safari 16 cannot say whether an element is seen. */
type Seen = Pick<HTMLElement, 'getClientRects'> & Partial<Pick<HTMLElement, 'checkVisibility'>>;
export const isSeen = (element: Seen): boolean => element.checkVisibility?.() ?? element.getClientRects().length > 0;

/** Goes to an item or part, ready to rate it. */
export function focusItem(host: Host, code: string) {
  const box = host.querySelector(`[data-item="${CSS.escape(code)}"], [data-part="${CSS.escape(code)}"]`);
  if (!box) return;
  if (host.view !== 'check') host.showView('check', false);
  const fields = Array.from(box.querySelectorAll<HTMLElement & Reachable>('input, textarea, button, summary'));
  const field = fieldToRate(fields.filter((candidate) => !candidate.disabled && isSeen(candidate)));
  if (!field) return;
  (field.closest('[data-part]') ?? box).scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}

type Progress = Pick<Standing, 'state' | 'again'> & { item: { code: string } };

/**
 * What is to be rated next, from an item on and round.
 * @param from - the code of the item; of none: from the first on
 */
export function nextToRate(standings: readonly Progress[], from: string): string | undefined {
  const at = standings.findIndex(({ item }) => item.code === from);
  const ahead = [...standings.slice(at + 1), ...standings.slice(0, at + 1)];
  return ahead.find(({ state, again }) => state === 'todo' || state === 'part' || again)?.item.code;
}

/** Goes to the next item that is not rated, from this one on and round. */
export function next(host: Host, from: string) {
  host.flush();
  const code = nextToRate(host.standings(), from);
  if (code === undefined) host.say(host.word('all_done'));
  else host.focusItem(code);
}
