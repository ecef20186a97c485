/* A talk on paper: a strip for each item, with what each has rated, what both agreed on, and what is not met yet. */

import type { Side } from '../document/model.ts';
import { changeMark } from '../manager/agreement.ts';
import { agreedOn } from './context.ts';
import type { TalkFacts } from './context.ts';
import type { Topic } from './course.ts';
import { readOff, valueSaid } from './course.ts';

interface Props {
  facts: TalkFacts;
}

export function TalkSheet({ facts }: Props) {
  const { course, word, view } = facts;
  const heads = [view.say('item'), word('employee'), word('manager'), word('agreed'), word('unmet')];
  return (
    <div class="lb-print lb-talksheet">
      <h2>{word('title')}</h2>
      <p>{[view.data.title, view.doc.person, view.doc.period].filter(Boolean).join(view.say('gap_wide'))}</p>
      <table class="lb-table">
        <thead><tr>{heads.map((text, at) => <th key={text} scope="col" class={at > 0 && at < 4 ? 'is-num' : undefined}>{text}</th>)}</tr></thead>
        <tbody>{[...course.topics, ...course.silent, ...course.alike, ...course.rest].map((topic) => <Strip key={topic.item.code} facts={facts} topic={topic} />)}</tbody>
      </table>
    </div>
  );
}

function Strip({ facts, topic: { item, score, manager } }: Props & { topic: Topic }) {
  const { view, word } = facts;
  const { unmet } = view.doc.agreement;
  const agreed = agreedOn(facts, item.code);
  const changed = (who: Side) => <small>{changeMark(view, item, who)}</small>;
  const codes = Object.hasOwn(unmet, item.code) ? unmet[item.code] : [];
  return (
    <tr>
      <th scope="row"><span class="lb-no lb-num">{item.number}</span>{item.name}</th>
      <td class="is-num">{readOff(view, item, score)}{changed('employee')}</td>
      <td class="is-num">{readOff(view, item, manager)}{changed('manager')}</td>
      <td class="is-num"><b>{valueSaid(view, item, agreed) || (agreed?.state === 'open' ? word('open') : '—')}</b></td>
      <td>{item.parts.filter(({ code }) => codes.includes(code)).map(({ code, text }) => <p key={code}>{text}</p>)}</td>
    </tr>
  );
}
