/* What the list of the search field holds, as elements made by hand: the field stands on every page, few of which need components. */

import { make } from '../lib/draw.ts';
import { fill } from '../lib/words.ts';
import { range } from './search.ts';
import type { Hits, IndicatorHit, PageHit } from './search.ts';

const SHOWN = { pages: 6, indicators: 10 };

/** words that the element brings */
export type WordName = 'label' | 'pages' | 'indicators' | 'all' | 'also' | 'hits' | 'none' | 'loading' | 'failed';

export interface Surroundings {
  /** address of the site's folder */
  readonly base: string;
  /** where all indicators that hold the words are listed */
  readonly all: string;
  readonly word: (name: WordName) => string;
}

/** the text, what was typed marked in it */
function marked(text: string, query: string): (Node | string)[] {
  const stretch = range(text, query);
  if (!stretch) return [text];
  const [start, end] = stretch;
  return [text.slice(0, start), make('mark', {}, [text.slice(start, end)]), text.slice(end)];
}

function option(href: string, look: string, children: readonly (Node | string)[]): HTMLAnchorElement {
  return make('a', { class: look, role: 'option', tabindex: '-1', href }, children);
}

function pageOption({ title, kind, href }: PageHit, query: string, base: string): HTMLElement {
  return option(base + href, 'lb-hit', [
    make('span', { class: 'lb-hit__text' }, marked(title, query)),
    make('span', { class: 'lb-hit__kind' }, [kind]),
  ]);
}

function indicatorOption({ code, codes, also, text, place }: IndicatorHit, query: string, { base, word }: Surroundings): HTMLElement {
  const kin = also?.length ? fill(word('also'), { codes: also.join(' ') }) : '';
  const element = option(`${base}id/${code}/index.html`, 'lb-hit', [
    make('span', { class: 'lb-hit__text' }, marked(text, query)),
    make('span', { class: 'lb-hit__code lb-code' }, [(codes ?? [code]).join(' ')]),
    make('span', { class: 'lb-hit__place' }, [[...place.slice(0, 3), kin].filter(Boolean).join(' · ')]),
  ]);
  element.dataset.code = code;
  return element;
}

function group(title: string, options: readonly HTMLElement[]): HTMLElement[] {
  if (!options.length) return [];
  const head = make('div', { class: 'lb-hits__head', role: 'presentation' }, [title]);
  return [make('div', { role: 'group', 'aria-label': title }, [head, ...options])];
}

/** Pages and indicators, each under its head. */
export function groupsOf({ pages, indicators, pagesFirst, query }: Hits, around: Surroundings): HTMLElement[] {
  const { word, base, all } = around;
  const pageOptions = pages.slice(0, SHOWN.pages).map((page) => pageOption(page, query, base));
  const options = indicators.slice(0, SHOWN.indicators).map((indicator) => indicatorOption(indicator, query, around));
  if (indicators.length > SHOWN.indicators) {
    options.push(option(all, 'lb-hit lb-hit--all', [fill(word('all'), { n: indicators.length })]));
  }
  const groups = [group(word('pages'), pageOptions), group(word('indicators'), options)];
  return (pagesFirst ? groups : groups.reverse()).flat();
}
