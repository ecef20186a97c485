/* The words of a snapshot: its plan, what was talked about, and the full wording with what both said to it. */

import type { BodyItem } from './body.ts';
import { Section } from '../section.tsx';
import type { SnapshotProps } from './view.ts';
import { writtenRows } from './view.ts';

function Sheet({ name, head, rows }: { name: string; head: readonly string[]; rows: readonly (readonly string[])[] }) {
  const cell = (row: readonly string[], at: number) => row.at(at) ?? '';
  return (
    <table class="lb-table lb-stack lb-signed__sheet" role="table">
      <caption>{name}</caption>
      <thead role="rowgroup"><tr role="row">{head.map((text) => <th scope="col" role="columnheader">{text}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {head.map((title, at) => (at
              ? <td role="cell" data-th={title}>{cell(row, at)}</td>
              : <th scope="row" role="rowheader">{cell(row, at)}</th>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** name and value, one below the other */
function Upright({ name, rows }: { name: string; rows: readonly (readonly string[])[] }) {
  return (
    <div class="lb-signed__upright">
      <h3>{name}</h3>
      <dl>{rows.map(([title = '', text = '']) => <div><dt>{title}</dt><dd>{text}</dd></div>)}</dl>
    </div>
  );
}

export function Plan({ body, say }: SnapshotProps) {
  const sheets = body.plan.map((sheet) => ({ sheet, rows: writtenRows(sheet) })).filter(({ rows }) => rows.length);
  return (
    <Section title={say('plan')} name="signed-plan">
      {!sheets.length && <p class="lb-note">{say('plan_none')}</p>}
      {sheets.map(({ sheet: { name, head }, rows }) => (head.length > 2
        ? <Sheet key={name} name={name} head={head} rows={rows} />
        : <Upright key={name} name={name} rows={rows.filter((row) => row.at(1)?.trim())} />))}
    </Section>
  );
}

/** whether both rated it, and not alike */
function isApart({ self, manager, kind }: BodyItem): boolean {
  return kind !== 'exam' && self !== null && manager !== null && self.said !== manager.said && self.score !== null && manager.score !== null;
}

/** what both rated differently, with their examples; without any there is nothing that the table of gaps does not say */
export function Talked({ body, say, result }: SnapshotProps) {
  const apart = body.items.filter((item) => isApart(item) && (item.self?.evidence || item.manager?.evidence));
  if (!apart.length) return null;
  return (
    <Section title={say('talked')} note={say('talked_note', { n: body.figures.differ })} name="signed-talked">
      <table class="lb-table lb-stack lb-signed__talk" role="table">
        <caption class="lb-vh">{say('talked')}</caption>
        <thead role="rowgroup">
          <tr role="row">{[result('item'), say('talked_how'), say('talked_self'), say('talked_manager')].map((text) => <th role="columnheader" scope="col">{text}</th>)}</tr>
        </thead>
        <tbody role="rowgroup">
          {apart.map(({ code, name, self, manager, said, state }) => (
            <tr role="row" key={code}>
              <th role="rowheader" scope="row">{name}</th>
              <td role="cell" class="lb-num" data-th={say('talked_how')}>
                {say('way_agreed', { self: self?.said ?? '', manager: manager?.said ?? '', agreed: body.whose === 'agreed' && state === 'scored' ? said : '—' })}
              </td>
              <td role="cell" data-th={say('talked_self')}>{self?.evidence || '—'}</td>
              <td role="cell" data-th={say('talked_manager')}>{manager?.evidence || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface ItemProps extends SnapshotProps {
  readonly item: BodyItem;
}

/** how both rated a sentence by itself, where they did */
function ratedAs({ body, item, say }: ItemProps, code: string): string {
  const ratings = body.scales.find(({ id }) => id === body.partScale)?.ratings ?? [];
  return (['self', 'manager'] as const).map((who) => {
    const points = item[who]?.parts.find((part) => part.code === code)?.points;
    return points ? say('gap') + say(`rated_${who}`, { rating: ratings.find((rating) => rating.points === points)?.name || points }) : '';
  }).join('');
}

function Item(props: ItemProps) {
  const { item, say } = props;
  const { number, name, said, standardSaid, sentences, self, manager, unmet } = item;
  return (
    <section class="lb-signed__item">
      <h3><span class="lb-no lb-num">{number}</span>{name}<span>{[said, standardSaid && say('standard_at', { standard: standardSaid })].filter(Boolean).join(say('gap'))}</span></h3>
      <ul class="lb-plain lb-says">
        {sentences.map(({ code, text, negative }) => (
          <li key={code || text}>
            {negative && <><span class="lb-mark">{say('reversed')}</span> </>}{text}{code && !code.includes('.') && <> <span class="lb-code">{code}</span></>}
            {unmet.includes(code) && <> <span class="lb-mark">{say('unmet')}</span></>}
            {ratedAs(props, code)}
          </li>
        ))}
      </ul>
      {self?.evidence && <p class="lb-note">{say('evidence_self', { text: self.evidence })}</p>}
      {manager?.evidence && <p class="lb-note">{say('evidence_manager', { text: manager.evidence })}</p>}
    </section>
  );
}

/** every sentence as it was, folded away */
export function Texts(props: SnapshotProps) {
  const { body, say } = props;
  return (
    <details class="lb-more lb-signed__texts lb-noprint">
      <summary>{say('texts')}</summary>
      {body.items.map((item) => <Item key={item.code} {...props} item={item} />)}
    </details>
  );
}
