/* <lb-team>: several assessments laid together. The files are read here, never sent and never kept; nobody can be made out,
   as nothing is shown of fewer people than the size that is set. Every figure comes from team-figures.ts. */

import { render } from 'preact';
import type { TeamData } from '../../generated/page-data.ts';
import type { SavedAssessment } from '../document/model.ts';
import { define } from '../../lib/define.ts';
import { pageData } from '../../lib/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { csvFile } from '../../files/spreadsheet.ts';
import { inFileName } from '../../lib/text.ts';
import { speaker } from '../../lib/words.ts';
import { FEWEST } from './team-figures.ts';
import { firstSteps } from '../first-steps/opener.ts';
import * as scoring from './team-figures.ts';
import { download } from '../../files/download.ts';
import { documentsOf, readFiles } from './team-files.ts';
import type { TeamFile } from './team-files.ts';
import { teamNames } from './team-names.ts';
import { sheet } from './team-sheet.ts';
import type { Speaker, TeamChecklist } from './team-sheet.ts';
import type { Order } from './team-table.tsx';
import { TeamView } from './team-view.tsx';
import type { Actions, Shown, Target } from './team-view.tsx';

class LbTeam extends HTMLElement implements Actions {
  data: WithWords<TeamData> | null = null;
  declare word: Speaker;
  files: readonly TeamFile[] = [];
  least = FEWEST;
  order: Order = 'page';
  target = '';
  /** how often all was cleared */
  cleared = 0;
  /** says that what is shown is an example */
  private banner: HTMLElement | null = null;
  readonly status = document.createElement('p');
  readonly box = document.createElement('div');

  connectedCallback() {
    const data = pageData<TeamData>('lb-team-data');
    const drop = this.querySelector<HTMLElement>('.lb-drop');
    if (this.data || !data || !drop || !this.field) return;
    this.data = data;
    this.word = speaker(data, 'team');
    this.least = Math.max(FEWEST, data.least);
    this.status.className = 'lb-count';
    this.status.setAttribute('role', 'status');
    this.box.className = 'lb-team__box';
    this.append(this.status, this.box);
    this.field.addEventListener('change', () => this.take());
    this.acceptDrops(drop);
    const opener = this.querySelector<HTMLElement>('[data-example]');
    opener?.addEventListener('click', () => void this.showExample(opener));
    if (this.field.files?.length) this.take(); // chosen while this script was on its way
  }

  /** Five made-up people, until they are thrown away; never beside files of real ones. */
  async showExample({ dataset }: HTMLElement) {
    const steps = await firstSteps(dataset.file ?? '');
    if (!steps || !this.data) {
      this.status.textContent = dataset.failed ?? '';
      return;
    }
    this.clear();
    const { files, banner } = steps.team(this.data, () => this.clear());
    this.files = files.map((file) => ({ ...file, why: '' }));
    this.target = this.commonest();
    this.banner = banner;
    this.status.after(banner);
    this.show();
    banner.querySelector('button')?.focus();
  }

  get field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[type="file"]');
  }

  /**
   * @param drop - where files can be dropped; beside it nothing happens either
   */
  acceptDrops(drop: HTMLElement) {
    for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
    drop.addEventListener('dragover', () => drop.classList.add('is-over'));
    drop.addEventListener('dragleave', () => drop.classList.remove('is-over'));
    drop.addEventListener('drop', (event) => {
      drop.classList.remove('is-over');
      if (event.dataTransfer) void this.add([...event.dataTransfer.files]);
    });
  }

  take() {
    const { field } = this;
    if (!field) return;
    const files = [...(field.files || [])];
    field.value = ''; // the same files can be chosen again
    void this.add(files);
  }

  async add(files: File[]) {
    if (this.banner) this.clear();
    const { word, data, cleared } = this;
    if (!data) return;
    this.status.textContent = word('reading', { n: files.length });
    const read = await readFiles(data, files, word, (doc) => word('no_target', { title: doc.title || doc.target }));
    if (cleared !== this.cleared) return; // what was being read when all was cleared does not come back
    this.files = [...this.files, ...read];
    this.target ||= this.commonest();
    this.show();
  }

  /** the documents that are for one of the checklists */
  get docs(): SavedAssessment[] {
    return documentsOf(this.files);
  }

  /** how many files there are for each checklist */
  targets(data: TeamData): Target[] {
    const counts = new Map<string, number>();
    for (const { target } of this.docs) counts.set(target, (counts.get(target) || 0) + 1);
    return [...counts].map(([code, n]) => ({ code, n, title: data.targets[code].title }));
  }

  /** the checklist most files are for */
  commonest(): string {
    const sorted = this.data ? this.targets(this.data).sort((first, second) => second.n - first.n) : [];
    return sorted[0]?.code || '';
  }

  /** the chosen checklist, as scoring reads it, and what it comes to */
  chosen(): Shown['chosen'] {
    const { data, target } = this;
    if (!data || !target) return null;
    const checklist = { ...data.targets[target], target, release: data.release, words: data.words };
    return { data: checklist, team: scoring.team(checklist, this.docs, this.least), names: teamNames(checklist, this.docs) };
  }

  /** Which files count, and why the others do not. */
  judged(data: TeamChecklist): TeamFile[] {
    const { word } = this;
    const newest = new Set(scoring.newestOfEach(this.docs.filter(({ target }) => target === data.target)));
    return this.files.map((file) => {
      const { doc } = file;
      if (!doc) return file;
      if (doc.target !== data.target) return { ...file, why: word('other_target', { title: this.data?.targets[doc.target].title || '' }) };
      if (!newest.has(doc)) return { ...file, why: word('double') };
      return scoring.team(data, [doc], this.least).empty ? { ...file, why: word('empty') } : file;
    });
  }

  show() {
    const { data, word, order, least } = this;
    if (!data) return;
    const chosen = this.chosen();
    const files = chosen ? this.judged(chosen.data) : this.files;
    this.status.textContent = files.length ? word('read', { n: files.length, usable: chosen ? chosen.team.count : 0 }) : '';
    render(<TeamView word={word} actions={this} order={order} least={least} targets={this.targets(data)} files={files} chosen={chosen} />, this.box);
  }

  set({ target = this.target, order = this.order, least = this.least }: Parameters<Actions['set']>[0]) {
    Object.assign(this, { target, order, least });
    this.show();
  }

  saveSheet() {
    const chosen = this.chosen();
    if (!chosen || this.banner) return;
    const name = `${inFileName(this.target)}-team.csv`;
    download(name, csvFile(sheet(chosen.data, chosen.team, this.word, chosen.names.below)));
  }

  clear() {
    this.cleared += 1;
    this.files = [];
    this.target = '';
    this.banner?.remove();
    this.banner = null;
    this.show();
    this.field?.focus();
    this.status.textContent = this.word('cleared');
  }
}

define('lb-team', LbTeam);
