/* How one fills in: which assessment, its name, quick or thorough, blind, and whose ratings. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { dayOf } from '../document/document.ts';
import type { Host } from '../host.ts';
import * as seats from '../storage/seats.ts';
import { SeatFields, labelOf } from './seat.tsx';

export function Settings({ host }: { host: Host }) {
  return (
    <div class="lb-panel__set">
      <Chooser host={host} />
      <details class="lb-more lb-set">
        <summary>{summaryOf(host)}</summary>
        <div class="lb-set__in">
          {host.data.modes.length > 1 && <Modes host={host} />}
          <SeatFields host={host} />
          <Blind host={host} />
          <Name host={host} />
          <p><Another host={host} /></p>
          <Keys host={host} />
        </div>
      </details>
      <p class="lb-set__walk"><button type="button" class="lb-link" data-first="walk" hidden={host.closed}>{host.word('walk')}</button></p>
    </div>
  );
}

/** what holds, in short */
function summaryOf({ data, doc, who, blind, word }: Host): string {
  const ways = [data.modes.length > 1 && word(`mode_${doc.mode}`), word(`who_${who}`), blind && word('blind_short')];
  return word('settings', { how: ways.filter(Boolean).join(word('comma')) });
}

/** who sits here decides how it is filled in, until it is finished */
const isFixed = ({ doc, seat }: Host): boolean => Boolean(doc.finished) || seat !== 'employee';

function Chooser({ host }: { host: Host }) {
  const { keeper, word, doc } = host;
  const options = keeper.list().map((entry) => ({ value: entry.id, label: nameOf(host, entry) }));
  if (!keeper.kept) options.unshift({ value: '', label: word(keeper.failed ? 'new_unsaved' : 'new_one') });
  const current = keeper.kept ? doc.id : '';
  const choose = (field: HTMLSelectElement) => {
    if (!field.value) keeper.begin();
    else if (!keeper.use(field.value)) field.value = current;
  };
  return (
    <label class="lb-field" hidden={options.length < 2}>
      <span>{word('which')}</span>
      <select name="assessment" value={current} onChange={(event) => choose(event.currentTarget)}>
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </label>
  );
}

/**
 * @param entry - of the list of those saved
 */
function nameOf({ word }: Host, { id, name, created, changed, finished }: ReturnType<Host['keeper']['list']>[number]): string {
  const facts = { name: seats.named(id) || name || word('unnamed'), created: dayOf(created), changed: dayOf(changed), finished: dayOf(finished || '') };
  const said = word(finished ? 'one_finished' : 'one_open', facts);
  return seats.at(id) === 'manager' ? word('one_rated', { said }) : said;
}

function Modes({ host }: { host: Host }) {
  const { data, doc, word } = host;
  return (
    <div>
      <fieldset class="lb-seg">
        <legend>{word('mode')}</legend>
        {data.modes.map((mode) => (
          <label>
            <input type="radio" name="set-mode" value={mode} checked={doc.mode === mode} disabled={isFixed(host)}
              onChange={() => host.update((draft) => { draft.mode = mode; })} />
            <span>{word(`mode_${mode}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class="lb-set__say">{word('mode_say')}</p>
    </div>
  );
}

function Blind({ host }: { host: Host }) {
  const change = (blind: boolean) => host.update((draft) => { draft.blind = blind; });
  return (
    <div>
      <label class="lb-tick">
        <input type="checkbox" name="set-blind" checked={host.doc.blind} disabled={isFixed(host)}
          onChange={(event) => change(event.currentTarget.checked)} />
        <span>{host.word('blind')}</span>
      </label>
      <p class="lb-set__say">{host.word('blind_say')}</p>
    </div>
  );
}

/** What keys do, and whether they do so wherever the focus is. */
function Keys({ host }: { host: Host }) {
  return (
    <div class="lb-set__keys">
      <label class="lb-tick">
        <input type="checkbox" name="set-keys" checked={host.keysEverywhere}
          onChange={(event) => { host.keysEverywhere = event.currentTarget.checked; }} />
        <span>{host.word('keys_everywhere')}</span>
      </label>
      <p class="lb-set__say">{host.word('keys')}</p>
    </div>
  );
}

/** Its name, or how a manager calls the one who is rated; what is being typed stays. */
function Name({ host }: { host: Host }) {
  const input = useRef<HTMLInputElement>(null);
  const rated = host.seat === 'manager';
  const name = rated ? labelOf(host) : host.doc.name || '';
  useLayoutEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = name;
  });
  const type = (text: string) => {
    if (rated) host.call(text.trim());
    else host.later('name', (draft) => { draft.name = text; });
  };
  return (
    <label class="lb-field">
      <span>{host.word(rated ? 'name_rated' : 'name')}</span>
      <input type="text" name="set-name" maxlength={100} autocomplete="off" ref={input}
        onInput={(event) => type(event.currentTarget.value)} onChange={() => host.flush()} />
    </label>
  );
}

function Another({ host }: { host: Host }) {
  const begin = () => {
    host.keeper.begin();
    host.say(host.word('begun'));
    host.next(''); // the button is gone now
  };
  return <button type="button" class="lb-link" hidden={!host.keeper.kept} onClick={begin}>{host.word('another')}</button>;
}
