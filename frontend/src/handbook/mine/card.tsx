/* How the home page looks to somebody who has marked a level as own: who one is, and five rows of one fact and one link each. */

import type { ComponentChildren } from 'preact';
import type { MarkedLevelData } from '../../generated/page-data.ts';
import type { MineWord } from '../../generated/words.ts';
import { entryAt } from '../../lib/values.ts';
import type { Say } from '../../lib/words.ts';
import type { LastAssessment } from './last-assessment.ts';

/** what every part has at hand */
export interface Mine {
  readonly word: Say<MineWord>;
  /** the way to the site's root, with a final slash */
  readonly base: string;
  readonly level: MarkedLevelData;
  /** the place of the aim, and what is known of it; another handbook's is not known */
  readonly aim: { readonly place: string; readonly level: MarkedLevelData } | null;
  readonly below: MarkedLevelData | null;
  readonly last: LastAssessment | null;
  /** how much is new at the level since the reader was here; nothing where nothing is */
  readonly news: string;
}

export interface Acts {
  change(): void;
  erase(): void;
  /** the news are known */
  know(): void;
}

function Stair({ rank, of }: Pick<MarkedLevelData, 'rank' | 'of'>) {
  if (!of) return null;
  const height = (at: number) => (of > 1 ? 4 + (9.5 * at) / (of - 1) : 13.5);
  return (
    <svg class="lb-steps" viewBox={`0 0 ${6 * of - 1} 14`} width={6 * of - 1} height="14" aria-hidden="true">
      {Array.from({ length: of }, (_, at) => (
        <rect key={at} x={0.5 + 6 * at} y={13.5 - height(at)} width="4" height={height(at)} class={at < rank ? 'on' : undefined} />
      ))}
    </svg>
  );
}

export function Who({ word, base, level }: Mine) {
  return (
    <>
      <p class="lb-mine__over">{word('own')}</p>
      <h1>{level.name}</h1>
      <p class="lb-mine__of"><span>{level.sequence}</span>{level.grades && <span>{level.grades}</span>}<Stair {...level} /></p>
      <p class="lb-mine__do">
        <a class="lb-btn lb-btn--main" href={base + level.href}>{level.asks ? word('see', { n: level.asks }) : word('see_none')}</a>
      </p>
    </>
  );
}

interface Told {
  name: string;
  small?: string;
  fact: string;
  /** what the link says to whoever does not see its row */
  of?: string;
  href?: string | undefined;
  link?: string;
}

function Row({ name, small, fact, of, href, link }: Told) {
  return (
    <div>
      <dt>{name}{small && <small>{small}</small>}</dt>
      <dd>{fact}</dd>
      <dd>{href && link && <a href={href}>{link}{of && <span class="lb-vh">{of}</span>}</a>}</dd>
    </div>
  );
}

/** what is new against the level below */
function Below({ word, base, level, below }: Mine) {
  const step = level.below === undefined ? undefined : entryAt(level.steps, level.below);
  if (below && step) {
    return <Row name={word('below', { level: below.name })} fact={step.says} href={base + step.href} link={word('compare')} of={`${below.name} → ${level.name}`} />;
  }
  return <Row name={word('below_none')} fact={word(level.of ? 'first' : 'unranked')} href={base + level.overview} link={word('first_link')} />;
}

/** towards the aim: a level of one's own sequence is compared in place, one of another on its own page */
function Aim({ word, base, level, aim }: Mine) {
  if (!aim) return <Row name={word('aim_row')} fact={word('no_aim')} href={base + level.overview} link={word('choose_aim')} />;
  const step = entryAt(level.steps, aim.place);
  const small = word('aim');
  if (step) return <Row name={word('to', { level: aim.level.name })} small={small} fact={step.says} href={base + step.href} link={word('compare')} of={`${level.name} → ${aim.level.name}`} />;
  const fact = word('aim_elsewhere', { level: aim.level.name, sequence: aim.level.sequence });
  const way = level.transfer ? { href: `${base}${level.transfer}&to=${aim.place}`, link: word('transfer') } : { href: base + aim.level.href, link: word('see_none') };
  return <Row name={word('aim_row')} small={small} fact={fact} {...way} />;
}

function Assessed({ word, base, level, last }: Mine) {
  const name = word('assessed');
  if (!level.checklist) return <Row name={name} fact={word('no_checklist')} />;
  const href = base + level.checklist;
  if (!last) return <Row name={name} fact={word('assessed_none')} href={href} link={word('begin')} />;
  const { date, done, of } = last;
  const fact = of === undefined || done === undefined ? word('assessed_bare', { date }) : word('assessed_fact', { date, done, of });
  return <Row name={name} fact={fact} href={`${href}#open=${last.id}`} link={word(last.finished ? 'look' : 'go_on')} />;
}

function More({ word, base, level }: Mine) {
  const doors: readonly [string, string][] = [[level.matrix, word('matrix')], [level.transfer, word('transfer')]];
  const links = doors.filter(([href]) => href);
  if (!links.length) return null;
  return (
    <div>
      <dt>{word('more')}</dt>
      <dd class="lb-mine__more">{links.map(([href, text]) => <a key={href} href={base + href}>{text}</a>)}</dd>
    </div>
  );
}

/** what releases have changed since the reader was here */
function News({ word, base, level, news, acts }: Mine & { acts: Acts }) {
  return (
    <div>
      <dt>{word('news_row')}</dt>
      <dd>{news}</dd>
      <dd><a href={`${base}${level.href}?view=changed`}>{word('news_link')}</a> <Act act={() => acts.know()}>{word('news_seen')}</Act></dd>
    </div>
  );
}

function Act({ act, children }: { act: () => void; children: ComponentChildren }) {
  return <button type="button" class="lb-link" onClick={act}>{children}</button>;
}

export function Card({ acts, ...mine }: Mine & { acts: Acts }) {
  const { word, base, level } = mine;
  return (
    <>
      <h2 class="lb-vh">{word('own')}</h2>
      <dl class="lb-mine__rows">
        {mine.news && <News {...mine} acts={acts} />}
        <Below {...mine} />
        <Aim {...mine} />
        <Assessed {...mine} />
        <Row name={word('print')} fact={word('print_fact')} href={base + level.href} link={word('print_link')} />
        <More {...mine} />
      </dl>
      <p class="lb-mine__foot">{word('where')}<Act act={() => acts.change()}>{word('change')}</Act><Act act={() => acts.erase()}>{word('erase')}</Act></p>
    </>
  );
}
