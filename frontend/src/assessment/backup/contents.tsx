/* What is in a backup, held against what is here, as a table. */

import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import { clockOf, dayOf } from '../document/document.ts';
import type { Comparison, Found } from './compare.ts';

interface Shown {
  readonly word: Say<Words['backup']>;
}

function Assessment({ word, one: { title, person, name, changed, fate } }: Shown & { one: Found }) {
  return (
    <tr>
      <th scope="row">{title}{[person, name].filter(Boolean).map((text) => <small key={text}>{text}</small>)}</th>
      <td><time dateTime={changed}><span>{dayOf(changed)}</span> <span>{clockOf(changed)}</span></time></td>
      <td class={fate === 'new' || fate === 'differs' ? 'is-more' : undefined}>{word(`fate_${fate}`)}</td>
    </tr>
  );
}

function Other({ name, children }: { name: string; children: readonly string[] }) {
  if (!children.length) return null;
  return <tr><th scope="row">{name}</th><td colSpan={2}>{children.map((text) => <span key={text}>{text}</span>)}</td></tr>;
}

export function Contents({ word, found }: Shown & { found: Comparison }) {
  const { assessments, notes, unread, others } = found;
  const counts = [['notes_fresh', notes.fresh], ['notes_same', notes.same], ['notes_differing', notes.differing]] as const;
  const n = Object.keys(others).length;
  return (
    <table class="lb-table lb-backup__table">
      <caption class="lb-vh">{word('caption')}</caption>
      <thead>
        <tr><th scope="col">{word('column_what')}</th><th scope="col">{word('column_changed')}</th><th scope="col">{word('column_fate')}</th></tr>
      </thead>
      <tbody>
        {assessments.map((one) => <Assessment key={one.id} word={word} one={one} />)}
        <Other name={word('notes')}>{counts.filter(([, many]) => many).map(([key, many]) => word(key, { n: many }))}</Other>
        <Other name={word('others')}>{n ? [word('others_say', { n })] : []}</Other>
        <Other name={word('unread')}>{unread.length ? [word('unread_say', { n: unread.length })] : []}</Other>
      </tbody>
    </table>
  );
}
