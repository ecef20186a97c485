/* The head of a measure: what the standard says and is not met yet, word for word, and what is to be reached, in one's own. */

import type { PlanForm } from '../../generated/page-data.ts';
import { codeHref } from '../figures.ts';
import { type Sentence, sentencesOf } from '../standard.ts';
import type { Item, PageData } from './context.ts';
import * as edits from './edits.ts';
import { aboutOf } from './goals.ts';
import { text } from './model.ts';
import type { Row } from './rows.ts';
import { Said } from './said.tsx';
import { GOAL, aimed, reaches, sources, standardOf, unmet } from './sentences.ts';
import { usePlan } from './view.ts';
import { way } from './wording.ts';
import { useWriting } from './writing.ts';

interface GoalProps {
  readonly form: PlanForm;
  readonly row: Row;
}

function Words({ sentence: { text: said, code, negative } }: { sentence: Sentence }) {
  const { data, word } = usePlan();
  const href = code && codeHref({ data }, code);
  return <>
    <span>{negative && <><span class="lb-mark">{word('goal_mark')}</span> </>}{said}</span>
    {code && <>{' '}{href ? <a class="lb-code" href={href}>{code}</a> : <span class="lb-code">{code}</span>}</>}
  </>;
}

/** the sentences of the item, to take some and leave others */
function Choice({ form, row, item, isEmpty }: GoalProps & { item: Item; isEmpty: boolean }) {
  const { data, host, word } = usePlan();
  const aim = (sentence: Sentence, isOn: boolean) => host.update(edits.aim(data, form, row.id, sentence, isOn));
  return (
    <details class="lb-more lb-noprint lb-goal__choice">
      <summary>{word(isEmpty ? 'goal_choose' : 'goal_change')}</summary>
      <fieldset>
        <legend class="lb-vh">{word('goal_choose_of', { name: item.name })}</legend>
        <ul class="lb-plain">
          {sentencesOf(item).map((sentence, at) => (
            <li key={sentence.code || at}>
              <label class="lb-tick">
                <input type="checkbox" checked={reaches(data, row.values, sentence)} onChange={({ currentTarget }) => aim(sentence, currentTarget.checked)} />
                <span>{sentence.negative && <><span class="lb-mark">{word('goal_mark')}</span> </>}{sentence.text}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}

function GoalPlace({ form, row }: GoalProps) {
  const { data, host, word } = usePlan();
  const { value, handlers } = useWriting(text(row.values[GOAL]), (written) =>
    host.later(`plan-${form.id}-${row.id}-${GOAL}`, edits.write(data, form, row.id, GOAL, written)));
  return (
    <label class="lb-goal__place">
      <span>{word('goal')}</span>
      <span class="lb-grow">
        <textarea rows={1} aria-label={word('place', { name: word('goal'), row: word('row_n', { n: row.name }) })} value={value} {...handlers} />
        <Said text={`${value}\n`} />
      </span>
    </label>
  );
}

/** whether the standard says anything of what a row is about, or somebody wrote what to reach */
export const hasGoal = (data: PageData, form: PlanForm, row: Row): boolean =>
  standardOf(data, aboutOf(data, form, row)) !== null || text(row.values[GOAL]) !== '';

export function Goal({ form, row }: GoalProps) {
  const plan = usePlan();
  const { data, doc, word } = plan;
  const item = standardOf(data, aboutOf(data, form, row));
  const goal = text(row.values[GOAL]);
  const from = sources(data, row.values);
  const quoted = from.length || !item ? from : unmet(data, doc, item);
  const isSame = quoted.length > 0 && goal === quoted.map((sentence) => aimed(data, sentence)).join('\n');
  return (
    <div class="lb-goal">
      <div class="lb-goal__q">
        {item && <p class="lb-goal__for"><b>{item.name}</b><span class="lb-num">{way(plan, item)}</span></p>}
        {quoted.map((sentence) => <blockquote key={sentence.code} class={isSame ? 'is-same' : undefined}><Words sentence={sentence} /></blockquote>)}
        {item && !quoted.length && !goal && <p class="lb-note lb-noprint">{word('goal_none')}</p>}
        {item && <Choice form={form} row={row} item={item} isEmpty={!quoted.length} />}
      </div>
      <GoalPlace form={form} row={row} />
    </div>
  );
}
