/* A form of the plan as a table with merged heads; on a phone a card a row. */

import type { PlanField, PlanForm } from '../../generated/page-data.ts';
import { path } from '../document/answers.ts';
import * as edits from './edits.ts';
import { Place } from './field.tsx';
import { Goal, hasGoal } from './goal.tsx';
import { Hints } from './hints.tsx';
import { FOR, choosesAim, isAimed, isTheirs, isWritten, kindOf, leaves, short } from './model.ts';
import { type Aim, type Row, aimName, aims } from './rows.ts';
import { Said } from './said.tsx';
import { usePlan } from './view.ts';
import { corner, months, note, placeName, rowName } from './wording.ts';

const BROAD = 5; // columns from which a table may be wider than a phone
const READABLE = 3; // columns up to which one that is only read stays a table there
const BRIEF = 24; // characters of a point in a list to choose from

/** Takes out a row. */
type Remove = (row: Row) => void;

/* ---- heads ---- */

const deep = (field: PlanField): number => 1 + Math.max(0, ...field.fields.map(deep));

/** the heads by line, those that are merged above what stands under them */
function headLines(fields: readonly PlanField[], depth: number): PlanField[][] {
  const below = fields.flatMap((field) => field.fields);
  return depth ? [[...fields], ...headLines(below, depth - 1)] : [];
}

function Head({ fields, first }: { fields: readonly PlanField[]; first: string }) {
  const plan = usePlan();
  const depth = Math.max(...fields.map(deep));
  const cell = (field: PlanField, at: number) => {
    const [said, span] = [note(plan, field), leaves([field]).length];
    const tall = field.fields.length ? 1 : depth - at;
    return (
      <th key={field.id} scope={span > 1 ? 'colgroup' : 'col'} role="columnheader" colspan={span > 1 ? span : undefined}
        rowspan={tall > 1 ? tall : undefined} class={field.fields.length ? 'is-head' : `is-${field.input}`}>
        {field.name}{said && <small>{said}</small>}
      </th>
    );
  };
  return (
    <thead role="rowgroup">
      {headLines(fields, depth).map((line, at) => (
        <tr key={at} role="row">
          {at === 0 && <th scope="col" role="columnheader" rowspan={depth > 1 ? depth : undefined} class="lb-form__corner">{first}</th>}
          {line.map((field) => cell(field, at))}
        </tr>
      ))}
    </thead>
  );
}

/** a day and a choice need less room than a text */
function Widths({ form }: { form: PlanForm }) {
  return (
    <colgroup>
      <col class={kindOf(form) === 'many' && !choosesAim(form) ? 'is-number' : 'is-row'} />
      {leaves(form.fields).map((field) => <col key={field.id} class={field.fill === 'action' ? 'has-hints' : `is-${field.input}`} />)}
    </colgroup>
  );
}

/* ---- rows ---- */

/** What a measure is about: chosen from the points of the assessment. */
function AimChooser({ form, row }: { form: PlanForm; row: Row }) {
  const { data, doc, host, word } = usePlan();
  const all = aims(data, doc);
  const name = aimName(data, doc, row.about) || row.about;
  const said = (aim: Aim) => [aim.name, aim.said && short(aim.said, BRIEF)].filter(Boolean).join(word('colon'));
  return (
    <span class="lb-line">
      <select aria-label={word('aim_of', { n: row.name })} value={row.about}
        onChange={(event) => host.update(edits.write(data, form, row.id, FOR, event.currentTarget.value))}>
        <option value="">{word('no_aim')}</option>
        {row.about && !all.some(({ id }) => id === row.about) && <option key={row.about} value={row.about}>{name}</option>}
        {all.map((aim) => <option key={aim.id} value={aim.id}>{said(aim)}</option>)}
      </select>
      <Said text={name} />
    </span>
  );
}

function RowHead({ form, row, remove }: { form: PlanForm; row: Row; remove: Remove }) {
  const { word } = usePlan();
  const isMany = kindOf(form) === 'many';
  const name = rowName(word, row);
  const link = row.item?.href && !row.lost ? <a href={row.item.href}>{name}</a> : name;
  const when = months(word, row.months);
  return (
    <div class="lb-plan__rowhead">
      {isMany ? <span class="lb-num lb-plan__no">{name}</span> : link}
      {choosesAim(form) && <AimChooser form={form} row={row} />}
      {when && <small>{when}</small>}
      {isMany && (
        <button type="button" class="lb-link lb-noprint" aria-label={word('remove_of', { n: row.name })} onClick={() => remove(row)}>{word('remove')}</button>
      )}
    </div>
  );
}

/** over a measure, as wide as the table: what it begins from, and what it is to reach */
function GoalLine({ form, row, span }: { form: PlanForm; row: Row; span: number }) {
  const { data } = usePlan();
  if (!hasGoal(data, form, row)) return null;
  return <tr role="row" class="lb-goalline"><td role="cell" colspan={span}><Goal form={form} row={row} /></td></tr>;
}

function Line({ form, row, remove }: { form: PlanForm; row: Row; remove: Remove }) {
  const { seat, word } = usePlan();
  // the first column under each outermost merged head has its name
  const columns = form.fields.flatMap((head) => leaves([head]).map((field, at) => ({ field, block: field !== head && at === 0 ? head.name : '' })));
  return (
    <tr role="row" data-line={row.id} class={row.lost ? 'is-lost' : undefined}>
      <th scope="row" role="rowheader"><RowHead form={form} row={row} remove={remove} /></th>
      {columns.map(({ field, block }) => (
        <td key={field.id} role="cell" data-th={field.name} class={`is-${field.input}`}>
          {block && <b class="lb-form__block" aria-hidden="true">{block}</b>}
          <div class="lb-plan__cell">
            <Place form={form} row={row} field={field} label={placeName(word, form, row, field)} />
            {field.fill === 'action' && !isTheirs(form, field.id, seat) && <Hints form={form} row={row} field={field} />}
          </div>
        </td>
      ))}
    </tr>
  );
}

/* ---- the table ---- */

/** items by their groups; other rows stand in one without a name */
function grouped(rows: readonly Row[], nameOf: (row: Row) => string): { name: string; rows: Row[] }[] {
  const groups: { name: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    if (groups.at(-1)?.name !== name) groups.push({ name, rows: [] });
    groups.at(-1)?.rows.push(row);
  }
  return groups;
}

export function FormTable({ form, rows, remove }: { form: PlanForm; rows: readonly Row[]; remove: Remove }) {
  const { data, word } = usePlan();
  const [fields, kind] = [leaves(form.fields), kindOf(form)];
  const width = fields.length;
  const groups = grouped(rows, (row) => (kind === 'items' && row.item ? path(data, row.item.group) : ''));
  const isRead = width <= READABLE && !fields.some(isWritten);
  const scrolls = width > BROAD ? { tabindex: 0, role: 'region', 'aria-label': word('scroll', { title: form.name }) } as const : {};
  return (
    <div class={`lb-form__wrap${width > BROAD ? ' is-wide' : ''}`} {...scrolls}>
      <table class={`lb-form__grid is-${kind}${isRead ? ' is-read' : ''}`} role="table" style={{ '--cols': width, '--rows': rows.length }}>
        <caption class="lb-vh">{form.name}</caption>
        <Widths form={form} />
        <Head fields={form.fields} first={corner(word, form)} />
        {groups.map((group) => (
          <tbody key={group.name} role="rowgroup">
            {group.name && <tr role="row" class="lb-form__grp"><th scope="rowgroup" role="rowheader" colspan={width + 1}>{group.name}</th></tr>}
            {group.rows.map((row) => [
              isAimed(form) && <GoalLine key={`goal-${row.id}`} form={form} row={row} span={width + 1} />,
              <Line key={row.id} form={form} row={row} remove={remove} />,
            ])}
          </tbody>
        ))}
      </table>
    </div>
  );
}
