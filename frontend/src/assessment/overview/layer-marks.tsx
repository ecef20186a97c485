/* The marks in the cells of the matrix: how many of the team are below the standard there, as a figure and as a bar. */

import { render } from 'preact';
import type { Say } from '../../lib/words.ts';
import type { Words } from '../../generated/words.ts';
import type { Mark } from './layer-figures.ts';

export type LayerWord = Say<Words['layer']>;

interface Shown {
  readonly word: LayerWord;
  readonly mark: Mark;
}

/** for drawing only */
const share = (below: number, scored: number): string => (below / (scored || 1)).toFixed(4);

export const Bar = ({ part }: { part: string }) => <i class="lb-gap__bar" aria-hidden="true" style={{ '--h': part }} />;

function Figures({ word, mark: { scored, below, of } }: Shown) {
  if (scored === null) return <span class="lb-none lb-none--na">{word('hidden')}</span>;
  return (
    <>
      {below !== null && <Bar part={share(below, scored)} />}
      <span class="lb-num">{below === null ? word('scored', { n: scored }) : word('mark', { below, n: scored })}</span>
      {below !== null && scored < of && <small>{word('part', { n: scored, of })}</small>}
    </>
  );
}

function Cell({ word, marks }: { word: LayerWord; marks: readonly Mark[] }) {
  return marks.map((mark) => (
    <div key={mark.step} class="lb-gap">
      {mark.step && <b>{mark.step}</b>}<Figures word={word} mark={mark} />
    </div>
  ));
}

/** where a mark belongs: in its level's column, or in the one cell of a competency that all levels ask alike */
function cellOf(rows: ReadonlyMap<string, HTMLTableRowElement>, { code, level }: Mark): HTMLElement | null {
  const cells = [...(rows.get(code)?.querySelectorAll('td') ?? [])];
  return cells.find(({ dataset }) => (dataset.span === undefined ? level !== '' && dataset.col === level : true)) ?? null;
}

/** Shows marks in the cells of a matrix, and takes away those that were there. */
export class CellMarks {
  readonly rows: ReadonlyMap<string, HTMLTableRowElement>;
  readonly word: LayerWord;
  boxes: HTMLElement[] = [];

  constructor(matrix: HTMLElement, word: LayerWord) {
    this.word = word;
    const rows = [...matrix.querySelectorAll<HTMLTableRowElement>('tr[data-code]')];
    this.rows = new Map(rows.map((row) => [row.dataset.code || '', row]));
  }

  /** @returns how many items have no cell */
  show(marks: readonly Mark[]): number {
    this.clear();
    const [placed, left] = [new Map<HTMLElement, Mark[]>(), new Set<string>()];
    for (const mark of marks) {
      const cell = cellOf(this.rows, mark);
      if (cell) placed.set(cell, [...(placed.get(cell) ?? []), mark]);
      else left.add(mark.code);
    }
    for (const [cell, own] of placed) this.fill(cell, own);
    return left.size;
  }

  fill(cell: HTMLElement, marks: readonly Mark[]) {
    const box = document.createElement('div');
    box.className = 'lb-gaps';
    cell.prepend(box);
    this.boxes.push(box);
    render(<Cell word={this.word} marks={marks} />, box);
  }

  clear() {
    for (const box of this.boxes) box.remove();
    this.boxes = [];
  }
}
