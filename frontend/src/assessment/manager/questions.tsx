/* Asks which of both holds, where the manager's file and the open assessment differ. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Asked, ManagerFile } from './manager-file.ts';
import type { Choice, Question } from './merge-file.ts';
import { textOf, titleOf } from './question-text.ts';
import type { Context } from './question-text.ts';

interface Props {
  context: Context;
  managerFile: ManagerFile;
}

export function Questions({ context, managerFile, asked }: Props & { asked: Asked }) {
  const { say } = context;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'start' });
  }, []);
  const join = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const chosen = new FormData(event.currentTarget);
    const questions = asked.questions.map((question, at) => ({ ...question, choice: chosenIn(chosen, at) ?? question.choice }));
    managerFile.join(asked.file, questions);
  };
  return (
    <form onSubmit={join}>
      <h2 ref={title} class="lb-sec" tabindex={-1}>{say('asks', { n: asked.questions.length })}</h2>
      <p class="lb-note">{say('asks_say')}</p>
      {asked.questions.map((question, at) => <Sides context={context} question={question} name={nameOf(at)} />)}
      <p class="lb-lay__btns">
        <button type="submit" class="lb-btn lb-btn--main">{say('asks_join')}</button>
        <button type="button" class="lb-btn" onClick={() => managerFile.leave()}>{say('asks_leave')}</button>
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
