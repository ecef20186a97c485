/* The end of a talk: what is agreed on and what is open, what is to be improved first, and that the talk is over. */

import { now } from '../document/document.ts';
import type { Host } from '../host.ts';
import { pointsOf } from '../figures.ts';
import { candidates, stepOf } from '../result/candidates.ts';
import type { Talk } from './context.ts';
import { close, proposed } from './course.ts';

interface Props {
  talk: Talk;
  /** what is ticked as the most important; nothing before anything was */
  chosen: readonly string[] | null;
  choose: (codes: readonly string[]) => void;
}

export function EndPage({ talk, chosen, choose }: Props) {
  const { word, standing: { settled, open }, course, view } = talk;
  const picks = chosen ?? (view.doc.agreement.picks.length ? view.doc.agreement.picks : proposed(view, talk.standing));
  return (
    <>
      <div class="lb-talk__head"><h2 tabindex={-1}>{word('end')}</h2></div>
      <p class="lb-talk__q">{word('end_sum', { settled: settled.length, open: open.length })}</p>
      {open.length > 0 && <Items talk={talk} title={word('end_open')} items={open} />}
      {course.alike.length > 0 && (
        <details class="lb-more"><summary>{word('alike_n', { n: course.alike.length })}</summary><Items talk={talk} title={word('alike_say')} items={course.alike.map(({ item }) => item)} /></details>
      )}
      {view.data.pick > 0 && <Picks talk={talk} picks={picks} isProposed={chosen === null && !view.doc.agreement.picks.length} choose={choose} />}
      <div class="lb-talk__foot">
        <button type="button" class="lb-btn" data-act="back" disabled={!course.topics.length} onClick={() => talk.go(course.topics.length - 1)}>{word('back')}<kbd class="lb-kbd" aria-hidden="true">←</kbd></button>
        <button type="button" class="lb-btn lb-btn--main" data-act="done" onClick={() => finish(talk, picks)}>{word('done')}</button>
      </div>
    </>
  );
}

/** items that both can look at once more */
function Items({ talk: { go, view, standing }, title, items }: { talk: Talk; title: string; items: readonly { code: string; name: string }[] }) {
  const rows = new Map(standing.result.items.map((score) => [score.code, score]));
  const points = (code: string) => {
    const item = view.data.items.find((one) => one.code === code);
    const score = rows.get(code);
    return item && score?.points ? pointsOf(view, item, score.points) : '';
  };
  return (
    <>
      <p class="lb-talk__lbl">{title}</p>
      <ul class="lb-plain lb-talk__items">
        {items.map(({ code, name }) => <li key={code}><button type="button" class="lb-link" onClick={() => go(code)}>{name}</button><span class="lb-num">{points(code)}</span></li>)}
      </ul>
    </>
  );
}

/** What is to be improved first, proposed by what most moves the result that both agreed on. */
function Picks({ talk, picks, isProposed, choose }: { talk: Talk; picks: readonly string[]; isProposed: boolean; choose: Props['choose'] }) {
  const { word, standing, view } = talk;
  const { result } = standing;
  const scores = new Map(result.items.map((score) => [score.code, score]));
  const agreed = {
    ...view, result, picked: picks,
    rows: view.rows.map((row) => ({ ...row, score: scores.get(row.item.code) ?? row.score })),
  };
  const list = candidates(agreed);
  if (!list.length) return <p class="lb-note">{view.say('top_none')}</p>;
  const isFull = picks.length >= view.data.pick;
  return (
    <fieldset class="lb-talk__picks">
      <legend>{word('picks', { n: view.data.pick })}</legend>
      <p class="lb-talk__lbl">{isProposed ? word(result.by === 'weight' ? 'picks_by_weight' : 'picks_by_gap') : word('picks_n', { n: picks.length, most: view.data.pick })}</p>
      <ul class="lb-plain lb-talk__items">
        {list.map((row) => {
          const { code, name } = row.item;
          const isOn = picks.includes(code);
          return (
            <li key={code}>
              <label class="lb-tick">
                <input type="checkbox" name={`talk-pick-${code}`} checked={isOn} disabled={isFull && !isOn}
                  onChange={() => choose(isOn ? picks.filter((other) => other !== code) : [...picks, code])} />
                <span>{name}</span>
              </label>
              <span class="lb-num">{stepOf(agreed, row)}</span>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** What was agreed on is the result from now on. */
function finish({ host, standing, word }: Talk, picks: readonly string[]) {
  const back = host.keeper.hold();
  host.update((draft) => close(draft, standing, picks, now()));
  leaveTalk(host);
  host.offerUndo(word('done_now', { settled: standing.settled.length, open: standing.open.length }), back);
}

/** Both get up; what they agreed on stays. */
export function leaveTalk(host: Host) {
  host.sitTogether(false);
  location.hash = '#result';
}
