/* The lines of a level's page that are newer than a release: which they are, and what is written beside them. */

import type { ChangedLineData, ChangedLinesData } from '../../generated/page-data.ts';
import type { NewsWord } from '../../generated/words.ts';
import { codeOfLine } from '../../lib/dom.ts';
import { entryAt } from '../../lib/values.ts';
import type { Say } from '../../lib/words.ts';
import { newerThan } from '../since.ts';

const LINES = '.lb-ind';
const ADDED = '.lb-since, .lb-was';

/** The releases of a handbook, newest first. */
export class Releases {
  readonly versions: readonly string[];

  constructor(versions: readonly string[]) {
    this.versions = versions;
  }

  /** Whether a release is newer than another; one that is not listed is older than all. */
  isNewer(one: string | undefined, than: string): boolean {
    return newerThan(this.versions, than).includes(one ?? '');
  }
}

/** the newest release that has touched a line: its own wording, or what comes */
const touchedBy = (line: HTMLElement): (string | undefined)[] =>
  [line.dataset.since, line.querySelector<HTMLElement>('.lb-coming')?.dataset.since];

export function newer(root: ParentNode, releases: Releases, than: string): HTMLElement[] {
  const lines = [...root.querySelectorAll<HTMLElement>(`${LINES}:not(.lb-compared ${LINES})`)];
  return lines.filter((line) => touchedBy(line).some((version) => releases.isNewer(version, than)));
}

/** how many of them are still to come */
export const toCome = (lines: readonly HTMLElement[]): number => lines.filter((line) => line.querySelector('.lb-coming')).length;

function element(name: string, kind: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

/** two texts in one */
function runs(parts: readonly (readonly string[])[]): HTMLElement {
  const sentence = document.createElement('p');
  for (const [fate, text] of parts) {
    const tag = { gone: 'del', added: 'ins' }[fate];
    sentence.append(tag ? element(tag, '', text) : text);
  }
  return sentence;
}

function seal(word: Say<NewsWord>, kind: 'new' | 'reworded'): Node[] {
  const sign = word(`seal_${kind}`);
  const mark = element('span', kind === 'new' ? 'lb-mark lb-mark--new' : 'lb-mark', sign);
  if (sign.length > 1) return [mark];
  mark.setAttribute('aria-hidden', 'true');
  return [mark, element('span', '', word(kind))];
}

/** Takes away what is written beside the lines. */
export function clear(root: ParentNode) {
  for (const added of root.querySelectorAll(ADDED)) added.remove();
}

/**
 * Writes beside a line since when it stands, and folded what it said before.
 * @param than - the release with which it is compared
 */
export function mark(line: HTMLElement, word: Say<NewsWord>, releases: Releases, than: string, data: ChangedLinesData) {
  const { since } = line.dataset;
  if (!releases.isNewer(since, than) || line.classList.contains('is-ended')) return;
  const known: ChangedLineData | undefined = entryAt(data.lines, codeOfLine(line));
  const before = known?.was.find((one) => !releases.isNewer(one.since, than));
  const said = element('p', 'lb-since');
  said.append(...seal(word, before ? 'reworded' : 'new'), element('span', '', word('line', { release: since ?? '' })));
  if (before && known?.means) said.append(element('span', '', known.means));
  line.append(said);
  if (!before) return;
  const fold = document.createElement('details');
  fold.className = 'lb-was';
  fold.append(element('summary', '', word('was')), runs(before.runs));
  line.append(fold);
}
