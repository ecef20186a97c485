/* Asks which of both holds, where a file and what is here differ. */

import type { Choice, Question } from './join.ts';
import { textOf, titleOf } from './question-text.ts';
import type { Context } from './question-text.ts';

interface Props {
  context: Context;
  questions: readonly Question[];
  /** what was chosen; null where one leaves it */
  done: (questions: readonly Question[] | null) => void;
}

export function Questions({ context, questions, done }: Props) {
  const { say } = context;
  const join = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const chosen = new FormData(event.currentTarget);
    done(questions.map((question, at) => ({ ...question, choice: chosenIn(chosen, at) ?? question.choice })));
  };
  return (
    <form class="lb-lay" onSubmit={join}>
      <h2 id="lb-open-title">{say('asks', { n: questions.length })}</h2>
      <p class="lb-note">{say('asks_say')}</p>
      {questions.map((question, at) => <Sides context={context} question={question} name={nameOf(at)} />)}
      <p class="lb-lay__btns">
        <button type="submit" class="lb-btn lb-btn--main">{say('asks_join')}</button>
        <button type="button" class="lb-btn" onClick={() => done(null)}>{say('asks_leave')}</button>
      </p>
    </form>
  );
}

const nameOf = (at: number): string => `lay-${at}`;

function chosenIn(form: FormData, at: number): Choice | null {
  const value = form.get(nameOf(at));
  return value === 'here' || value === 'file' ? value : null;
}

/** both values, to choose from */
function Sides({ context, question, name }: { context: Context; question: Question; name: string }) {
  const side = (value: Choice) => (
    <label>
      <input type="radio" name={name} value={value} defaultChecked={question.choice === value} />
      <span><b>{context.say(`asks_${value}`)}</b>{textOf(context, question, value)}</span>
    </label>
  );
  return <fieldset class="lb-lay__one"><legend>{titleOf(context, question)}</legend>{side('here')}{side('file')}</fieldset>;
}
