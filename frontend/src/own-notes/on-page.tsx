/* Noting from a page: below the button that was pressed the field opens, with what the page says the note can be about. */

import { render } from 'preact';
import type { Words } from '../generated/words.ts';
import { codeOfLine } from '../lib/dom.ts';
import { make } from '../lib/draw.ts';
import { indicatorOf } from '../lib/text.ts';
import { isPresent } from '../lib/values.ts';
import type { Say } from '../lib/words.ts';
import { Panel, blank } from './panel.tsx';
import * as store from './store.ts';

/** something on the page that a note can be about */
interface Subject {
  readonly code: string;
  readonly label: string;
}

const LINES = '.lb-ind, [data-part], .lb-side__ind li';
const SHOWN = 30; // characters of a sentence in the list
const ROOMS = '.lb-comp__head, .lb-one__go, .lb-item__acts, .lb-head__row'; // the field opens below
const SCOPES = '.lb-comp, [data-item], .lb-page';

const words = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** What an indicator says, without what stands beside it. */
function sentenceOf(line: Element | null): string {
  const copy = line?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  copy.querySelectorAll('.lb-ind__from, .lb-ind__no, .lb-mark, .lb-none, .lb-vh').forEach((beside) => beside.remove());
  return words(copy);
}

function lineOf(line: HTMLElement): Subject | null {
  const code = line.matches('.lb-ind') ? codeOfLine(line) : indicatorOf(line.dataset.part ?? '') || words(line.querySelector('a.lb-code'));
  const text = sentenceOf(line.querySelector('.lb-ind__text, .lb-item__ind, p'));
  return code && text ? { code, label: `${short(text)} ${code}` } : null;
}

/** @param whole - the competency */
function subjectsOf(scope: Element, whole: Subject, own: Subject): Subject[] {
  const lines = [...scope.querySelectorAll<HTMLElement>(LINES)].map(lineOf).filter(isPresent);
  const all = [...(whole.code ? [whole] : []), own, ...lines];
  return all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);
}

/** The words of an element that stand in it directly: without numbers, codes and marks. */
const ownWords = (element: Element | null): string =>
  [...(element?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue ?? '').join(' ').replace(/\s+/g, ' ').trim();

/** the name of the competency that a part of a page is about */
function nameIn(scope: Element): string {
  const item = ownWords(scope.querySelector('.lb-item__head'));
  if (scope.matches('[data-item]')) return item;
  return words(scope.querySelector('.lb-comp__head h3 a, .lb-head__over a:last-of-type'));
}

/** What is known of the place of a button: what it is at, and the competency around it. */
function placeOf(button: HTMLElement): { own: string; whole: Subject; subjects: Subject[] } {
  const own = button.dataset.note ?? '';
  const scope = button.closest(SCOPES) ?? document.body;
  const page = scope.closest<HTMLElement>('[data-competency]');
  const name = page || scope.matches('.lb-comp, [data-item]') ? nameIn(scope) : words(document.querySelector('h1'));
  const code = page?.dataset.competency ?? own;
  const whole = { code, label: `${name} ${code}` };
  const sentence = sentenceOf(scope.querySelector('.lb-one__text'));
  const subjects = subjectsOf(scope, whole, { code: own, label: `${short(sentence)} ${own}`.trim() });
  return { own, whole, subjects };
}

/** Opens the field, or goes to it where it is open. */
export function open(button: HTMLElement, word: Say<Words['note']>, tell: (sentence: string) => void) {
  const room = button.closest(ROOMS) ?? button;
  const next = room.nextElementSibling;
  if (next instanceof HTMLElement && next.matches('.lb-noteit__box')) {
    next.querySelector('textarea')?.focus();
    return;
  }
  const box = make('div', { class: 'lb-noteit__box' });
  room.after(box);
  button.setAttribute('aria-expanded', 'true');
  const close = () => {
    render(null, box);
    box.remove();
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  };
  const { own, whole, subjects } = placeOf(button);
  const done = () => {
    close();
    tell(word('kept'));
  };
  render(
    <Panel word={word} title={word('title')} about={own} first={blank(own)} save={store.add} done={done} close={close}
      codesOf={(code) => (code === whole.code || !whole.code ? [code] : [code, whole.code])}
      choice={(code, choose) => <Choice word={word} subjects={subjects} code={code} choose={choose} />} />,
    box,
  );
}

interface ChoiceProps {
  readonly word: Say<Words['note']>;
  readonly subjects: readonly Subject[];
  readonly code: string;
  readonly choose: (code: string) => void;
}

function Choice({ word, subjects, code, choose }: ChoiceProps) {
  return (
    <label class="lb-noteit__about">{word('about')}
      <select value={code} onChange={(event) => choose(event.currentTarget.value)}>
        {subjects.map((subject) => <option key={subject.code} value={subject.code}>{subject.label}</option>)}
      </select>
    </label>
  );
}
