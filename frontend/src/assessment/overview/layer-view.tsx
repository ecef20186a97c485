/* How the panel of the gaps of a team looks: where files are opened, from how many, what the marks mean, what does not count. */

import { say } from '../../scoring/reasons.ts';
import type { TeamLayerData } from '../../generated/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { Button } from '../button.tsx';
import type { LayerTeam } from './layer-figures.ts';
import { Bar } from './layer-marks.tsx';
import type { LayerWord } from './layer-marks.tsx';
import type { TeamFile } from './team-files.ts';
import type { Speaker } from './team-sheet.ts';

export interface LayerActions {
  take(field: HTMLInputElement): void;
  close(): void;
}

export interface Shown {
  readonly data: WithWords<TeamLayerData>;
  readonly word: LayerWord;
  /** what the page of the team says too */
  readonly team: Speaker;
  readonly actions: LayerActions;
  readonly status: string;
  readonly teams: readonly LayerTeam[];
  readonly files: readonly TeamFile[];
  /** how many items have no cell */
  readonly elsewhere: number;
}

function Opening({ data, word, actions }: Shown) {
  return (
    <div class="lb-noprint">
      <p class="lb-note">{word('lead')}{word('team')}<a class="lb-a" href={data.team}>{word('team_link')}</a>{word('stop')}</p>
      <label class="lb-drop">
        <span class="lb-drop__say">{word('drop')}</span><small>{word('drop_hint')}</small>
        <input type="file" multiple accept=".json,application/json" onChange={(event) => actions.take(event.currentTarget)} />
      </label>
    </div>
  );
}

function TeamLine({ data, word, team, of: { step, count, why, old, again } }: Shown & { of: LayerTeam }) {
  if (why) return <li>{word('few', { step, why: say(data.words, why) })}</li>;
  return <li>{word('people', { step, n: count })}{old > 0 && team('old', { n: old })}{again > 0 && team('again', { n: again })}</li>;
}

function Key({ word, data }: Shown) {
  return (
    <p class="lb-gapkey">
      <span><Bar part="0.4" />{word('key')}</span>
      <span><span class="lb-none lb-none--na">{word('hidden')}</span>{word('key_hidden', { least: data.least })}</span>
    </p>
  );
}

function Out({ word, files }: Shown) {
  const out = files.filter(({ why }) => why);
  if (!out.length) return null;
  return (
    <div class="lb-noprint">
      <h3>{word('out')}</h3>
      <ul class="lb-plain lb-gapout">{out.map(({ name, why }) => <li><b>{name}</b><span>{why}</span></li>)}</ul>
    </div>
  );
}

export function LayerView(shown: Shown) {
  const { data, word, team, actions, status, teams, elsewhere } = shown;
  return (
    <section class="lb-gapbox" aria-labelledby="team-gaps">
      <div class="lb-gapbox__head"><h2 id="team-gaps">{word('title')}</h2><Button onClick={() => actions.close()}>{word('close')}</Button></div>
      <Opening {...shown} />
      <p class="lb-note lb-noprint">{word('privacy', { least: data.least })}</p>
      <p class="lb-count" role="status">{status}</p>
      {teams.length > 0 && <ul class="lb-plain lb-gapteams">{teams.map((one) => <TeamLine key={one.target} {...shown} of={one} />)}</ul>}
      {elsewhere > 0 && <p class="lb-note">{word('elsewhere', { n: elsewhere })}</p>}
      <Out {...shown} />
      {teams.some(({ why }) => !why) && <><p class="lb-note">{team('not')}</p><Key {...shown} /></>}
    </section>
  );
}
