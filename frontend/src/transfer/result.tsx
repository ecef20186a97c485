/* What a move means, as components: a line of figures, then part by part. */

import type { ComponentChildren, VNode } from 'preact';
import type { TransferData } from '../generated/page-data.ts';
import type { TransferWord } from '../generated/words.ts';
import { ItemList } from '../lib/item-list.tsx';
import { entryAt } from '../lib/values.ts';
import type { Say } from '../lib/words.ts';
import type { Asked, Changed, ChangedRow, Linked, Move, Place, Some } from './compare.ts';
import { countOf, noteOf, partsOf, placeName } from './sentences.ts';
import type { Part } from './sentences.ts';

/** The data of the page, the words that go with them, and the address of the site's folder. */
export interface Told {
  readonly data: TransferData;
  readonly say: Say<TransferWord>;
  readonly base: string;
}

type Of<Props> = Props & { readonly told: Told };

const MARKS = { raised: 'up', lowered: 'gone', reworded: 'edit' };

/** The result, as new for every choice: what was opened in another one is closed. */
export const resultOf = (told: Told, from: Place, to: Place, move: Move): VNode => (
  <Result key={[from, to].map(({ sequence, stop }) => `${sequence.id}/${stop.id}`).join('>')} told={told} from={from} to={to} move={move} />
);

function Result({ told, from, to, move }: Of<{ from: Place; to: Place; move: Move }>) {
  const parts = partsOf(move);
  const note = noteOf(told.say, from, to, move);
  return (
    <>
      <h2 id="result" class="lb-moved__title"><PlaceLink told={told} place={from} />{' → '}<PlaceLink told={told} place={to} /></h2>
      {note && <p class="lb-note">{note}</p>}
      {parts.length > 0 && <ul class="lb-plain lb-moved__sum">{parts.map((part) => <Sum told={told} part={part} move={move} />)}</ul>}
      {parts.map((part) => (
        <section>
          <h2 id={part} class="lb-sec">{told.say(part)}<span class="lb-sec__n">{told.say(`${part}_say`)}</span></h2>
          <Body told={told} part={part} move={move} />
        </section>
      ))}
    </>
  );
}

function PlaceLink({ told, place }: Of<{ place: Place }>) {
  return <a href={told.base + place.stop.href}>{placeName(told.say, place)}</a>;
}

function Sum({ told: { say }, part, move }: Of<{ part: Part; move: Move }>) {
  const n = indicatorsIn(move, part);
  return (
    <li>
      <a href={`#${part}`}>{say(part)}</a>
      <b class="lb-num">{countOf(say, 'competency', move[part].length)}</b>
      <small>{n > 0 && countOf(say, 'indicator', n)}</small>
    </li>
  );
}

/** how many indicators, where they are counted one by one */
function indicatorsIn(move: Move, part: Part): number {
  if (part === 'linked' || part === 'unknown') return 0;
  if (part === 'more') return move.more.flatMap(({ rows }) => rows).length;
  return move[part].flatMap(({ numbers }) => numbers).length;
}

function Body({ told, part, move }: Of<{ part: Part; move: Move }>) {
  if (part === 'more') return <div>{move.more.map((changed, at) => <Changes told={told} changed={changed} isFirst={at === 0} />)}</div>;
  if (part === 'linked') return <LinkedTable told={told} linked={move.linked} />;
  if (part === 'unknown') return <UnknownTable told={told} unknown={move.unknown} />;
  return <ul class="lb-plain lb-moved__list">{move[part].map((some) => <Listed told={told} some={some} isFresh={part === 'fresh'} />)}</ul>;
}

/** The competency's name, with its level. */
function Name({ told, asked, tag: Tag = 'h3' }: Of<{ asked: Asked; tag?: 'h3' | 'p' | 'span' }>) {
  return (
    <Tag class="lb-moved__name">
      <a href={told.base + asked.competency.href}>{asked.competency.name}</a>
      {asked.levelName && <small>{asked.levelName}</small>}
    </Tag>
  );
}

function Nothing({ kind, children }: { kind: string; children: string }) {
  return <p><span class={`lb-none lb-none--${kind}`}>{children}</span></p>;
}

/** What the level says in a sentence, or why it says nothing. */
function sentenceOf({ competency, cell }: Asked): VNode | null {
  if (cell?.nothing.length) return <Nothing kind={cell.nothing[0]}>{cell.nothing[1]}</Nothing>;
  const text = cell?.summary || competency.definition;
  return text ? <p class="lb-sum">{text}</p> : null;
}

/** An indicator with its permanent link; isEarlier: a level further down wrote it. */
function Indicator({ told, number, tag: Tag = 'li', isEarlier = false }: Of<{ number: number; tag?: 'li' | 'p'; isEarlier?: boolean }>) {
  const [code, text] = told.data.indicators[number];
  const listed = entryAt(told.data.listed ?? {}, String(number));
  return (
    <Tag>
      {listed ? <ItemList said={listed} /> : text}
      {code && <>{' '}<a class="lb-code" href={`${told.base}id/${code}/index.html`}>{code}</a></>}
      {isEarlier && <>{' '}<small>{told.say('earlier')}</small></>}
    </Tag>
  );
}

function Indicators({ told, numbers, open = false }: Of<{ numbers: readonly number[]; open?: boolean }>) {
  return (
    <details class="lb-more" open={open}>
      <summary>{countOf(told.say, 'indicator', numbers.length)}</summary>
      <ul class="lb-plain">{numbers.map((number) => <Indicator told={told} number={number} />)}</ul>
    </details>
  );
}

function Listed({ told, some: { asked, numbers, part }, isFresh }: Of<{ some: Some; isFresh: boolean }>) {
  const sentence = part && !isFresh ? null : sentenceOf(asked); // a sentence for all of it is not for a part
  return (
    <li>
      <Name told={told} asked={asked} />
      {sentence}
      {numbers.length > 0 && <Indicators told={told} numbers={numbers} open={isFresh} />}
      {!sentence && !numbers.length && <Nothing kind="empty">{told.say('no_text')}</Nothing>}
    </li>
  );
}

interface TableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly isHeadHidden?: boolean;
  readonly children: ComponentChildren;
}

function Table({ caption, heads, isHeadHidden, children }: TableProps) {
  return (
    <table class="lb-table lb-stack lb-moved__table" role="table">
      <caption class="lb-vh">{caption}</caption>
      <thead role="rowgroup" class={isHeadHidden ? 'lb-vh' : undefined}>
        <tr role="row">{heads.map((head) => <th scope="col" role="columnheader">{head}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

/** A row of two sides; titles: their columns'. */
function Row({ head, titles, sides }: { head: ComponentChildren; titles: readonly string[]; sides: readonly ComponentChildren[] }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">{head}</th>
      {sides.map((side, at) => <td role="cell" data-th={titles[at]}>{side}</td>)}
    </tr>
  );
}

function Changes({ told, changed: { asked, rows }, isFirst }: Of<{ changed: Changed; isFirst: boolean }>) {
  const heads = [told.say('change'), told.say('before'), told.say('after')];
  return (
    <>
      <Name told={told} asked={asked} />
      <Table caption={asked.competency.name} heads={heads} isHeadHidden={!isFirst /* said once is enough */}>
        {rows.map((row) => <ChangeRow told={told} row={row} />)}
      </Table>
    </>
  );
}

/** A seal of one character stands beside its word; where the seal is a word, it says it once. */
function Seal({ told, kind }: Of<{ kind: ChangedRow['kind'] }>) {
  const [seal, word, look] = [told.say(`seal_${kind}`), told.say(`word_${kind}`), `lb-mark lb-mark--${MARKS[kind]}`];
  if (seal.length > 1) return <span class={look} title={word}>{seal}</span>;
  return <><span class={look} aria-hidden="true">{seal}</span><span class="lb-diff__w">{word}</span></>;
}

function ChangeRow({ told, row: { kind, before, after, earlier } }: Of<{ row: ChangedRow }>) {
  const was = before.map((number) => <Indicator told={told} number={number} tag="p" isEarlier={earlier.includes(number)} />);
  const is = after.map((number) => <Indicator told={told} number={number} tag="p" />);
  return <Row head={<Seal told={told} kind={kind} />} titles={[told.say('before'), told.say('after')]} sides={[was, is]} />;
}

function LinkedTable({ told, linked }: Of<{ linked: readonly Linked[] }>) {
  const { say, base, data } = told;
  const titles = [say('now'), say('then')];
  const conceptOf = (id: string) => {
    const [name, href] = entryAt(data.concepts, id) ?? [id, ''];
    return href ? <a href={base + href}>{name}</a> : name;
  };
  const wordings = (side: readonly Asked[]) => side.map((asked) => <Wording told={told} asked={asked} />);
  return (
    <Table caption={say('linked')} heads={[say('concept'), ...titles]}>
      {linked.map(({ concept, now, then }) => <Row head={conceptOf(concept)} titles={titles} sides={[wordings(now), wordings(then)]} />)}
    </Table>
  );
}

function UnknownTable({ told, unknown }: Of<{ unknown: Move['unknown'] }>) {
  const titles = [told.say('now'), told.say('then')];
  return (
    <Table caption={told.say('unknown')} heads={[told.say('competency'), ...titles]}>
      {unknown.map(({ now, then }) => (
        <Row head={<Name told={told} asked={then} tag="span" />} titles={titles}
          sides={[<Wording told={told} asked={now} />, <Wording told={told} asked={then} />]} />
      ))}
    </Table>
  );
}

/** A competency in its own words. */
function Wording({ told, asked }: Of<{ asked: Asked }>) {
  const { say } = told;
  const { listed, cell } = asked;
  const holds = listed ? (cell?.holds ?? []) : [];
  const sentence = listed ? sentenceOf(asked) : <Nothing kind="unlisted">{say('unlisted')}</Nothing>;
  return (
    <div class="lb-moved__wording">
      <Name told={told} asked={asked} tag="p" />
      {sentence}
      {holds.length > 0 && <Indicators told={told} numbers={holds} />}
      {!sentence && !holds.length && <Nothing kind="empty">{say(cell ? 'no_text' : 'not_said')}</Nothing>}
    </div>
  );
}
