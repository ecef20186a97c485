/* The switch of colours in the header: radios of which only the label of the next one is seen. */

import { DEVICE, prefersDark, saveChoice, savedChoice } from '../saved-colours.ts';
import type { Choice, Colours } from '../saved-colours.ts';

const NAMES = ['media', 'scheme', 'primary', 'accent'] as const;

const coloursOf = (option: HTMLInputElement): Colours =>
  Object.fromEntries(NAMES.map((name) => [name, option.getAttribute(`data-md-color-${name}`) || '']));

/** what the option shows: that of the device has the colours of the one for its light or dark */
function shownBy(options: readonly HTMLInputElement[], chosen: HTMLInputElement): Colours {
  const colours = coloursOf(chosen);
  if (colours.media !== DEVICE) return colours;
  const media = `(prefers-color-scheme: ${prefersDark() ? 'dark' : 'light'})`;
  const match = options.find((option) => option.getAttribute('data-md-color-media') === media);
  return match ? { ...coloursOf(match), media: DEVICE } : colours;
}

/** Colours the page. Nothing fades meanwhile; where nothing changes, nothing is touched: each time the whole page is styled anew. */
function colour(colours: Colours) {
  const { body } = document;
  const changed = Object.entries(colours).filter(([name, value]) => body.getAttribute(`data-md-color-${name}`) !== value);
  if (!changed.length) return;
  const isSeen = changed.some(([name]) => name !== 'media');
  if (isSeen) body.setAttribute('data-md-color-switching', '');
  for (const [name, value] of changed) body.setAttribute(`data-md-color-${name}`, value);
  if (isSeen) requestAnimationFrame(() => body.removeAttribute('data-md-color-switching'));
}

function show(options: readonly HTMLInputElement[], index: number): Choice {
  const chosen = options[index];
  const color = shownBy(options, chosen);
  colour(color);
  for (const option of options) {
    if (option.nextElementSibling instanceof HTMLElement) option.nextElementSibling.hidden = option !== chosen;
  }
  return { index, color };
}

/** where one begins: what was chosen, or what suits the device */
function firstIndex(options: readonly HTMLInputElement[]): number {
  const suits = (option: HTMLInputElement) => matchMedia(option.getAttribute('data-md-color-media') || 'not all').matches;
  const index = savedChoice()?.index ?? options.findIndex(suits);
  return Math.max(0, Math.min(index, options.length - 1));
}

export function startPalette() {
  const options = [...document.querySelectorAll<HTMLInputElement>('[data-md-component="palette"] input')];
  if (!options.length) return;
  let index = firstIndex(options);
  const choose = (next: number) => {
    index = next;
    saveChoice(show(options, index));
  };
  options.forEach((option, at) => {
    option.addEventListener('change', () => choose(at));
    option.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      const next = options[(at + 1) % options.length];
      next.click();
      next.focus();
    });
  });
  choose(index);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => choose(index));
}
