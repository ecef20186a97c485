/* The file of a manager: reads it, says what is wrong with it, lays it over one's own assessment, and holds the questions
   where both differ until they are answered. */

import { speaker } from '../../lib/words.ts';
import type { SavedAssessment } from '../document/model.ts';
import { carry } from '../document/migrate.ts';
import { isOf } from '../document/targets.ts';
import type { Host } from '../host.ts';
import type { Say } from '../figures.ts';
import * as library from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import type { Seat } from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { layOver, saysSame, settle } from './merge-file.ts';
import type { Question } from './merge-file.ts';

/** Questions about the assessment that is open. */
export interface Asked {
  readonly file: SavedAssessment;
  readonly questions: readonly Question[];
  /** which assessment it is, and whether it is finished: then other questions are asked */
  readonly about: string;
  /** which asking it is: what was chosen in one is not chosen in the next */
  readonly turn: number;
}

interface Page {
  /** Says something to everybody, where it is seen. */
  tell: (text: string) => void;
  /** Shows the questions, or that there are none any more. */
  show: () => void;
}

const aboutOf = ({ id, finished }: SavedAssessment): string => `${id} ${finished || ''}`;

export class ManagerFile {
  asked: Asked | null = null;
  private turns = 0;
  private readonly host: Host;
  private readonly page: Page;
  private readonly say: Say;

  constructor(host: Host, page: Page) {
    this.host = host;
    this.page = page;
    this.say = speaker(host.data, 'result');
    host.addEventListener('lb-change', () => {
      if (this.isStale()) this.leave();
    });
  }

  async read(file: File) {
    const { data } = this.host;
    const { doc, problem } = await library.open(file, data.handbook);
    if (problem) this.page.tell(this.say('file_bad', { problem: library.say(data.words, problem) }));
    else await this.take(doc);
  }

  /**
   * Lays a document over the open one, where both are the same assessment.
   * @param first - what is to be told besides
   */
  async take(file: SavedAssessment, first = '') {
    const refused = this.whyNot(file);
    if (refused) this.page.tell(refused);
    else if (file.id === this.host.doc.id) this.lay(file, first);
    else await this.openBeside(file);
  }

  /** why a file cannot be laid over the open assessment; empty where it can */
  private whyNot(file: SavedAssessment): string {
    const { host: { data, doc, seat }, say } = this;
    if (!isOf(data, file)) return say('file_other_target', { title: file.title || file.target });
    return file.id === doc.id && !seat ? speaker(data, 'seat')('unknown') : '';
  }

  private lay(file: SavedAssessment, first: string) {
    const { host, page, say } = this;
    const { doc: carried } = carry(file, host.data);
    const { doc, questions } = layOver(host.doc, carried, host.seat);
    const isFinished = !!host.doc.finished && !questions.length && saysSame(doc.plan, host.doc.plan) && doc.signed.length === host.doc.signed.length;
    page.tell(first + (isFinished ? say('file_finished') : ''));
    if (isFinished) return;
    if (!questions.length) {
      this.join(carried, [], first);
      return;
    }
    this.turns += 1;
    this.asked = { file: carried, questions, about: aboutOf(host.doc), turn: this.turns };
    page.show();
  }

  /** Another assessment: once it is known whose it is, it is kept beside this one and opened, unless that one is here already. */
  private async openBeside(file: SavedAssessment) {
    const { host, page, say } = this;
    const name = file.name || file.title;
    if (store.list().some(({ id }) => id === file.id)) {
      if (host.keeper.use(file.id)) await this.take(file, say('file_shown', { name }));
      return;
    }
    const { seat, open } = await seats.ask(host, host.data, file, undefined, say('file_other_ask'));
    if (open) this.keep(file, seat, name);
    else page.tell(say('asks_left'));
  }

  private keep(file: SavedAssessment, seat: Seat, name: string) {
    const { host, page, say } = this;
    const { doc, problem } = library.take(file, 'both', seat);
    if (!problem) host.keeper.use(doc.id);
    page.tell(problem ? library.say(host.data.words, problem) : say('file_other', { name }));
  }

  /** whether the questions are about another assessment than the one that is open, or it was finished meanwhile */
  private isStale(): boolean {
    return this.asked !== null && this.asked.about !== aboutOf(this.host.doc);
  }

  leave() {
    this.asked = null;
    this.page.show();
    this.page.tell(this.say('asks_left'));
  }

  /**
   * Joins both, now that it is known what holds.
   * @param first - what is to be told besides
   */
  join(file: SavedAssessment, questions: readonly Question[], first = '') {
    const { host, page, say } = this;
    this.asked = null;
    page.show();
    host.update((draft) => {
      const { doc } = layOver(draft, file, host.seat);
      settle(doc, questions);
      Object.assign(draft, doc);
    }, true);
    const rated = Object.keys(file.manager.answers).length > 0;
    page.tell(first + say(host.doc.finished ? 'laid_plan' : rated ? 'laid' : 'laid_without'));
  }
}
