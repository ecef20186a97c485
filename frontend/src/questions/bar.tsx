/* What can be done with all answers, what was done, and answers to what is asked no more. */

import type { AnswerWord } from '../generated/words.ts';
import type { Say } from '../lib/words.ts';
import type { Answer } from './answers.ts';

export interface Actions {
  save(): void;
  open(file: File): void;
  print(): void;
  erase(): void;
}

/** what was done just now */
export interface Told {
  readonly text: string;
  readonly undo?: (() => void) | undefined;
}

interface Props {
  readonly word: Say<AnswerWord>;
  readonly answered: number;
  readonly all: number;
  /** those that the page asks no more */
  readonly left: readonly (readonly [string, Answer])[];
  readonly damaged: number;
  readonly told: Told | null;
  readonly actions: Actions;
}

export function Bar({ word, answered, all, left, damaged, told, actions }: Props) {
  return (
    <div class="lb-replies lb-noprint">
      <p class="lb-note">{word('count', { n: answered, all })}{word('private')}</p>
      <p class="lb-replies__acts">
        <button type="button" class="lb-btn lb-btn--main" onClick={() => actions.save()}>{word('save')}</button>
        <Opening word={word} actions={actions} />
        <button type="button" class="lb-btn" onClick={() => actions.print()}>{word('print')}</button>
        {answered + left.length > 0 && <button type="button" class="lb-btn" onClick={() => actions.erase()}>{word('erase')}</button>}
      </p>
      <div class="lb-undo" role="status" hidden={!told}>
        {told && <p>{told.text}</p>}
        {told?.undo && <button type="button" class="lb-btn" onClick={told.undo}>{word('undo')}</button>}
      </div>
      {damaged > 0 && <p class="lb-note">{word('damaged')}</p>}
      {left.length > 0 && (
        <details class="lb-more">
          <summary>{word('left', { n: left.length })}</summary>
          <p class="lb-note">{word('left_say')}</p>
          <dl>{left.map(([key, { question, text, who, day }]) => [<dt key={`${key}?`}>{question}</dt>, <dd key={key}>{[text, who, day].filter(Boolean).join(' — ')}</dd>])}</dl>
        </details>
      )}
    </div>
  );
}

function Opening({ word, actions }: Pick<Props, 'word' | 'actions'>) {
  const take = (field: HTMLInputElement) => {
    const file = field.files?.[0];
    if (file) actions.open(file);
    field.value = ''; // or the same file could not be chosen again
  };
  return (
    <label class="lb-btn lb-replies__open">{word('open')}
      <input class="lb-vh" type="file" accept=".csv,text/csv" onChange={({ currentTarget }) => take(currentTarget)} />
    </label>
  );
}
