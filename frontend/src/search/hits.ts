/* Matches as hits: what is shown of a thing, a cell or a requirement. */

import type { Cell, SearchIndex, Thing } from './index.ts';
import { marksOf } from './marks.ts';
import type { Match } from './match.ts';
import type { Hit } from './result.ts';
import type { Term } from './terms.ts';

export class HitMaker {
  readonly #index: SearchIndex;
  readonly #terms: readonly Term[];
  readonly #pieces: readonly Term[];

  /**
   * @param pieces - of the terms, marked where a title holds none of these
   */
  constructor(index: SearchIndex, terms: readonly Term[], pieces: readonly Term[] = []) {
    this.#index = index;
    this.#terms = terms;
    this.#pieces = pieces;
  }

  thing({ at }: Pick<Match, 'at'>): Hit {
    const thing = this.#index.things[at];
    const { title, href, kind, parts, reference } = thing;
    const alias = this.#alias(thing);
    const base = { title, marks: this.#marks(title), href, parts, kind, kindName: this.#index.kinds[kind] ?? '', reference };
    return alias ? { ...base, alias } : base;
  }

  cell({ at }: Pick<Match, 'at'>): Hit {
    const { competency, sequence, level, href, reference } = this.#index.cells[at];
    const kindName = this.#index.kinds.competency ?? '';
    return { title: competency, marks: this.#marks(competency), href, parts: [sequence, level], kind: 'competency', kindName, reference };
  }

  requirement({ at }: Pick<Match, 'at'>, codes: readonly string[]): Hit {
    const { code, text, cell, hasLine } = this.#index.requirements[at];
    const place = this.#index.cells[cell];
    const base: Hit = {
      title: text,
      marks: this.#marks(text),
      href: hasLine ? `${place.href.split('#')[0]}#${code}` : place.href,
      parts: partsOf(place),
      code,
      codeHref: `id/${code}/index.html`,
      kind: 'indicator',
      kindName: this.#index.kinds.indicator ?? '',
      reference: place.reference,
    };
    return codes.length > 1 ? { ...base, codes } : base;
  }

  #marks(text: string) {
    const marks = marksOf(text, this.#terms, this.#index.simplified);
    return marks.length ? marks : marksOf(text, this.#pieces, this.#index.simplified);
  }

  /** The further name by which a thing was found whose title does not say why. */
  #alias({ plainTitle, plainParts, names, plainNames }: Thing): string {
    const holds = (text: string, { alternatives }: Term) => alternatives.some(({ piece }) => text.includes(piece));
    const unexplained = [...this.#terms, ...this.#pieces].filter((term) => !holds(plainTitle, term) && !holds(plainParts, term));
    const at = plainNames.findIndex((name) => unexplained.some((term) => holds(name, term)));
    return at < 0 ? '' : names[at];
  }
}

const partsOf = ({ sequence, level, competency }: Cell): string[] => [sequence, level, competency].filter(Boolean);
