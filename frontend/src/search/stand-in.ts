/* Stands in for the matching until that gives results of the common type. */

import type { Hit, HitGroup, HitKind, SearchResult } from './result.ts';
import { find, range } from './search.ts';
import type { SearchIndex } from './search.ts';

export function found(index: SearchIndex, raw: string): SearchResult {
  const { pages, indicators, query } = find(index, raw);
  const marks = (text: string) => [range(text, query)].filter((stretch) => stretch !== null);
  const hits = pages.map(({ title, href }): Hit => ({ title, marks: marks(title), href, parts: ['序列'], kind: 'page' as HitKind, reference: false }));
  const rows = indicators.map(({ code, text, place, codes }): Hit => ({
    title: text, marks: marks(text), href: place[3], parts: [place[1], place[2], place[0]].filter(Boolean), code, codeHref: `id/${code}/index.html`, codes, kind: 'indicator', reference: false,
  }));
  const groups = [{ name: 'guides', hits }, { name: 'requirements', hits: rows }] as const satisfies readonly HitGroup[];
  const full = groups.filter((group) => group.hits.length);
  return { answer: null, groups: full, readAs: '', nearest: full.length ? null : { hits: [] } };
}
