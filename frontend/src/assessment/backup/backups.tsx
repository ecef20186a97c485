/* Backups on a page: handed out as a file, and opened, after a table says what would come in; what came in is taken back. */

import { render } from 'preact';
import * as backupDue from '../../backup/due.ts';
import { ask } from '../../lib/dialog.ts';
import { download } from '../../files/download.ts';
import { make } from '../../lib/draw.ts';
import type { Words } from '../../generated/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Say, Spoken } from '../../lib/words.ts';
import { clockOf, dayOf, now } from '../document/document.ts';
import * as library from '../storage/library.ts';
import { compare, isAny } from './compare.ts';
import type { Comparison, Found } from './compare.ts';
import { LIMIT, read, tooBig, write } from './file.ts';
import type { Backup, Problem, Read } from './file.ts';
import * as keep from './keep.ts';
import type { Undo } from './keep.ts';
import { Contents } from './contents.tsx';
import type { NamedHandbook } from '../document/handbook-name.ts';

/** where questions are asked; data: of the page */
interface Home extends HTMLElement {
  readonly data: Spoken & NamedHandbook & { readonly release: string };
}

/** the moment in the name of a file: 20261128-1432 */
const stamp = (moment: string): string => `${dayOf(moment).replaceAll('-', '')}-${clockOf(moment).replace(':', '')}`;

export class Backups {
  private readonly home: Home;
  /** takes back what the last opened ones have brought */
  undo: Undo | undefined;

  constructor(home: Home) {
    this.home = home;
  }

  get word(): Say<Words['backup']> {
    return speaker(this.home.data, 'backup');
  }

  /**
   * Hands everything out as one file.
   * @returns what is to be said
   */
  hand(): string {
    const { home, word } = this;
    const made = now();
    const stored = keep.gather();
    const file = `${word('file_name', { moment: stamp(made) })}.json`;
    const text = write({ handbook: home.data.handbook, release: home.data.release, made, stored });
    download(file, new Blob([text], { type: 'application/json' }));
    backupDue.noteBackup(keep.mark(stored));
    return word('made', { file });
  }

  /**
   * Opens the backups among some files.
   * @returns what came of each, and the files that are none
   */
  async open(files: readonly File[]): Promise<{ said: string[]; others: File[] }> {
    const said: string[] = [];
    const others: File[] = [];
    this.undo = undefined;
    for (const file of files) {
      if (await library.isBackup(file)) said.push(await this.openOne(file));
      else others.push(file);
    }
    return { said, others };
  }

  private async openOne(file: File): Promise<string> {
    const { home, word } = this;
    const { backup, problem, odd } = { odd: 0, ...(await readFile(file, home.data)) };
    if (!backup) return word('file_says', { file: file.name, problem: this.says(problem) });
    if (problem && !(await this.isWanted(problem))) return word('left');
    const found = compare(backup, keep.gather());
    const how = await this.choose(backup, found, odd);
    if (!isAny(found)) return word('all_same');
    return how ? this.take(backup, found, how === 'both') : word('left');
  }

  private says({ key, facts }: Problem): string {
    return this.word(key, facts);
  }

  private async isWanted(problem: Problem): Promise<boolean> {
    const { home, word } = this;
    const choices = [{ key: '', label: word('leave'), out: true }, { key: 'yes', label: word('other_open') }];
    return (await ask(home, { title: word('other_title'), text: [this.says(problem)], choices })) === 'yes';
  }

  /** @returns both: also what differs; empty: nothing */
  private async choose(backup: Backup, found: Comparison, odd: number): Promise<string> {
    const { home, word } = this;
    const more = make('div', { class: 'lb-backup__box', tabindex: '0', role: 'region', 'aria-label': word('caption') });
    render(<Contents word={word} found={found} />, more);
    const isMore = isAny(found);
    const isDiffering = found.assessments.some(({ fate }) => fate === 'differs');
    const day = `${dayOf(backup.made)} ${clockOf(backup.made)}`;
    return ask(home, {
      title: word('open_title'), more,
      text: [word('open_say', { day }), ...(odd ? [word('odd', { n: odd })] : []), ...(isMore ? [] : [word('all_same')])],
      choices: isMore ? [
        { key: '', label: word('leave'), out: true },
        ...(isDiffering ? [{ key: 'new', label: word('take_new') }] : []),
        { key: 'both', label: word(isDiffering ? 'take_both' : 'take'), main: true },
      ] : [{ key: '', label: word('close'), out: true }],
    });
  }

  private take(backup: Backup, found: Comparison, both: boolean): string {
    const { word } = this;
    const day = dayOf(backup.made);
    const nameOf = ({ name }: Found) => (name ? word('copy_name', { name, day }) : word('copy_unnamed', { day }));
    const { undo, problem } = keep.take(found, both ? nameOf : null);
    const before = this.undo;
    if (undo) this.undo = before ? keep.undoing(undo, before) : undo;
    if (problem) return word(`take_${problem}`);
    const n = found.assessments.filter(({ fate }) => fate === 'new' || (both && fate === 'differs')).length;
    return word('taken', { n, notes: found.notes.fresh + found.notes.differing });
  }
}

async function readFile(file: File, book: NamedHandbook): Promise<Read> {
  if (file.size > LIMIT) return tooBig(file.size);
  const text = await file.text().catch(() => null); // it may be gone, or not ours to read
  return text === null ? { problem: { key: 'unreadable', facts: {} } } : read(text, book);
}
