/* Finished assessments of one target side by side: a line of their means and a table with the means of every group.
   The figures were worked out when they were saved; here they are only shown. */

import type { SavedAssessment } from '../document/model.ts';
import { figure, isPart } from '../../lib/format.ts';
import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import { PartMark } from '../part-mark.tsx';
import { across, groupMean, groupsOf, meanOf, resultOf, rungs, scaleOf, up } from './history-scale.ts';
import type { Frame, Scale, Values } from './history-scale.ts';

interface Spoken {
  readonly word: Say<Words['store']>;
  /** the day of a moment */
  readonly day: (moment: string) => string;
}

interface Drawn extends Spoken {
  /** the oldest first */
  readonly docs: readonly SavedAssessment[];
  readonly scale: Scale;
}

const WIDE: Frame = { width: 640, height: 220, left: 36, right: 96, top: 20, bottom: 40, inset: 40 };
const SMALL: Frame = { width: 96, height: 26, left: 4, right: 4, top: 4, bottom: 4, inset: 0 };
const DATES = 6; // that stand under the chart without touching

const shown = (value: string): string => value.replace('-', '−');
const finishedOf = (doc: SavedAssessment): string => doc.finished || '';

/** A line and its points; where a date has no figure the line breaks. labels: each point says its figure. */
function Line({ frame, scale, values, labels }: { frame: Frame; scale: Scale; values: Values; labels: boolean }) {
  const spots = values.map((told, at) => (told.mean ? { x: across(frame, at, values.length), y: up(frame, scale, told.mean), value: told.mean, part: isPart(told) } : null));
  const path = spots.map((spot, at) => (spot ? `${at && spots[at - 1] ? 'L' : 'M'}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}` : '')).join('');
  const points = spots.filter((spot) => spot !== null);
  return (
    <>
      {!scale.mixed && <path class="h-line" d={path} />}
      {points.map(({ x, y, part }) => <circle class={part ? 'h-point is-part' : 'h-point'} cx={x.toFixed(1)} cy={y.toFixed(1)} r={labels ? 4 : 2.5} />)}
      {labels && points.map(({ x, y, value }) => (
        <text class="h-value" x={x.toFixed(1)} y={(y - 9).toFixed(1)} text-anchor="middle">{shown(value)}</text>
      ))}
    </>
  );
}

/** The line that meets the requirement; none where the scales differ. */
function Standard({ frame, scale, from, to }: { frame: Frame; scale: Scale; from: number; to: number }) {
  if (scale.standard === null || scale.mixed) return null;
  const y = up(frame, scale, scale.standard);
  return <line class="h-standard" x1={from} x2={to} y1={y} y2={y} />;
}

function Grid({ docs, scale, word, day }: Drawn) {
  const end = WIDE.width - WIDE.right;
  const every = Math.ceil(docs.length / DATES);
  return (
    <>
      {rungs(scale).map((value) => {
        const y = up(WIDE, scale, value);
        return (
          <>
            <line class="h-grid" x1={WIDE.left} x2={end} y1={y} y2={y} />
            <text class="h-tick" x={WIDE.left - 8} y={y + 4} text-anchor="end">{value}</text>
          </>
        );
      })}
      <Standard frame={WIDE} scale={scale} from={WIDE.left} to={end} />
      {scale.standard !== null && !scale.mixed && (
        <text class="h-tick" x={end + 8} y={up(WIDE, scale, scale.standard) + 4}>{`${word('standard')} ${figure(scale.standard)}`}</text>
      )}
      {docs.map((doc, at) => (docs.length - 1 - at) % every === 0 && (
        <text class="h-tick" x={across(WIDE, at, docs.length)} y={WIDE.height - 14} text-anchor="middle">{day(finishedOf(doc))}</text>
      ))}
    </>
  );
}

function Chart(drawn: Drawn) {
  const { docs, scale, word } = drawn;
  return (
    <figure class="lb-history__chart">
      <figcaption>{word('chart')}</figcaption>
      <svg viewBox={`0 0 ${WIDE.width} ${WIDE.height}`} role="img" aria-label={word('chart_says', { title: docs[0].title })}>
        <Grid {...drawn} />
        <Line frame={WIDE} scale={scale} values={docs.map(meanOf)} labels />
      </svg>
    </figure>
  );
}

/** a line as small as a word */
function Spark({ scale, values }: { scale: Scale; values: Values }) {
  const { width, height } = SMALL;
  return (
    <svg class="lb-history__spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <Standard frame={SMALL} scale={scale} from={0} to={width} />
      <Line frame={SMALL} scale={scale} values={values} labels={false} />
    </svg>
  );
}

function Row({ name, values, scale, word, main }: { name: string; values: Values; scale: Scale; word: Spoken['word']; main?: boolean }) {
  return (
    <tr class={main ? 'is-main' : undefined}>
      <th scope="row">{name}</th>
      {values.map((told) => (
        <td class="is-num lb-num">
          {told.mean ? <>{shown(told.mean)}<PartMark share={told} say={(facts) => word('part', facts)} /></> : word('no_progress')}
        </td>
      ))}
      <td class="lb-history__way"><Spark scale={scale} values={values} /></td>
    </tr>
  );
}

function Table({ docs, scale, word, day }: Drawn) {
  const caption = word('history_caption', { title: docs[0].title });
  return (
    <div class="lb-history__scroll" tabindex={0} role="region" aria-label={caption}>
      <table class="lb-table lb-history__table">
        <caption class="lb-vh">{caption}</caption>
        <thead>
          <tr>
            <td />
            {docs.map((doc) => (
              <th scope="col" class="is-num">{day(finishedOf(doc))}{(doc.name || doc.period) && <small>{doc.name || doc.period}</small>}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          <Row name={word('column_mean')} values={docs.map(meanOf)} scale={scale} word={word} main />
          {groupsOf(docs).map(({ id, name }) => (
            <Row key={id} name={name} values={docs.map((doc) => groupMean(doc, id))} scale={scale} word={word} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * @param finished - of one target
 */
export function History({ finished, word, day }: { finished: readonly SavedAssessment[] } & Spoken) {
  const docs = [...finished].sort((first, second) => (finishedOf(first) < finishedOf(second) ? -1 : 1));
  const figured = docs.filter((doc) => resultOf(doc).mean);
  const drawn = { docs, scale: scaleOf(docs), word, day };
  return (
    <>
      {figured.length > 1 && <Chart {...drawn} />}
      {figured.length > 0 && <Table {...drawn} />}
      {figured.some((doc) => isPart(meanOf(doc))) && <p class="lb-note">{word('part_say')}</p>}
      {drawn.scale.mixed && <p class="lb-note">{word('other_scale')}</p>}
      {figured.length < docs.length && <p class="lb-note">{word('no_result_say')}</p>}
    </>
  );
}
