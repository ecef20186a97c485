/* How <lb-team> looks: its settings, the overview of the chosen checklist, the files and whether they count. */

import type { ComponentChildren } from 'preact';
import { Button } from '../button.tsx';
import { say } from '../../scoring/reasons.ts';
import type { Team } from '../../scoring/result.ts';
import type { TeamFile } from './team-files.ts';
import { FEWEST } from './team-figures.ts';
import type { TeamNames } from './team-names.ts';
import type { Speaker, TeamChecklist } from './team-sheet.ts';
import { TeamTable } from './team-table.tsx';
import type { Order } from './team-table.tsx';

/** a checklist there are files for, and how many */
export interface Target {
  readonly code: string;
  readonly title: string;
  readonly n: number;
}

export interface Actions {
  set(what: { target?: string; order?: Order; least?: number }): void;
  saveSheet(): void;
  clear(): void;
}

export interface Shown {
  readonly word: Speaker;
  readonly actions: Actions;
  readonly order: Order;
  readonly least: number;
  readonly targets: readonly Target[];
  readonly files: readonly TeamFile[];
  /** of the chosen target; none where no file is for one */
  readonly chosen: { readonly data: TeamChecklist; readonly team: Team; readonly names: TeamNames } | null;
}

function Field({ name, children }: { name: string; children: ComponentChildren }) {
  return <label><span>{name}</span>{children}</label>;
}

function Settings({ word, actions, order, least, targets, data, team }: Shown & NonNullable<Shown['chosen']>) {
  return (
    <div class="lb-teamset lb-noprint">
      {targets.length > 1 && (
        <Field name={word('target')}>
          <select name="target" value={data.target} onChange={(event) => actions.set({ target: event.currentTarget.value })}>
            {targets.map(({ code, title, n }) => <option key={code} value={code}>{word('target_option', { title, n })}</option>)}
          </select>
        </Field>
      )}
      <Field name={word('least', { fewest: FEWEST })}>
        <input
          type="number" name="least" min={FEWEST} max={99} step={1} value={least}
          onChange={(event) => actions.set({ least: Math.max(FEWEST, Math.min(99, Math.round(Number(event.currentTarget.value)) || FEWEST)) })}
        />
      </Field>
      {!team.why && (
        <Field name={word('order')}>
          <select name="order" value={order} onChange={(event) => actions.set({ order: event.currentTarget.value === 'weak' ? 'weak' : 'page' })}>
            <option value="page">{word('order_page')}</option>
            <option value="weak">{word('order_weak')}</option>
          </select>
        </Field>
      )}
      {!team.why && <Button icon="print" onClick={() => window.print()}>{word('print')}</Button>}
      {!team.why && <Button icon="down" onClick={() => actions.saveSheet()}>{word('csv')}</Button>}
      <Button onClick={() => actions.clear()}>{word('clear')}</Button>
    </div>
  );
}

function Overview({ word, order, files, data, team, names }: Shown & NonNullable<Shown['chosen']>) {
  const title = <h2 class="lb-sec">{data.title}<span class="lb-sec__n">{word('people', { n: team.count })}</span></h2>;
  if (team.why) {
    return <section>{title}<p class="lb-team__few">{say(data.words, team.why)}{word('stop')}</p></section>;
  }
  const old = files.filter(({ doc, why }) => doc && !why && doc.release !== data.release).length;
  return (
    <section>
      {title}
      <p class="lb-note">{word('how', { least: team.least })}{old > 0 && word('old', { n: old })}{team.again > 0 && word('again', { n: team.again })}</p>
      <p class="lb-teamkey"><span class="k-met">{word('key_met')}</span><span>{word('key_below')}</span></p>
      <p class="lb-note">{names.below ? word('named') : word('named_not', { n: names.n, of: names.of })}</p>
      <TeamTable data={data} team={team} order={order} word={word} names={names.below} />
      {data.matrix && <p class="lb-note lb-noprint"><a class="lb-a" href={`${data.matrix}#team`}>{word('matrix')}</a>{word('matrix_how')}</p>}
      <p class="lb-note">{word('not')}</p>
    </section>
  );
}

function Files({ word, actions, files, chosen }: Shown) {
  const out = files.filter(({ why }) => why).length;
  return (
    <section class="lb-noprint">
      <h2 class="lb-sec">{word('files')}<span class="lb-sec__n">{word('files_out', { n: files.length, out })}</span></h2>
      <ul class="lb-plain lb-teamfiles">
        {files.map(({ name, why }) => <li class={why && 'is-out'}><b>{name}</b><span>{why || word('counts')}</span></li>)}
      </ul>
      {!chosen && <Button onClick={() => actions.clear()}>{word('clear')}</Button>}
    </section>
  );
}

export function TeamView(shown: Shown) {
  if (!shown.files.length) return null;
  return (
    <>
      {shown.chosen && <Settings {...shown} {...shown.chosen} />}
      {shown.chosen && <Overview {...shown} {...shown.chosen} />}
      <Files {...shown} />
    </>
  );
}
