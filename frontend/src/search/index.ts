/* What is looked through, made ready once, so that a query only compares. */

import type { AnswerEntry, HitKind, IndicatorEntry, PageEntry, PlaceEntry, SearchData, Signs } from '../generated/page-data.ts';
import { Dictionary } from './dictionary.ts';
import { fold, glued, plainCode, shortCode, simplifiedOf } from './fold.ts';
import type { Simplified } from './fold.ts';
import { Haystack } from './haystack.ts';
import { Sounds } from './sounds.ts';
import { NAME_WITH_KIND } from './typed-words.ts';

const NO_SIGNS: Signs = { simplified: '', sounds: {}, other_sounds: {}, words: '' };
/** kinds whose names are words of the house; titles of guides and forms are sentences */
export const NAMING: ReadonlySet<HitKind> = new Set<HitKind>(['sequence', 'level', 'grade', 'position', 'competency', 'concept', 'group']);

/** kinds that say how many levels there are, by which nobody looks for them */
const SAYING_LEVELS = new Set<HitKind>(['level', 'competency']);

/** a thing, with its texts as they are compared */
export interface Thing {
  readonly title: string;
  readonly href: string;
  readonly kind: HitKind;
  readonly parts: readonly string[];
  readonly reference: boolean;
  /** further names, as written */
  readonly names: readonly string[];
  readonly plainTitle: string;
  readonly plainNames: readonly string[];
  /** of its sequence and whatever else stands in the second line */
  readonly plainParts: string;
  readonly plainText: string;
  readonly codes: readonly string[];
}

/** a competency at a level */
export interface Cell {
  readonly competency: string;
  readonly sequence: string;
  readonly level: string;
  readonly href: string;
  readonly reference: boolean;
  readonly plainCompetency: string;
  /** what else the competency is called */
  readonly plainNames: readonly string[];
  /** all that the sequence is called */
  readonly plainSequences: readonly string[];
  readonly plainLevels: readonly string[];
}

export interface Requirement {
  readonly code: string;
  readonly text: string;
  /** the number of its cell */
  readonly cell: number;
  readonly hasLine: boolean;
  readonly plainText: string;
  readonly plainCode: string;
  readonly shortCode: string;
}

/** Requirements of one competency in the same words. */
interface Alike {
  /** for each the first of them */
  readonly first: Int32Array;
  /** by the first, where there are others: all */
  readonly others: ReadonlyMap<number, readonly number[]>;
}

/** an answer, and what its sequence and level are called, as that is compared */
export interface Answerable {
  readonly entry: AnswerEntry;
  readonly sequences: readonly string[];
  readonly levels: readonly string[];
  /** the same without blanks, as a query may have them anywhere */
  readonly gluedSequences: readonly string[];
  readonly gluedLevels: readonly string[];
}

/** The texts of one sort, each a line. */
export interface Haystacks {
  readonly titles: Haystack;
  readonly names: Haystack;
  readonly parts: Haystack;
  readonly texts: Haystack;
  readonly cells: Haystack;
  readonly cellNames: Haystack;
  /** sequences and levels of cells */
  readonly cellPlaces: Haystack;
  readonly requirements: Haystack;
}

export class SearchIndex {
  readonly kinds: Readonly<Partial<Record<HitKind, string>>>;
  readonly simplified: Simplified;
  readonly answers: readonly Answerable[];
  readonly things: readonly Thing[];
  readonly cells: readonly Cell[];
  readonly requirements: readonly Requirement[];
  /** the cell of each requirement */
  readonly cellOf: Int32Array;
  readonly #signs: Signs;
  #haystacks: Haystacks | null = null;
  #dictionary: Dictionary | null = null;
  #levels: ReadonlySet<string> | null = null;
  #alike: Alike | null = null;

  /**
   * @param before - what earlier files have brought
   */
  constructor(data: Omit<SearchData, 'next'>, before: SearchIndex | null = null) {
    this.#signs = before ? before.#signs : data.signs ?? NO_SIGNS;
    this.kinds = before ? before.kinds : data.kinds;
    this.simplified = before ? before.simplified : simplifiedOf(this.#signs.simplified);
    const table = this.simplified;
    const offset = before ? before.cells.length : 0;
    this.answers = before ? before.answers : data.answers.map((entry) => toAnswerable(entry, table));
    this.things = [...(before ? before.things : []), ...data.pages.map((entry) => toThing(entry, table))];
    this.cells = [...(before ? before.cells : []), ...data.places.map((entry) => toCell(entry, table))];
    this.requirements = [...(before ? before.requirements : []), ...data.indicators.map((entry) => toRequirement(entry, offset, table))];
    this.cellOf = Int32Array.from(this.requirements, ({ cell }) => cell);
  }

  fold(text: string): string {
    return fold(text, this.simplified);
  }

  /** Made with the first query, as all that follow are. */
  get haystacks(): Haystacks {
    this.#haystacks ??= {
      titles: new Haystack(this.things.map(({ plainTitle }) => plainTitle)),
      names: new Haystack(this.things.map(({ plainNames }) => plainNames.join('\t'))),
      parts: new Haystack(this.things.map(({ plainParts }) => plainParts)),
      texts: new Haystack(this.things.map(({ plainText }) => plainText)),
      cells: new Haystack(this.cells.map(({ plainCompetency }) => plainCompetency)),
      cellNames: new Haystack(this.cells.map(({ plainNames }) => plainNames.join('\t'))),
      cellPlaces: new Haystack(this.cells.map(({ plainSequences, plainLevels }) => [...plainSequences, ...plainLevels].join('\t'))),
      requirements: new Haystack(this.requirements.map(({ plainText }) => plainText)),
    };
    return this.#haystacks;
  }

  get dictionary(): Dictionary {
    this.#dictionary ??= new Dictionary(
      [...this.#names().flatMap(shortened), ...this.levels],
      this.#signs.words.split(' ').filter(Boolean).map((word) => this.fold(word)),
      [
        ...this.things.flatMap(({ plainTitle, plainNames, plainText }) => [plainTitle, ...plainNames, plainText]),
        ...this.requirements.map(({ plainText }) => plainText),
      ],
      new Sounds(this.#signs),
    );
    return this.#dictionary;
  }

  #names(): string[] {
    const naming = this.things.filter(({ kind }) => NAMING.has(kind));
    return naming.flatMap(({ plainTitle, plainNames }) => [plainTitle, ...plainNames]);
  }

  /** Which requirements say the same in the same competency of a sequence. */
  get alike(): Alike {
    this.#alike ??= alikeOf(this.requirements, this.cells);
    return this.#alike;
  }

  /** what levels are called */
  get levels(): ReadonlySet<string> {
    this.#levels ??= new Set([...this.answers.flatMap(({ levels }) => levels), ...this.cells.flatMap(({ plainLevels }) => plainLevels)]);
    return this.#levels;
  }
}

function alikeOf(requirements: readonly Requirement[], cells: readonly Cell[]): Alike {
  const firsts = new Map<string, number>();
  const others = new Map<number, number[]>();
  const first = Int32Array.from(requirements, ({ cell, plainText }, at) => {
    const { competency, sequence } = cells[cell];
    const key = `${sequence}\n${competency}\n${plainText}`;
    const known = firsts.get(key);
    if (known === undefined) firsts.set(key, at);
    else others.set(known, [...(others.get(known) ?? [known]), at]);
    return known ?? at;
  });
  return { first, others };
}

/** A name, and the name without the word for what it is the name of: 大客户销售序列 and 大客户销售. */
const shortened = (name: string): string[] => [name, name.replace(NAME_WITH_KIND, '$1')];

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

function toThing([title, href, kind, parts, names, codes, text, reference]: PageEntry, table: Simplified): Thing {
  const further = linesOf(names);
  return {
    title, href, kind, parts, reference,
    names: further,
    plainTitle: fold(title, table),
    plainNames: further.map((name) => fold(name, table)),
    plainParts: (SAYING_LEVELS.has(kind) ? parts.slice(0, 1) : parts).map((part) => fold(part, table)).join('\t'),
    plainText: fold(text, table),
    codes: codes.split(' ').filter(Boolean).flatMap((code) => [plainCode(code), ...code.split(/[-.]/).slice(-1).map(plainCode)]),
  };
}

function toCell([competency, sequence, level, href, names, sequences, levels, reference]: PlaceEntry, table: Simplified): Cell {
  const folded = (shown: string, further: string) => [shown, ...linesOf(further)].filter(Boolean).map((name) => fold(name, table));
  const [plainCompetency, ...plainNames] = folded(competency, names);
  const [plainSequences, plainLevels] = [folded(sequence, sequences), level ? folded(level, levels) : []];
  return { competency, sequence, level, href, reference, plainCompetency, plainNames, plainSequences, plainLevels };
}

function toRequirement([code, text, place, hasLine]: IndicatorEntry, offset: number, table: Simplified): Requirement {
  return { code, text, hasLine, cell: place + offset, plainText: fold(text, table), plainCode: plainCode(code), shortCode: shortCode(code) };
}

function toAnswerable(entry: AnswerEntry, table: Simplified): Answerable {
  const folded = (names: string) => linesOf(names).map((name) => fold(name, table));
  const [sequences, levels] = [folded(entry.sequence_names), folded(entry.names)];
  const short = levels.flatMap((level) => sequences.map((sequence) => withoutSequence(level, sequence))).filter(Boolean);
  const all = [...new Set([...levels, ...short])];
  return { entry, sequences, levels: all, gluedSequences: sequences.map(glued), gluedLevels: all.map(glued) };
}

/** A level's name without the part of its sequence's name with which it begins: 2级 of 客户经理2级, where the sequence is 政企客户经理. */
function withoutSequence(level: string, sequence: string): string {
  for (let at = 0; at + 1 < sequence.length; at += 1) {
    const end = sequence.slice(at);
    if (level.startsWith(end)) return level.slice(end.length).trim();
  }
  return '';
}
