/* The field in which something is noted: the text, its day, what it is about. Closing it loses nothing: what was typed is a
   draft until it is kept. */

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../generated/words.ts';
import type { Say } from '../lib/words.ts';
import * as drafts from './drafts.ts';
import type { Draft } from './drafts.ts';
import { LONGEST, isDay, today } from './note.ts';
import type { Written } from './note.ts';
import type { Kept } from './store.ts';

type Word = Words['note'];

export interface PanelProps {
  readonly word: Say<Word>;
  readonly title: string;
  /** at what it is begun; its draft is kept under that */
  readonly about: string;
  /** what stands in it unless there is a draft */
  readonly first: Draft;
  /** the control that chooses what it is about */
  readonly choice: (code: string, choose: (code: string) => void) => ComponentChildren;
  /** what a code stands for, itself first */
  readonly codesOf: (code: string) => readonly string[];
  readonly save: (written: Written, draft: Draft) => Kept;
  /** it is kept */
  readonly done: () => void;
  readonly close: () => void;
}

/** why it cannot be kept as it stands; nothing where it can */
function faultOf(word: Say<Word>, { text, at, code }: Draft): string {
  if (!text.trim()) return word('text_missing');
  if (text.length > LONGEST) return word('text_long', { n: LONGEST });
  if (!isDay(at)) return word('day_missing');
  return code ? '' : word('about_missing');
}

export function Panel(props: PanelProps) {
  const { word, title, choice } = props;
  const { draft, said, write, finish, leave } = useDraft(props);
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useLayoutEffect(() => text.current?.focus(), []); // before anything can be typed
  return (
    <section class="lb-noteit lb-noprint" aria-labelledby={id} onKeyDown={(event) => follow(event, finish, leave)}>
      <h2 id={id}>{title}</h2>
      <textarea ref={text} rows={3} aria-label={word('what')} aria-describedby={`${id}-who`} value={draft.text}
        onInput={(event) => write({ text: event.currentTarget.value })} />
      <div class="lb-noteit__row">
        <label>{word('day')}<input type="date" max="9999-12-31" value={draft.at} onInput={(event) => write({ at: event.currentTarget.value })} /></label>
        {choice(draft.code, (code) => write({ code }))}
        <span class="lb-noteit__acts">
          <button type="button" class="lb-link" onClick={leave}>{word('close')}</button>
          <button type="button" class="lb-btn lb-btn--main" aria-keyshortcuts="Control+Enter" onClick={finish}>{word('keep')}</button>
        </span>
      </div>
      <p class="lb-noteit__said" role="alert">{said}</p>
      <p class="lb-note" id={`${id}-who`}>{word('private')}</p>
    </section>
  );
}

/** What is being written, and what can be done with it. */
function useDraft(props: PanelProps) {
  const { word, about, first, close, done } = props;
  const [draft, setDraft] = useState<Draft>(() => drafts.find(about) ?? first);
  const [said, setSaid] = useState('');
  const kept = useRef(true);
  useLeaving(() => !kept.current);
  const write = (change: Partial<Draft>) => {
    const now = { ...draft, ...change };
    setDraft(now);
    kept.current = drafts.keep(about, now);
  };
  const finish = () => {
    const problem = keep(props, draft);
    if (problem) {
      setSaid(problem);
      return;
    }
    kept.current = true;
    done();
  };
  const leave = () => {
    if (kept.current) close();
    else setSaid(word('draft_not_kept'));
  };
  return { draft, said, write, finish, leave };
}

/** @returns why it was not kept; nothing where it is */
function keep({ word, about, save, codesOf }: PanelProps, draft: Draft): string {
  const fault = faultOf(word, draft);
  if (fault) return fault;
  const { problem } = save({ at: draft.at, text: draft.text, codes: codesOf(draft.code) }, draft);
  if (problem) return word(`kept_${problem}`);
  drafts.drop(about);
  return '';
}

/** Not while characters are being chosen: Enter and Escape are for that then. */
function follow(event: KeyboardEvent, finish: () => void, leave: () => void) {
  event.stopPropagation(); // keys of the page are not meant here
  if (event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
  else if (event.key === 'Escape') leave();
  else return;
  event.preventDefault();
}

/** Leaving the page asks as long as what was typed could not even be kept as a draft. */
function useLeaving(isLost: () => boolean) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isLost()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}

export const blank = (code: string): Draft => ({ text: '', at: today(), code });
