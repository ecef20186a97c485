/* What is said of an item beside its fields: small actions, the mean of its parts, why a reason is asked for, what an exam came to. */

import { figure, ratingOf } from '../../lib/format.ts';
import { exam } from '../../scoring/exam.ts';
import { isOneByOne } from '../../scoring/item.ts';
import { say } from '../../scoring/reasons.ts';
import type { Score } from '../../scoring/result.ts';
import type { Answer, Answers } from '../document/answers.ts';
import { answerTo, said, state } from '../document/answers.ts';
import type { Item } from '../document/model.ts';
import type { Host } from '../host.ts';

/**
 * From the item one is at, a link to the next that is not rated.
 * @param before - what was given in the period before
 */
export function Acts({ host, item, clearable, clear, before }: { host: Host, item: Item, clearable: boolean, clear: () => void, before: string }) {
  const { word } = host;
  return (
    <>
      {before && <span class="lb-item__before">{before}</span>}
      <button type="button" class="lb-link lb-item__clear" aria-label={word('clear_of', { name: item.name })}
        hidden={!clearable} onClick={clear}>{word('clear')}</button>
      <button type="button" class="lb-link lb-item__next" onClick={() => host.next(item.code)}>{word('next')}</button>
    </>
  );
}

/** Where parts are rated, what they come to is said; or how the whole was rated, where that is not done any more. */
export function Mean({ host, item, answers, score }: { host: Host, item: Item, answers: Answers, score: Score | undefined }) {
  const whole = wholeThen(host, item, answers);
  if (whole) return <p class="lb-item__mean is-whole">{whole}</p>;
  const [rated, all] = state(item, answers, host.doc.mode).of ?? [0, 0];
  const points = score?.state === 'scored' && rated > 0 ? score.points : null;
  const text = points !== null ? host.word('mean', { points: figure(points), n: rated, of: all })
    : host.word(rated ? 'mean_open' : 'mean_none', { points: '', n: rated, of: all });
  return <p class="lb-item__mean" aria-live="polite" hidden={!all}>{all ? text : null}</p>;
}

/** how an item of reversed indicators was rated as a whole, until these are rated */
function wholeThen({ data, doc, word }: Host, item: Item, answers: Answers): string {
  const points = answerTo(answers, item.code)?.points;
  if (!isOneByOne(item) || !said(points) || state(item, answers, 'full').state === 'done') return '';
  return word(doc.finished ? 'whole_finished' : 'whole_then', { rating: ratingOf(data.scales[item.scale], points)?.name ?? figure(points) });
}

/** Not applicable counts once there is a reason. */
export function Hint({ host, item, missing }: { host: Host, item: Item, missing: boolean }) {
  return <small class="lb-item__hint" id={`hint-${item.code}`} role="status">{missing ? host.word('reason_missing') : null}</small>;
}

type ExamProps = { host: Host, item: Item, answer: Answer | undefined, other: Answer | undefined, unreadable: boolean };

/**
 * @param other - the marks of the other side, where only that has entered any
 * @param unreadable - a mark is no number
 */
export function ExamOutcome({ host, item, answer, other, unreadable }: ExamProps) {
  const text = unreadable ? host.word('mark_bad') : other ? enteredText(host, item, other) : answer ? examText(host, item, answer) : '';
  return <output class="lb-exambox__out">{text || null}</output>;
}

/** The marks that the other side has entered, by whom, and what comes of them. */
function enteredText(host: Host, item: Item, other: Answer): string {
  const marks = said(other.mark) ? [other.mark] : Object.entries(other.marks).filter(([, mark]) => said(mark)).map((entry) => entry.join(' '));
  const facts = { mark: marks.join(host.word('comma')), text: examText(host, item, other) };
  return host.word(host.who === 'manager' ? 'exam_by_employee' : 'exam_by_manager', facts);
}

/** What comes of the marks of an exam, or why nothing does. */
function examText({ data, word }: Host, item: Item, answer: Answer): string {
  if (!said(answer.mark) && !Object.values(answer.marks).some(said)) return '';
  const scale = data.scales[item.scale];
  const { points, mean, rounded, why } = exam(scale, item.subjects, answer);
  if (points === null) return say(data.words, why);
  return word(mean !== null && rounded !== null && mean !== rounded ? 'exam_rounded' : 'exam', {
    mean: mean === null ? '' : figure(mean), rounded: rounded === null ? '' : figure(rounded),
    points: figure(points), name: ratingOf(scale, points)?.name ?? '',
  });
}
