/* The contents beside a page follow what is read, and the title in the header changes once the page's own has gone. */

import { target } from '../../lib/dom.ts';

interface Entry {
  link: HTMLAnchorElement;
  heading: HTMLElement;
}

function entriesOf(list: ParentNode): Entry[] {
  const entries: Entry[] = [];
  for (const link of list.querySelectorAll<HTMLAnchorElement>('a.md-nav__link')) {
    const heading = target(document, link);
    if (heading) entries.push({ link, heading });
  }
  return entries;
}

/** how many of the headings have been reached: all of them at the end of the page, where the last may stand low */
function reached(entries: readonly Entry[], edge: number): number {
  const page = document.documentElement;
  if (scrollY > 0 && scrollY + innerHeight >= page.scrollHeight - 1) return entries.length;
  const below = entries.findIndex(({ heading }) => heading.getBoundingClientRect().top >= edge);
  return below < 0 ? entries.length : below;
}

/** Keeps the link of what is read in sight where the list is longer than its room. */
function keepInSight(link: HTMLElement) {
  const room = link.closest<HTMLElement>('.md-sidebar__scrollwrap');
  if (!room || room.scrollHeight <= room.clientHeight) return;
  const distance = link.getBoundingClientRect().top - room.getBoundingClientRect().top;
  room.scrollTo({ top: room.scrollTop + distance - room.clientHeight / 2 });
}

function follow(entries: readonly Entry[]): (edge: number) => void {
  let before = -1;
  return (edge) => {
    const count = reached(entries, edge);
    if (count === before) return;
    before = count;
    entries.forEach(({ link }, at) => {
      link.classList.toggle('md-nav__link--passed', at < count);
      link.classList.toggle('md-nav__link--active', at === count - 1);
    });
    if (count) keepInSight(entries[count - 1].link);
  };
}

function titleSwitch(): (edge: number) => void {
  const box = document.querySelector('[data-md-component="header-title"]');
  const heading = document.querySelector('.md-content h1');
  return (edge) => {
    if (box && heading) box.classList.toggle('md-header__title--active', heading.getBoundingClientRect().bottom <= edge);
  };
}

/**
 * Says how high the sides may be: from the header, or where the page's main part begins, to the end of it or of the window.
 * The sides alone are told: what the root is told all of the page inherits, and is styled anew.
 */
function fitSides(): (edge: number) => void {
  const main = document.querySelector('.md-main__inner');
  const sides = document.querySelectorAll<HTMLElement>('.md-sidebar__scrollwrap');
  let before = '';
  return (edge) => {
    if (!main) return;
    const { top, bottom } = main.getBoundingClientRect();
    const room = `${Math.max(0, Math.min(innerHeight, bottom) - Math.max(edge, top))}px`;
    if (room !== before) for (const side of sides) side.style.setProperty('--lb-side-room', room);
    before = room;
  };
}

/** Brings the page's own link of the side navigation to the middle of its room. */
function showOwnLink() {
  const link = document.querySelector<HTMLElement>('.md-sidebar--primary .md-nav__link--active:not(label)');
  if (link && matchMedia('(min-width: 76.25em)').matches) keepInSight(link);
}

export function startContents() {
  const header = document.querySelector('.md-header');
  const list = document.querySelector('.md-sidebar--secondary [data-md-component="toc"], .md-nav--integrated [data-md-component="toc"]');
  const fit = fitSides();
  const switchTitle = titleSwitch();
  const followScroll = list ? follow(entriesOf(list)) : null;
  let waiting = false;
  const update = () => {
    waiting = false;
    const edge = header ? header.getBoundingClientRect().bottom : 0;
    switchTitle(edge);
    // a heading that was jumped to stands a little below the header, and counts as reached
    followScroll?.(edge + 24);
    fit(edge);
  };
  const later = () => {
    if (!waiting) requestAnimationFrame(update);
    waiting = true;
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  // parts that are laid out or unfolded move what stands below them
  new ResizeObserver(later).observe(document.body);
  requestAnimationFrame(() => {
    update();
    showOwnLink();
  });
}
