/* The list of the items beside the form: what each of them was given, and which of them one is at. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { figure, ratingOf } from '../../lib/format.ts';
import type { Standing } from '../document/answers.ts';
import { answerTo, answersOf } from '../document/answers.ts';
import type { Item } from '../document/model.ts';
import type { Host } from '../host.ts';

/**
 * @param now - the code of the item one is at
 */
export function ItemList({ host, standings, picks, now }: { host: Host, standings: Standing[], picks: string[], now: string }) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const line = list.current?.querySelector('[aria-current]');
    if (list.current && line) reveal(list.current, line);
  }, [now]);
  return (
    <ol class="lb-plain lb-panel__list" aria-label={host.word('list')} ref={list}>
      {standings.map((standing) => {
        const { code } = standing.item;
        return <Line key={code} host={host} standing={standing} isPicked={picks.includes(code)} isNow={code === now} />;
      })}
    </ol>
  );
}

/** Scrolls the list, and nothing but the list. */
function reveal(list: Element, line: Element) {
  const [frame, place] = [list, line].map((element) => element.getBoundingClientRect());
  if (place.top < frame.top) list.scrollTop += place.top - frame.top;
  else if (place.bottom > frame.bottom) list.scrollTop += place.bottom - frame.bottom;
}

function Line({ host, standing, isPicked, isNow }: { host: Host, standing: Standing, isPicked: boolean, isNow: boolean }) {
  const { word } = host;
  const { item, again } = standing;
  const rating = ratingText(host, standing);
  return (
    <li aria-current={isNow ? 'true' : undefined}>
      <a href={`#q-${item.code}`} data-code={item.code}>
        <span class="lb-num">{item.number}</span>{item.name}
        {isPicked && <em class="lb-panel__pick">{word('pick')}</em>}
      </a>
      <span class="lb-num">
        {rating ? again ? word('again_points', { points: rating }) : rating
          : <><span class="lb-vh">{word('state_todo')}</span><span aria-hidden="true">·</span></>}
      </span>
    </li>
  );
}

/** what was given, as short as it can be said */
function ratingText(host: Host, { item, state, of }: Standing): string {
  const { word, doc, who, result } = host;
  if (state === 'unseen' && who === 'manager') return word('state_unseen_manager');
  if (state === 'na' || state === 'unseen') return word(`state_${state}`);
  if (state === 'part') return of ? word('part', { n: of[0], of: of[1] }) : '';
  if (state === 'todo') return '';
  const points = answerTo(answersOf(doc, who), item.code)?.points ?? '';
  if (item.kind === 'condition') return word(points === '1' ? 'met' : 'unmet');
  const score = result.items.find(({ code }) => code === item.code);
  if ((of || item.kind === 'exam') && score) return score.points === null ? word('no_points') : figure(score.points);
  return nameOf(host, item, points);
}

/** the word that was chosen, where the ruler shows words alone */
function nameOf({ data }: Host, item: Item, points: string): string {
  const worded = document.getElementById(`q-${item.code}`)?.querySelector('.lb-item__do > .lb-rate--words');
  const rating = worded && ratingOf(data.scales[item.scale], points);
  return rating ? rating.name : figure(points);
}
