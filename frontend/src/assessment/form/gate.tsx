/* What is asked before anything of an assessment is shown: on a computer that several may use, whether the unfinished one is one's own;
   of one that does not say who sat where, which of the two one is. Until then there is nothing of it on the page. */

import type { ContainerNode } from 'preact';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import { get, put } from '../../lib/local-storage.ts';
import * as session from '../storage/session-storage.ts';
import { speaker } from '../../lib/words.ts';
import { blank, shortMark } from '../document/document.ts';
import type { SavedAssessment } from '../document/model.ts';
import type { Host } from '../host.ts';
import { answeredAfter } from '../opening/relation.ts';
import { calledIn } from '../opening/called.ts';
import { fileField } from '../storage/open-file.ts';
import * as store from '../storage/store.ts';
import { placeBefore } from './place.ts';

const ALONE = 'levelbook.alone'; // nobody else uses this computer
const ASKED = 'levelbook.asked'; // in this tab

export class Gate {
  private readonly host: Host;
  private readonly place: ContainerNode | null;
  /** of which it is asked whether it is one's own */
  private found: SavedAssessment[] = [];
  /** the empty one that stands there meanwhile */
  private blank = '';

  constructor(host: Host) {
    this.host = host;
    const view = host.querySelector('.lb-views') ?? host.querySelector('section[data-view]');
    this.place = view && placeBefore(view);
  }

  get isAsking(): boolean {
    return this.found.length > 0;
  }

  /**
   * Opens what was asked for; what lies here unfinished only once somebody says that it is the own.
   * @param asked - the id of a saved one
   */
  start(asked: string) {
    const { keeper } = this.host;
    const isKnown = keeper.list().some(({ id }) => id === asked) || session.get(ASKED) !== null || get(ALONE) !== null;
    const found = isKnown ? [] : keeper.open('employee').flatMap(({ id }) => store.read(id).doc ?? []);
    this.found = found;
    if (found.length) {
      keeper.begin();
      this.blank = keeper.doc.id;
      this.show();
    } else {
      session.put(ASKED, '1');
      keeper.start(asked);
    }
  }

  /** Somebody has said what is to be opened. */
  private pass(open: () => void) {
    this.found = [];
    session.put(ASKED, '1');
    open();
  }

  show() {
    const { host, place, found } = this;
    if (this.blank && host.doc.id !== this.blank) this.found = []; // another was opened, from a file
    const isUnknown = host.seat === '';
    host.toggleAttribute('data-gate', this.isAsking || isUnknown);
    if (!place) return;
    const choose = {
      go: (id: string) => this.pass(() => host.keeper.use(id)),
      fresh: () => void this.fresh(),
      file: (files: File[]) => void host.openFiles(files),
    };
    render(this.isAsking ? <Found host={host} found={found} {...choose} /> : isUnknown ? <Whose host={host} /> : null, place);
  }

  /** A new one, once it has a name. */
  private async fresh() {
    const { host } = this;
    const person = await askName(host);
    if (person === null) return;
    this.pass(() => host.keeper.take({ ...blank(host.data), person }, false));
    host.next('');
  }
}

/** What somebody wants to be called; null where nothing is to be begun. */
async function askName(host: Host): Promise<string | null> {
  const say = speaker(host.data, 'whose');
  const input = make('input', { type: 'text', name: 'person', maxlength: 100, autocomplete: 'off', required: true, autofocus: true });
  const key = await ask(host, {
    title: say('name_title'), text: [say('name_say')], fields: [make('label', { class: 'lb-field' }, [make('span', {}, [say('name')]), input])],
    choices: [{ key: 'go', label: say('name_go'), main: true }, { key: 'no', label: say('name_back'), out: true }],
  });
  return key === 'go' ? input.value.trim() : null;
}

interface FoundProps {
  host: Host;
  found: readonly SavedAssessment[];
  go: (id: string) => void;
  fresh: () => void;
  file: (files: File[]) => void;
}

function Found({ host, found, go, fresh, file }: FoundProps) {
  const say = speaker(host.data, 'whose');
  const alone = useRef<HTMLInputElement>(null);
  const chosen = (act: () => void) => () => {
    if (alone.current?.checked) put(ALONE, '1');
    act();
  };
  return (
    <section class="lb-gate lb-noprint" aria-labelledby="lb-gate-title">
      <h2 id="lb-gate-title">{found.length > 1 ? say('gate_many', { n: found.length }) : say('gate')}</h2>
      <p>{say('gate_say')}</p>
      {found.map((doc) => <Choice key={doc.id} title={calledIn(doc, say)} mark={shortMark(doc.id)} text={progressOf(host, doc)} act={chosen(() => go(doc.id))} />)}
      <Choice title={say('gate_not_me')} text={say('gate_not_me_say')} act={chosen(fresh)} />
      <p class="lb-open__foot">
        <label class="lb-tick"><input ref={alone} type="checkbox" name="alone" /><span>{say('gate_mine')}</span></label>
        <button type="button" class="lb-link" onClick={() => fileField(file).click()}>{say('gate_file')}</button>
      </p>
      <p class="lb-note">{say('gate_shared')}</p>
    </section>
  );
}

/** how far it is, without a figure of what was rated */
function progressOf(host: Host, { period, name, result, changed }: SavedAssessment): string {
  const say = speaker(host.data, 'whose');
  const term = period || name;
  const facts = { period: term && term + say('comma'), time: host.timeOf(changed) };
  const { done = 0, of = 0 } = result ?? {};
  return of ? say('gate_go', { ...facts, done, of }) : say('gate_begun', facts);
}

/** One of before it was noted who sits where, with the ratings of both. */
function Whose({ host }: { host: Host }) {
  const say = speaker(host.data, 'whose');
  const { doc } = host;
  const after = answeredAfter(doc).map((code) => host.data.items.find((item) => item.code === code)?.name ?? doc.answers[code].name);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => { title.current?.focus(); }, [doc.id]);
  return (
    <section class="lb-gate lb-noprint" aria-labelledby="lb-gate-title">
      <h2 id="lb-gate-title" ref={title} tabindex={-1}>{say('gate_whose')}</h2>
      <p><b>{calledIn(doc, say)}</b> <span class="lb-mint">{shortMark(doc.id)}</span></p>
      <p>{say('gate_whose_say')}</p>
      {after.length > 0 && <p class="lb-note">{say('after', { n: after.length, names: after.join(say('list')) })}</p>}
      <Choice title={say('rate')} text={say('rate_on_say')} act={() => host.sit('manager')} />
      <Choice title={say('mine')} text={say('gate_mine_say')} act={() => host.sit('employee')} />
    </section>
  );
}

function Choice({ title, mark, text, act }: { title: string; mark?: string; text: string; act: () => void }) {
  return (
    <button type="button" class="lb-choice" onClick={act}>
      <span><b>{title}{mark && <> <span class="lb-mint">{mark}</span></>}</b><span>{text}</span></span><i class="lb-i lb-i--next" aria-hidden="true" />
    </button>
  );
}
