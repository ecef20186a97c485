/* The views of a checklist, and how one comes to a place in them: by the address, by links, item by item. */

import type { Host, View } from '../host.ts';

const VIEWS: View[] = ['check', 'result', 'plan'];

const isView = (name: string): name is View => VIEWS.some((view) => view === name);

/** what the address names, behind its # */
const nameInAddress = (): string => location.hash.slice(1);

/**
 * @param name - as it stands in an address
 */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a lone per cent sign is one
  }
}

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

export const remembered = (): string => (history.state as { assessment?: string } | null)?.assessment ?? '';

/** the item, or another place on this page, that the address names */
function placeIn(host: Host): HTMLElement | null {
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
  const place = placeIn(host);
  const view = place?.closest<HTMLElement>('section[data-view]')?.dataset.view ?? '';
  host.showView(isView(name) ? name : isView(view) ? view : 'check', move);
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
  window.addEventListener('load', () => document.activeElement === document.body && goTo(host, placeIn(host)));
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

/** Goes to an item or part, ready to rate it. */
export function focusItem(host: Host, code: string) {
  const box = host.querySelector(`[data-item="${CSS.escape(code)}"], [data-part="${CSS.escape(code)}"]`);
  if (!box) return;
  if (host.view !== 'check') host.showView('check', false);
  const controls = Array.from(box.querySelectorAll<HTMLInputElement>('input, textarea, button, summary'));
  const seen = controls.filter((control) => !control.disabled && (control.checkVisibility ? control.checkVisibility() : control.getClientRects().length > 0));
  const rating = seen.filter(({ name }) => /^[rpm]-/.test(name || ''));
  const unrated = rating.filter(({ type, name }) => type !== 'radio' || !rating.some((other) => other.name === name && other.checked));
  const first = unrated.find(({ type, value }) => type === 'radio' || !value) || rating.find(({ checked }) => checked) || rating[0] || seen[0];
  if (!first) return;
  (rating.length > 1 && first.closest('[data-part]') || box).scrollIntoView({ block: 'center' });
  first.focus({ preventScroll: true });
}

/** Goes to the next item that is not rated, from this one on and round. */
export function next(host: Host, from: string) {
  host.flush();
  const standings = host.standings();
  const at = standings.findIndex(({ item }) => item.code === from);
  const ahead = [...standings.slice(at + 1), ...standings.slice(0, at + 1)];
  const open = ahead.find(({ state, again }) => state === 'todo' || state === 'part' || again);
  if (open) focusItem(host, open.item.code);
  else host.say(host.word('all_done'));
}
