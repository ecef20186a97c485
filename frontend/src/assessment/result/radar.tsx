/* The radar of a result, as an image beside the table that holds every figure of it, and the same values in a row. */

import { LINE_HEIGHT, MIDDLE, RADIUS, WIDE, heightOf, labelAt, labelLines, linesThrough, pointAt } from './radar-geometry.ts';
import { isPart } from '../../lib/format.ts';
import type { Axis, Ring } from './radar-geometry.ts';

function Lines({ values, name }: { values: readonly (number | null)[]; name: string }) {
  return linesThrough(values).map(({ closed, points }) =>
    closed ? <polygon class={name} points={points} /> : <polyline class={name} points={points} />);
}

/** The name beside its axis, and its number for narrow screens. */
function Label({ axis, said, turn, count }: { axis: Axis; said: readonly string[]; turn: number; count: number }) {
  const { lines, at, anchor, number } = labelAt(said, turn, count);
  return (
    <>
      <text class="r-name" text-anchor={anchor}>
        <title>{axis.name}{isPart(axis.share) && ` ${axis.share.counted}/${axis.share.of}`}</title>
        {lines.map((text, n) => <tspan x={at.x.toFixed(1)} y={(at.y + n * LINE_HEIGHT).toFixed(1)}>{text}</tspan>)}
      </text>
      <text class="r-no" x={number.x.toFixed(1)} y={number.y.toFixed(1)} text-anchor="middle">{axis.no}</text>
    </>
  );
}

/** the net under the lines */
function Net({ axes, rings }: { axes: readonly Axis[]; rings: readonly Ring[] }) {
  return (
    <>
      {rings.filter((ring) => ring.at > 0).map((ring) => <Lines values={axes.map(() => ring.at)} name="r-grid" />)}
      {axes.map((_, at) => {
        const end = pointAt(at / axes.length, RADIUS);
        return <line class="r-grid" x1={MIDDLE.x} y1={MIDDLE.y} x2={end.x.toFixed(1)} y2={end.y.toFixed(1)} />;
      })}
    </>
  );
}

function Points({ axis, turn }: { axis: Axis; turn: number }) {
  const me = axis.me === null ? null : pointAt(turn, axis.me * RADIUS);
  const manager = axis.manager === null ? null : pointAt(turn, axis.manager * RADIUS);
  return (
    <>
      {manager && <rect class="r-mgrp" x={(manager.x - 3).toFixed(1)} y={(manager.y - 3).toFixed(1)} width={6} height={6} />}
      {me && <circle class={isPart(axis.share) ? 'r-mep is-part' : 'r-mep'} cx={me.x.toFixed(1)} cy={me.y.toFixed(1)} r={3.6} />}
    </>
  );
}

function Ticks({ rings }: { rings: readonly Ring[] }) {
  return rings.filter((ring) => ring.label).map((ring) => (
    <text class="r-tick" x={MIDDLE.x - 6} y={(MIDDLE.y - ring.at * RADIUS + 4).toFixed(1)} text-anchor="end">{ring.label}</text>
  ));
}

export function Radar({ axes, rings, label }: { axes: readonly Axis[]; rings: readonly Ring[]; label: string }) {
  const count = axes.length;
  const names = labelLines(axes.map(({ name }) => name));
  return (
    <svg class="lb-radar" viewBox={`0 0 ${WIDE} ${heightOf(count)}`} role="img" aria-label={label}>
      <Net axes={axes} rings={rings} />
      <Lines values={axes.map((axis) => axis.me)} name="r-me" />
      <Lines values={axes.map((axis) => axis.standard)} name="r-std" />
      <Lines values={axes.map((axis) => axis.manager)} name="r-mgr" />
      {axes.map((axis, at) => <Points axis={axis} turn={at / count} />)}
      {axes.map((axis, at) => <Label axis={axis} said={names[at]} turn={at / count} count={count} />)}
      <Ticks rings={rings} />
    </svg>
  );
}

/** A value on its scale, with the standard and what a side has rated beside it; of what both agreed on only where a side said otherwise. */
export function Plot({ me, standard, self = null, manager }: Pick<Axis, 'me' | 'standard' | 'manager'> & { self?: number | null }) {
  const places = { '--s': me?.toFixed(4), '--t': standard?.toFixed(4), '--self': self?.toFixed(4), '--m': manager?.toFixed(4) };
  return (
    <span class="lb-gap__plot" aria-hidden="true" style={places}>
      {me !== null && standard !== null && <i class="g-line" />}
      {standard !== null && <i class="g-std" />}
      {self !== null && self !== me && <i class="g-self" />}
      {manager !== null && (self === null || manager !== me) && <i class="g-mgr" />}
      {me !== null && <i class="g-me" />}
    </span>
  );
}

/** Fewer than three axes make no area: the same values as bars. */
export function Bars({ axes }: { axes: readonly Axis[] }) {
  return (
    <ul class="lb-plain lb-axes" aria-hidden="true">
      {axes.map((axis) => <li><span>{axis.name}{isPart(axis.share) && <small class="lb-part">{`${axis.share.counted}/${axis.share.of}`}</small>}</span><Plot {...axis} /></li>)}
    </ul>
  );
}
