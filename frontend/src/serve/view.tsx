/* What is wrong, over the last good page: a panel at the lower edge, or a pill once it is folded. */

import type { PreviewState, ShownLine, ShownProblem } from '../generated/served.ts';
import type { OverlayWord } from '../generated/words.ts';
import { sayer } from '../lib/words.ts';
import type { Say } from '../lib/words.ts';
import { errorsIn, safeIn } from './state.ts';

export interface Shown {
  readonly state: PreviewState;
  readonly isFolded: boolean;
  /** whether the page itself is no more */
  readonly isGone: boolean;
  /** whether pages have just been made anew */
  readonly isFresh: boolean;
  /** whether the server has stopped answering */
  readonly isLost: boolean;
  /** why a cure was not written */
  readonly refusal: string;
  readonly onFold: (isFolded: boolean) => void;
  readonly onMend: (problems: readonly ShownProblem[]) => void;
}

type Saying = Say<OverlayWord>;

function Line({ line, say }: { line: ShownLine; say: Saying }) {
  const label = line.kind === 'around' ? '' : say(line.kind);
  return (
    <div class={`lb-over__line is-${line.kind}`}>
      <span class="lb-over__label">{label}</span>
      <span class="lb-over__number">{line.number} |</span>
      <code>
        {line.pieces.map(({ kind, text }) => {
          if (kind === 'gone') return <del>{text}</del>;
          if (kind === 'new') return <ins>{text}</ins>;
          return kind === 'here' ? <mark>{text}</mark> : text;
        })}
      </code>
    </div>
  );
}

function ProblemItem({ problem, say, onMend }: { problem: ShownProblem; say: Saying; onMend: Shown['onMend'] }) {
  const { place, severity, message, lines, editor } = problem;
  return (
    <li class="lb-over__item">
      <div class="lb-over__place">{place}</div>
      <p class="lb-over__sentence">
        {severity === 'warning' && <b>{say('warning')} </b>}
        {message}
      </p>
      {lines.length > 0 && <div class="lb-over__lines">{lines.map((line) => <Line line={line} say={say} />)}</div>}
      {(problem.is_safe || editor) && (
        <div class="lb-over__buttons">
          {problem.is_safe && <button type="button" class="lb-btn" onClick={() => onMend([problem])}>{say('mend')}</button>}
          {editor && <a class="lb-btn" href={editor}>{say('open')}</a>}
        </div>
      )}
    </li>
  );
}

/** what the page is, while something is wrong */
function standing({ state, isGone, refusal }: Shown, say: Saying): string {
  if (refusal) return refusal;
  if (state.failure) return say('failed', { reason: state.failure });
  if (isGone) return say('gone');
  if (!state.has_site) return say('none_yet');
  return state.is_good ? '' : say('stays', { time: state.made });
}

const headline = (state: PreviewState, say: Saying): string => {
  const errors = errorsIn(state).length;
  return errors > 0 || state.problems.length === 0 ? say('count', { n: errors }) : say('warnings', { n: state.problems.length });
};

function Panel({ shown, say }: { shown: Shown; say: Saying }) {
  const { state, onFold, onMend } = shown;
  const safe = safeIn(state.problems);
  return (
    <section class="lb-over" aria-label={say('region')}>
      <header class="lb-over__head">
        {(state.problems.length > 0 || !shown.isGone) && <b class="lb-over__count">{headline(state, say)}</b>}
        <span role="status">{standing(shown, say)}</span>
        <span class="lb-over__tools">
          {safe.length > 0 && (
            <button type="button" class="lb-btn" onClick={() => onMend(safe)}>{say('mend_all', { n: safe.length })}</button>
          )}
          <button type="button" class="lb-btn" onClick={() => onFold(true)}>
            {say('fold')} <kbd>{say('key')}</kbd>
          </button>
        </span>
      </header>
      {state.problems.length > 0 && (
        <ol>{state.problems.map((problem) => <ProblemItem key={problem.key} problem={problem} say={say} onMend={onMend} />)}</ol>
      )}
    </section>
  );
}

/** Everything that stands over the page; nothing where all is well. */
export function Overlay(shown: Shown) {
  const { state, isFolded, isGone, isFresh, isLost, onFold } = shown;
  const say = sayer<OverlayWord>(state.words);
  if (isLost) return <div class="lb-over-note" role="status">{say('lost')}</div>;
  const hasTrouble = !state.is_good || isGone || shown.refusal !== '';
  if (hasTrouble && !isFolded) return <Panel shown={shown} say={say} />;
  return (
    <>
      {isFresh && <div class="lb-over-note" role="status">{say('updated', { seconds: state.seconds.toFixed(1) })}</div>}
      {(hasTrouble || state.problems.length > 0) && (
        <button type="button" class="lb-over-pill" aria-expanded="false" onClick={() => onFold(false)}>
          {isGone && state.problems.length === 0 ? say('gone') : headline(state, say)}
        </button>
      )}
    </>
  );
}
