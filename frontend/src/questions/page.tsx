/* <lb-answers>: room for an answer at every open question of the page, kept in this browser; all of them saved as a table, read from
   one, printed, erased and brought back. */

import { render } from 'preact';
import type { QuestionTable } from '../generated/page-data.ts';
import type { AnswerWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import { ask } from '../lib/dialog.ts';
import { download } from '../files/download.ts';
import { load } from '../lib/load.ts';
import { EDITION_ROOT } from '../lib/site-root.ts';
import { csvFile } from '../files/spreadsheet.ts';
import { entryAt, textsOf } from '../lib/values.ts';
import { sayer } from '../lib/words.ts';
import * as backupDue from '../backup/due.ts';
import { NOTHING, both, compared, isFilled } from './answers.ts';
import type { Answer, Brought, Filled } from './answers.ts';
import { Bar } from './bar.tsx';
import type { Actions, Told } from './bar.tsx';
import { rowsOf, textIn } from '../files/csv.ts';
import { Field } from './field.tsx';
import * as store from './store.ts';
import { answersIn, leftOver, rowsWith } from './table.ts';

declare global {
  interface Window {
    levelbookQuestions?: QuestionTable;
  }
}

const PRINTED = 'lb-prints-questions';
const LARGEST = 2 * 1024 * 1024; // bytes of a file

class LbAnswers extends HTMLElement implements Actions {
  word = sayer<AnswerWord>({});
  readonly box = document.createElement('div');
  /** where each question stands on the page: some in several places */
  places: { readonly key: string; readonly place: HTMLElement; readonly question: string }[] = [];
  told: Told | null = null;
  /** what was typed could not be stored */
  isLost = false;

  connectedCallback() {
    if (this.box.isConnected) return;
    this.word = sayer<AnswerWord>(textsOf(JSON.parse(this.querySelector('script')?.textContent || '{}')));
    this.places = [...document.querySelectorAll<HTMLElement>('[data-answer]')].map((place) => ({
      key: place.dataset.answer ?? '', place, question: questionAt(place),
    }));
    this.append(this.box);
    store.watch(() => this.show());
    document.addEventListener('toggle', () => this.show(), { capture: true });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.show());
    window.addEventListener('beforeunload', (event) => this.isLost && event.preventDefault());
    this.show();
  }

  show() {
    const { word, box, places, told } = this;
    const answers = store.all();
    for (const { key, place, question } of places) {
      if (!place.firstChild && place.closest('details')?.open === false) continue; // there are many, and few are looked at
      const filled = entryAt(answers, key) ?? NOTHING;
      render(<Field word={word} question={question} filled={filled} write={(change) => this.fill(key, question, { ...filled, ...change })} />, place);
    }
    const asked = new Set(places.map(({ key }) => key));
    const answered = [...asked].filter((key) => entryAt(answers, key)?.text.trim()).length;
    const left = leftOver(answers, asked);
    render(<Bar {...{ word, answered, left, told }} all={asked.size} damaged={store.damaged()} actions={this} />, box);
  }

  private tell(text: string, undo?: () => void) {
    this.told = { text, undo };
    this.show();
    if (undo) this.querySelector<HTMLElement>('.lb-undo button')?.focus();
  }

  private fill(key: string, question: string, { text, who, day }: Filled) {
    const problem = store.write({ [key]: { text, who, day, question } });
    this.isLost = problem !== '';
    if (problem) this.tell(this.word(`kept_${problem}`));
    else if (this.told) this.told = null;
    this.show();
  }

  /** Writes, says what was done, and offers the way back. */
  private change(change: store.Change, done: string) {
    const { problem, undo } = store.writeUndoably(change);
    this.isLost = problem !== '';
    this.tell(problem ? this.word(`kept_${problem}`) : done, () => {
      const trouble = undo();
      this.tell(this.word(trouble ? `kept_${trouble}` : 'back'));
    });
  }

  erase() {
    const filled = Object.entries(store.all()).filter(([, answer]) => isFilled(answer));
    this.change(Object.fromEntries(filled.map(([key, { question }]) => [key, { ...NOTHING, question }])), this.word('erased', { n: filled.length }));
  }

  /** The questions, which few need as a table. */
  private async table(): Promise<QuestionTable | null> {
    if (!window.levelbookQuestions) await load(EDITION_ROOT + (this.dataset.rows ?? '')).catch(() => { this.tell(this.word('not_loaded')); });
    return window.levelbookQuestions ?? null;
  }

  save() {
    void this.table().then((table) => {
      if (!table) return;
      download('questions.csv', csvFile(rowsWith(table, store.all())));
      backupDue.noteFile(backupDue.ANSWERS);
      this.isLost = false;
    });
  }

  open(file: File) {
    void this.read(file);
  }

  private async read(file: File) {
    const { word } = this;
    const table = await this.table();
    if (!table) return;
    const bytes = file.size > LARGEST ? null : await file.arrayBuffer().catch(() => null);
    if (!bytes) {
      this.tell(word(file.size > LARGEST ? 'file_large' : 'file_unreadable'));
      return;
    }
    const opened = answersIn(rowsOf(textIn(new Uint8Array(bytes))), table);
    if (opened.problem) this.tell(word(`file_${opened.problem}`));
    else await this.take(opened.answers, opened.odd);
  }

  private async take(file: Brought, odd: number) {
    const { word } = this;
    const { fresh, same, differing } = compared(store.all(), file);
    const chosen = await this.which(differing);
    if (!chosen) return;
    const change = { ...this.asked(fresh), ...chosen };
    const counts = { n: Object.keys(change).length, same, odd };
    const said = word('taken', counts) + (same ? word('taken_same', counts) : '') + (odd ? word('taken_odd', counts) : '');
    if (counts.n) this.change(change, said);
    else this.tell(said);
  }

  /** What the page asks is known by its words, not by those of a file. */
  private asked(answers: Brought): Brought {
    const asked = new Map(this.places.map(({ key, question }) => [key, question]));
    return Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { ...answer, question: asked.get(key) ?? answer.question }]));
  }

  /** Which of two answers counts, asked once; null: nothing is opened. */
  private async which(differing: Brought): Promise<Brought | null> {
    const { word } = this;
    const n = Object.keys(differing).length;
    if (!n) return {};
    const choices = [
      { key: 'leave', label: word('differ_leave'), out: true }, { key: 'here', label: word('differ_here') },
      { key: 'there', label: word('differ_there') }, { key: 'both', label: word('differ_both'), main: true },
    ];
    const choice = await ask(this, { title: word('differ_title', { n }), text: [word('differ_say')], choices });
    const here: Readonly<Record<string, Answer>> = store.all();
    const underneath = (key: string, there: Brought[string]) => ({ ...there, ...both(here[key], there) });
    if (choice === 'here') return {};
    if (choice === 'there') return this.asked(differing);
    if (choice !== 'both') return null;
    return this.asked(Object.fromEntries(Object.entries(differing).map(([key, there]) => [key, underneath(key, there)])));
  }

  /** Prints the questions and nothing else of the page; folds are as they were afterwards. */
  print() {
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('.lb-asked details')].filter(({ open }) => !open);
    const after = () => {
      document.documentElement.classList.remove(PRINTED);
      for (const fold of folds) fold.open = false;
    };
    for (const fold of folds) fold.open = true;
    this.show();
    document.documentElement.classList.add(PRINTED);
    window.addEventListener('afterprint', after, { once: true });
    window.print();
  }
}

/** the question itself, without the word before it */
function questionAt(place: HTMLElement): string {
  const line = place.parentElement?.querySelector('.lb-memo__ask');
  const label = line?.querySelector('.lb-memo__label')?.textContent ?? '';
  return (line?.textContent ?? '').trim().slice(label.length).trim();
}

define('lb-answers', LbAnswers);
