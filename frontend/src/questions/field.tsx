/* Room for the answer to a question; on paper what was answered, or lines to write on. */

import { useId } from 'preact/hooks';
import type { AnswerWord } from '../generated/words.ts';
import type { Say } from '../lib/words.ts';
import { LONGEST, LONGEST_NAME } from './answers.ts';
import type { Filled } from './answers.ts';

interface Props {
  readonly word: Say<AnswerWord>;
  readonly question: string;
  readonly filled: Filled;
  readonly write: (change: Partial<Filled>) => void;
}

export function Field({ word, question, filled, write }: Props) {
  const id = useId();
  const { text, who, day } = filled;
  return (
    <div role="group" aria-label={word('of', { question })} class="lb-reply__form">
      <label for={id}>{word('answer')}</label>
      <textarea id={id} rows={2} maxLength={LONGEST} value={text} onInput={({ currentTarget }) => write({ text: currentTarget.value })} />
      <label>{word('who')}<input type="text" maxLength={LONGEST_NAME} value={who} onInput={({ currentTarget }) => write({ who: currentTarget.value })} /></label>
      <label>{word('day')}<input type="date" max="9999-12-31" value={day} onInput={({ currentTarget }) => write({ day: currentTarget.value })} /></label>
      <div class="lb-reply__paper">
        {text ? <p>{text}</p> : <div class="lb-reply__lines" />}
        <p>{word('who')} <span>{who}</span> {word('day')} <span>{day}</span></p>
      </div>
    </div>
  );
}
