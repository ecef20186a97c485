/* The gaps of a team as a layer on the matrix, from files that are opened there. Nothing is kept, here or in the address: closing the
   panel or leaving the page forgets all. */

import { render } from 'preact';
import type { TeamLayerData } from '../../generated/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { speaker } from '../../lib/words.ts';
import { judged, layer } from './layer-figures.ts';
import { CellMarks } from './layer-marks.tsx';
import type { LayerWord } from './layer-marks.tsx';
import { LayerView } from './layer-view.tsx';
import type { LayerActions } from './layer-view.tsx';
import { documentsOf, readFiles } from './team-files.ts';
import type { TeamFile } from './team-files.ts';
import type { Speaker } from './team-sheet.ts';

class TeamLayer implements LayerActions {
  readonly data: WithWords<TeamLayerData>;
  readonly matrix: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly word: LayerWord;
  readonly team: Speaker;
  readonly marks: CellMarks;
  readonly box = document.createElement('div');
  files: readonly TeamFile[] = [];
  /** how often it was closed */
  closed = 0;

  constructor(data: WithWords<TeamLayerData>, matrix: HTMLElement, button: HTMLButtonElement) {
    [this.data, this.matrix, this.button] = [data, matrix, button];
    this.word = speaker(data, 'layer');
    this.team = speaker(data, 'team');
    this.marks = new CellMarks(matrix, this.word);
  }

  get isOpen(): boolean {
    return this.box.isConnected;
  }

  open() {
    this.matrix.querySelector('.lb-matrix__bar')?.after(this.box);
    this.button.setAttribute('aria-expanded', 'true');
    this.show('');
  }

  close() {
    this.closed += 1;
    this.files = [];
    this.marks.clear();
    render(null, this.box);
    this.box.remove();
    this.button.setAttribute('aria-expanded', 'false');
    this.button.focus();
  }

  focus() {
    this.box.querySelector('input')?.focus();
  }

  take(field: HTMLInputElement) {
    const files = [...(field.files ?? [])];
    field.value = ''; // the same files can be chosen again
    void this.add(files);
  }

  async add(files: readonly File[]) {
    const { data, word, team, closed } = this;
    this.show(team('reading', { n: files.length }));
    const read = await readFiles(data, files, team, (doc) => word('other_sequence', { title: doc.title || doc.target }));
    if (closed !== this.closed) return; // what was being read when it was closed does not come back
    this.files = [...this.files, ...read];
    this.show();
  }

  show(status?: string) {
    const { data, word, team } = this;
    const files = judged(data, this.files, team);
    const { teams, marks } = layer(data, documentsOf(this.files));
    const elsewhere = this.marks.show(marks);
    const usable = files.filter(({ why }) => !why).length;
    const said = status ?? team('read', { n: files.length, usable });
    render(<LayerView data={data} word={word} team={team} actions={this} status={said} teams={teams} files={files} elsewhere={elsewhere} />, this.box);
  }
}

let shown: TeamLayer | undefined;

window.levelbookShowTeam = (button, files) => {
  const [brought, matrix] = [window.levelbookTeamLayer, button.closest<HTMLElement>('lb-matrix')];
  if (!brought || !matrix) return;
  shown ??= new TeamLayer({ ...brought.data, words: window.levelbookWords ?? {} }, matrix, button);
  if (shown.isOpen && !files.length) {
    shown.close();
    return;
  }
  if (!shown.isOpen) {
    shown.open();
    shown.focus();
  }
  if (files.length) void shown.add(files);
};
