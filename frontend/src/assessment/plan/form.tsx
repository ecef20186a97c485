/* A form of the plan, as a table or as plain fields, and what can be done with its rows; on paper the form itself. */

import { useRef, useState } from 'preact/hooks';
import type { PlanField, PlanForm } from '../../generated/page-data.ts';
import { FEW } from './choice.tsx';
import * as edits from './edits.ts';
import { Place } from './field.tsx';
import { fresh } from './goals.ts';
import { ID, isAimed, kindOf, leaves, saying, text } from './model.ts';
import type { Entry } from './readiness.ts';
import { type Row, aims, picked, rows } from './rows.ts';
import { FormTable } from './table.tsx';
import { usePlan } from './view.ts';
import { note, title } from './wording.ts';

const ROOMY = 3; // plain fields that have much room

/* ---- plain fields ---- */

/** the fields under each outermost merged head, and those under none */
function parts(form: PlanForm): { name: string; fields: PlanField[] }[] {
  const all: { name: string; fields: PlanField[] }[] = [];
  for (const field of form.fields) {
    const name = field.fields.length ? field.name : '';
    if (name || all.at(-1)?.name !== '') all.push({ name, fields: [] });
    all.at(-1)?.fields.push(...leaves([field]));
  }
  return all;
}

function PlainForm({ form, row }: { form: PlanForm; row: Row }) {
  const plan = usePlan();
  const isRoomy = leaves(form.fields).length <= ROOMY;
  const fieldOf = (field: PlanField, head: string) => {
    const said = note(plan, field);
    return (
      <div key={field.id} class={`is-${field.input}`}>
        <dt>{field.name}{said && <small>{said}</small>}</dt>
        <dd><Place form={form} row={row} field={field} label={head ? `${head} ${field.name}` : field.name} isWide={isRoomy || field.input === 'choice'} /></dd>
      </div>
    );
  };
  return (
    <div class={`lb-form__plain${isRoomy ? ' is-roomy' : ''}`}>
      {parts(form).map(({ name, fields }, at) => {
        const head = name === form.name ? '' : name;
        return (
          <div key={at} class="lb-form__part">
            {head && <p class="lb-form__title">{head}</p>}
            <dl>{fields.map((field) => fieldOf(field, head))}</dl>
          </div>
        );
      })}
    </div>
  );
}

/* ---- rows ---- */

/** What can be done with the rows of a form: add one, take one out, take it back. The focus goes along. */
function useRows(form: PlanForm) {
  const { data, host, seat, word } = usePlan();
  const section = useRef<HTMLElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const [removed, setRemoved] = useState<readonly edits.TakenRow[]>([]);
  const goTo = (id: string, at?: number) => {
    const line = section.current?.querySelector<HTMLTableRowElement>(`tr[data-line="${CSS.escape(id)}"]`);
    const place = at === undefined ? line : line?.cells[at];
    place?.querySelector<HTMLElement>('select, textarea, input')?.focus();
  };
  const add = (about: string) => {
    const row = fresh(data, form, about);
    const says = saying(form);
    host.update(edits.add(form, row));
    goTo(text(row[ID]), about && says ? leaves(form.fields).indexOf(says) + 1 : undefined);
  };
  const remove = (row: Row) => {
    host.flush();
    const taken = edits.taken(host.doc, form, row.id);
    if (!taken) return;
    if (edits.holdsTheirs(form, taken.row, seat)) {
      host.say(word('row_theirs'));
      return;
    }
    setRemoved([...removed, taken]);
    host.update(edits.remove(form, row.id));
    host.say(word('removed', { n: taken.name }));
    undo.current?.focus();
  };
  const restore = (taken: edits.TakenRow) => {
    setRemoved(removed.slice(0, -1));
    host.update(edits.restore(form, taken));
    goTo(text(taken.row[ID]));
  };
  return { section, undo, last: removed.at(-1), add, remove, restore };
}

function Tools({ form, all, actions }: { form: PlanForm; all: readonly Row[]; actions: ReturnType<typeof useRows> }) {
  const { data, doc, word } = usePlan();
  if (kindOf(form) !== 'many') return null;
  const { last, add, restore, undo } = actions;
  const open = isAimed(form) ? aims(data, doc).filter(({ id }) => !all.some((row) => row.about === id)) : [];
  return (
    <p class="lb-plan__tools lb-noprint">
      {open.map(({ id, name }) => <button key={id} type="button" class="lb-btn" onClick={() => add(id)}>{word('add_for', { name })}</button>)}
      <button key="" type="button" class="lb-btn" onClick={() => add('')}>{word('add')}</button>
      {last && <button key="undo" type="button" class="lb-link" ref={undo} onClick={() => restore(last)}>{word('restore', { n: last.name })}</button>}
    </p>
  );
}

/** For paper: what can be chosen where a column has no room for it. */
function Keys({ form }: { form: PlanForm }) {
  const { word } = usePlan();
  const long = leaves(form.fields).filter((field) => field.input === 'choice' && field.choices.length > FEW);
  return <>{long.map(({ id, name, choices }) => <p key={id} class="lb-note lb-print">{word('key', { name, choices: choices.join(word('comma')) })}</p>)}</>;
}

/** what is said in place of rows */
function Empty({ form }: { form: PlanForm }) {
  const { data, doc, word } = usePlan();
  if (kindOf(form) === 'other') return <p class="lb-empty">{word('empty_records')}</p>;
  if (picked(data, doc).length || !data.pick) return <p class="lb-empty">{word('empty_rows')}</p>;
  return <p class="lb-empty">{word('empty_pick', { n: data.pick })}<a href="#result">{word('to_result')}</a></p>;
}

/* ---- a form ---- */

/**
 * @param begun - how many rows the first opening made
 */
export function FormSection({ entry: { form, only, id }, begun }: { entry: Entry; begun: number }) {
  const { data, doc, word } = usePlan();
  const actions = useRows(form);
  const all = rows(data, doc, form);
  const shown = only ? all.filter((row) => row.lost || only.includes(row.id)) : all;
  return (
    <section class="lb-form lb-plan__form" id={id} ref={actions.section}>
      <h3>{title(data, form)}</h3>
      {begun > 0 && <p class="lb-note lb-plan__begun lb-noprint" role="status">{word('begun', { n: begun })}</p>}
      {form.help && <p class="lb-note">{form.help}</p>}
      {kindOf(form) === 'one' ? <PlainForm form={form} row={shown[0]} /> : <>
        {shown.length ? <FormTable form={form} rows={shown} remove={actions.remove} /> : <Empty form={form} />}
        <Keys form={form} />
        <Tools form={form} all={all} actions={actions} />
      </>}
    </section>
  );
}
