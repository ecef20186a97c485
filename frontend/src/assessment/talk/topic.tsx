/* One competency at a time: what is asked, what each has rated with examples, and one ruler for what both agree on. */

import { figure, ratingOf } from '../../lib/format.ts';
import { isScored } from '../../scoring/review.ts';
import type { Score } from '../../scoring/result.ts';
import { answerTo } from '../document/answers.ts';
import type { Answers } from '../document/model.ts';
import { scaleOf } from '../figures.ts';
import { changeMark } from '../manager/agreement.ts';
import { askedOf } from '../result/candidates.ts';
import { asRated } from '../as-rated.ts';
import { letterOf, sentencesOf } from '../standard.ts';
import { after, agreedOn, before, topicAt } from './context.ts';
import type { Talk } from './context.ts';
import { choicesOn, onRuler, placeOn, readOff, tick, tickable, valueSaid } from './course.ts';
import type { Topic } from './course.ts';
import { canLeave, canSettle, leave, settle } from './keys.ts';

interface Props {
  talk: Talk;
  topic: Topic;
}

const NEAR = 0.13; // of the ruler, between two marks whose words would lie on each other

export function TopicPage({ talk, topic }: Props) {
  const { view, word, host } = talk;
  const { item } = topic;
  const asked = askedOf(view, item);
  const isTold = asked === item.name || sentencesOf(item).some(({ text }) => text === asked);
  return (
    <>
      <div class="lb-talk__head">
        <h2 tabindex={-1}>{item.name}</h2><span class="lb-head__note">{noteOf(talk, topic)}</span>
      </div>
      {asked && !isTold && <p class="lb-talk__q">{asked}</p>}
      <div class="lb-talk__grid">
        <Standard talk={talk} topic={topic} />
        <div class="lb-two2">
          <Side talk={talk} topic={topic} who="employee" score={topic.score} answers={host.doc.answers} />
          <Side talk={talk} topic={topic} who="manager" score={topic.manager} answers={host.doc.manager.answers} />
        </div>
      </div>
      <div class="lb-talk__do">
        <Ruler talk={talk} topic={topic} />
        <p class="lb-vh" role="status">{word('agreed_now', { value: valueSaid(view, item, agreedOn(talk, item.code)) || word('open') })}</p>
        <Foot talk={talk} />
      </div>
      {!canSettle(talk) && <p class="lb-note">{word('again')}</p>}
    </>
  );
}

function noteOf({ word }: Talk, { apart, isAlike, score, manager }: Topic): string {
  if (isAlike) return word('alike');
  if (apart !== null) return word('apart', { n: figure(apart.replace('-', '')) });
  const both = isScored(score) && manager !== null && isScored(manager);
  return word(both ? 'differ' : isScored(score) || (manager && isScored(manager)) ? 'one_sided' : 'nobody');
}

/** The standard's sentences; while what is agreed on is under it, each with a box for what is not met yet. */
function Standard({ talk, topic }: Props) {
  const { view, word, host } = talk;
  const { item } = topic;
  const sentences = sentencesOf(asRated(view.data, host.doc, item));
  const boxes = new Set(tickable(topic, agreedOn(talk, item.code)).map(({ code }) => code));
  const unmet = Object.hasOwn(host.doc.agreement.unmet, item.code) ? host.doc.agreement.unmet[item.code] : [];
  return (
    <div>
      <p class="lb-talk__lbl">{word('asked', { step: view.data.step })}</p>
      <ul class="lb-plain lb-talk__says">
        {sentences.map(({ text, code, negative, lead }) => (
          <li key={code || text} class={letterOf(code) && (lead ? 'is-item is-first' : 'is-item')}>
            {lead && <span class="lb-talk__lead">{lead}</span>}
            <span class={letterOf(code) && 'lb-items__one'}>{letterOf(code) && <><span class="lb-items__id">{letterOf(code)}</span> </>}{negative && <><span class="lb-mark">{view.say('negative')}</span> </>}{text}</span>
            {boxes.has(code) && (
              <label class="lb-tick">
                <input type="checkbox" name={`unmet-${code}`} checked={unmet.includes(code)}
                  onChange={(event) => { const { checked } = event.currentTarget; host.update((draft) => tick(draft, item, code, checked)); }} />
                <span>{word('unmet')}<span class="lb-vh">{word('of', { text })}</span></span>
              </label>
            )}
          </li>
        ))}
      </ul>
      {boxes.size > 0 && <p class="lb-talk__lbl">{word('unmet_say')}</p>}
      <div ref={(place) => { place?.replaceChildren(...guidanceOf(host, item.code)); }} />
    </div>
  );
}

/** the fold of the handbook's own beside the rating, once more */
function guidanceOf(host: HTMLElement, code: string): Node[] {
  const folds = [...host.querySelectorAll('.lb-item__do .lb-ours')];
  return folds.filter((fold) => fold.matches(`[data-of="${CSS.escape(code)}"]`)).map((fold) => fold.cloneNode(true));
}

type SideProps = Props & { who: 'employee' | 'manager'; score: Score | null; answers: Answers };

/** what a side has rated, with its examples; of indicators that were rated one by one with theirs */
function Side({ talk: { view, word }, topic: { item }, who, score, answers }: SideProps) {
  const examples = [item, ...item.parts].flatMap(({ code }) => {
    const answer = answerTo(answers, code);
    return answer?.evidence.trim() ? [{ code, text: answer.evidence.trim(), date: answer.date }] : [];
  });
  const isRated = score !== null && isScored(score);
  const mark = changeMark(view, item, who);
  const read = readOff(view, item, score);
  const name = isRated ? ratingOf(scaleOf(view, item), score.points)?.name : '';
  return (
    <div class={who === 'manager' ? 'lb-view lb-view--manager' : 'lb-view'}>
      <p class="lb-view__who"><b class={!isRated ? 'is-none' : read === name ? 'is-word' : undefined}>{read}</b><span>{word(who)}{name && name !== read && <small>{name}</small>}</span></p>
      {mark && <p class="lb-view__ex lb-view__none">{mark}</p>}
      {examples.map(({ code, text, date }) => <p key={code} class="lb-view__ex">{text}{date && <small>{date}</small>}</p>)}
      {!examples.length && <p class="lb-view__ex lb-view__none">{word('no_example')}</p>}
    </div>
  );
}

/** What both agree on, with where each has rated and where the standard is. */
function Ruler({ talk, topic }: Props) {
  const { view, word } = talk;
  const { item } = topic;
  const choices = choicesOn(view, item);
  const agreed = agreedOn(talk, item.code);
  const now = onRuler(agreed ?? null);
  const isByName = choices.some((choice) => !choice.figure);
  const value = valueSaid(view, item, agreed);
  return (
    <div class="lb-settle">
      <p class="lb-settle__now">{word('agreed')}<b class={isByName ? 'is-word' : undefined}>{value || '—'}</b></p>
      <div class="lb-settle__ruler">
        <div class={`lb-rate${isByName ? ' lb-rate--words' : ''}`} role="radiogroup" aria-label={word('agreed_of', { name: item.name })} style={{ '--n': String(choices.length) }}>
          {choices.map((choice) => (
            <label key={choice.value} class={choice.isStandard ? 'is-std' : undefined} data-std={choice.isStandard ? word('standard') : undefined}>
              <input type="radio" name={`talk-${item.code}`} value={choice.value} disabled={!canSettle(talk)}
                checked={now !== null && figure(now) === figure(choice.value)} onChange={() => settle(talk, choice.value)} />
              <span>
                {choice.isKeyed && <kbd class="lb-rate__key" aria-hidden="true">{choice.key}</kbd>}
                {choice.figure ? <><b>{choice.figure}</b><small>{choice.name}</small></> : <b>{choice.name}</b>}
              </span>
            </label>
          ))}
        </div>
        <Notches talk={talk} topic={topic} />
      </div>
    </div>
  );
}

function Notches({ talk: { view, word }, topic: { item, score, manager } }: Props) {
  const choices = choicesOn(view, item);
  const [own, theirs] = [score, manager].map((one) => placeOn(choices, onRuler(one)));
  if (own !== null && own === theirs) return <div class="lb-notches" aria-hidden="true"><i style={{ '--at': String(own) }}>{word('both')}</i></div>;
  const notch = (at: number | null, other: number | null, who: 'employee' | 'manager') => {
    if (at === null) return null;
    const side = other !== null && Math.abs(at - other) < NEAR ? (at < other ? 'is-left' : 'is-right') : undefined;
    return <i class={side} style={{ '--at': String(at) }}>{word(who)}</i>;
  };
  return <div class="lb-notches" aria-hidden="true">{notch(own, theirs, 'employee')}{notch(theirs, own, 'manager')}</div>;
}

function Foot({ talk }: { talk: Talk }) {
  const { word, course } = talk;
  const [back, on] = [before(talk), after(talk)];
  const next = topicAt(course, on);
  return (
    <div class="lb-talk__foot">
      <button type="button" class="lb-btn" data-act="back" disabled={back === null} onClick={() => back !== null && talk.go(back)}>{word('back')}<kbd class="lb-kbd" aria-hidden="true">←</kbd></button>
      {canLeave(talk) && <button type="button" class="lb-btn" data-act="leave" onClick={() => leave(talk)}>{word('leave')}<kbd class="lb-kbd" aria-hidden="true">S</kbd></button>}
      <button type="button" class="lb-btn lb-btn--main" data-act="next" onClick={() => talk.go(on)}>
        {next ? <>{word('next')}<span class="lb-talk__nx">{next.item.name}</span></> : word('to_end')}<kbd class="lb-kbd" aria-hidden="true">Enter</kbd>
      </button>
    </div>
  );
}
