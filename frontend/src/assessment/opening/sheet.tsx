/* The one dialog in which files are opened: what the file is, what would come of it, and what can be chosen. */

import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { make } from '../../lib/draw.ts';

/** a label, and what stands beside it */
export type Fact = readonly [label: string, text: string];

export interface Choice {
  readonly key: string;
  readonly title: string;
  readonly say?: string;
}

/** two documents side by side */
export interface Version {
  readonly label: string;
  readonly name: string;
  readonly mark: string;
  readonly lines: readonly string[];
}

export interface Sheet {
  readonly title: string;
  /** the name of the file */
  readonly file?: string;
  readonly facts?: readonly Fact[];
  readonly versus?: readonly Version[];
  readonly notes?: readonly string[];
  /** what is taken, and what stays */
  readonly takes?: readonly Fact[];
  readonly main?: Choice;
  readonly choices?: readonly Choice[];
  /** between the main choice and the others */
  readonly below?: string;
  /** what may be ticked besides */
  readonly tick?: string;
  /** changes nothing; where it is not the main choice */
  readonly out?: Choice;
  readonly foot?: string;
}

export interface Chosen {
  /** empty where the dialog was closed */
  readonly key: string;
  readonly ticked: boolean;
}

/** Shows something in a dialog until it says what came of it; closed without, that is `left`. */
export function inDialog<Answer>(home: HTMLElement, left: Answer, content: (done: (answer: Answer) => void) => ComponentChildren): Promise<Answer> {
  const dialog = make('dialog', { class: 'lb-ask lb-open lb-noprint', 'aria-labelledby': 'lb-open-title' }, []);
  const before = document.activeElement;
  home.append(dialog);
  return new Promise((resolve) => {
    let answer = left;
    const done = (given: Answer) => {
      answer = given;
      dialog.close();
    };
    render(content(done), dialog);
    dialog.addEventListener('close', () => {
      render(null, dialog);
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(answer);
    });
    dialog.showModal();
  });
}

export const show = (home: HTMLElement, sheet: Sheet): Promise<Chosen> =>
  inDialog<Chosen>(home, { key: '', ticked: false }, (done) => <Shown sheet={sheet} done={done} />);

function Shown({ sheet, done }: { sheet: Sheet; done: (chosen: Chosen) => void }) {
  const { title, file, facts = [], versus = [], notes = [], takes = [], main, choices = [], below, tick, out, foot } = sheet;
  const box = useRef<HTMLInputElement>(null);
  const choose = (key: string) => () => done({ key, ticked: box.current?.checked === true });
  return (
    <>
      <h2 id="lb-open-title">{title}</h2>
      {file && <p class="lb-open__file">{file}</p>}
      {facts.length > 0 && <Facts facts={facts} />}
      {versus.length > 0 && <div class="lb-versus">{versus.map((version) => <Versus {...version} />)}</div>}
      {notes.map((note) => <p class="lb-note">{note}</p>)}
      {takes.length > 0 && <Facts facts={takes} />}
      {tick && <p><label class="lb-tick"><input ref={box} type="checkbox" name="one-by-one" /><span>{tick}</span></label></p>}
      {main && <p class="lb-open__main"><button type="button" class="lb-btn lb-btn--main" onClick={choose(main.key)}>{main.title}</button></p>}
      {below && <p class="lb-note">{below}</p>}
      {choices.map(({ key, title: name, say }) => (
        <button type="button" key={key} class="lb-choice" data-choice={key} onClick={choose(key)}>
          <span><b>{name}</b>{say && <span>{say}</span>}</span><i class="lb-i lb-i--next" aria-hidden="true" />
        </button>
      ))}
      {(out || foot) && (
        <p class="lb-open__foot">
          {out && <button type="button" class="lb-link" onClick={choose(out.key)}>{out.title}</button>}
          {foot && <span>{foot}</span>}
        </p>
      )}
    </>
  );
}

const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="lb-open__id">{facts.map(([label, text]) => <><dt>{label}</dt><dd>{text}</dd></>)}</dl>
);

const Versus = ({ label, name, mark, lines }: Version) => (
  <div><small>{label}</small><b>{name}</b><span class="lb-mint">{mark}</span>{lines.map((line) => <p>{line}</p>)}</div>
);
