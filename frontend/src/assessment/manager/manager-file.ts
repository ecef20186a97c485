/* The file of a manager: reads it, says what is wrong with it, lays it over one's own assessment, and holds the questions
   where both differ until they are answered. */

import { speaker } from '../../lib/words.ts';
import type { SavedAssessment } from '../document/model.ts';
import { carry } from '../document/migrate.ts';
import type { Host } from '../host.ts';
import type { Say } from '../result/figures.ts';
import * as library from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { layOver, saysSame, settle } from './merge-file.ts';
import type { Question } from './merge-file.ts';

/** Questions about the assessment that is open. */
export interface Asked {
  readonly file: SavedAssessment;
  readonly questions: readonly Question[];
  /** which assessment it is, and whether it is finished: then other questions are asked */
  readonly about: string;
}

interface Page {
  /** Says something to everybody, where it is seen. */
  tell(text: string): void;
  /** Shows the questions, or that there are none any more. */
  show(): void;
}

const aboutOf = ({ id, finished }: SavedAssessment): string => `${id} ${finished || ''}`;

export class ManagerFile {
  asked: Asked | null = null;
  private readonly host: Host;
  private readonly page: Page;
  private readonly say: Say;

  constructor(host: Host, page: Page) {
    this.host = host;
    this.page = page;
    this.say = speaker(host.data, 'result');
    host.addEventListener('lb-change', () => this.isStale() && this.leave());
  }

  async read(file: File) {
    const { data } = this.host;
    const { doc, problem } = await library.open(file, data.handbook);
    if (doc) await this.take(doc);
    else this.page.tell(this.say('file_bad', { problem: library.say(data.words, problem) }));
  }

  /**
   * Lays a document over the open one, where both are the same assessment.
   * @param first - what is to be told besides
   */
  async take(file: SavedAssessment, first = '') {
    const { host, page, say } = this;
    if (file.target !== host.data.target) return page.tell(say('file_other_target', { title: file.title || file.target }));
    if (file.id !== host.doc.id) return this.openBeside(file);
    if (!host.seat) return page.tell(speaker(host.data, 'seat')('unknown'));
    const { doc: carried } = carry(file, host.data);
    const { doc, questions } = layOver(host.doc, carried, host.seat);
    if (host.doc.finished && !questions.length && saysSame(doc.plan, host.doc.plan)) return page.tell(first + say('file_finished'));
    page.tell(first);
    if (!questions.length) return this.join(carried, [], first);
    this.asked = { file: carried, questions, about: aboutOf(host.doc) };
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
    if (!open) return page.tell(say('asks_left'));
    const taken = library.take(file, 'both', seat);
    if (!taken.ok) return page.tell(library.say(host.data.words, taken.problem));
    host.keeper.use(file.id);
    page.tell(say('file_other', { name }));
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
