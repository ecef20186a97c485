/* What a note is about, chosen from the whole handbook: a competency of a sequence, then all of it or one of its indicators. */

import type { Shown } from './parts.tsx';

interface Props extends Pick<Shown, 'word' | 'directory' | 'actions'> {
  readonly code: string;
  readonly choose: (code: string) => void;
}

export function Choice({ word, directory, actions, code, choose }: Props) {
  const subject = directory.subject(code);
  const whole = subject?.whole ?? code;
  const lines = directory.linesOf(whole);
  const isListed = directory.sequences.some(({ competencies }) => competencies.some(([key]) => key === whole));
  const take = (chosen: string) => {
    choose(chosen);
    void actions.know(chosen);
  };
  return (
    <>
      <label class="lb-noteit__about">{word('about')}
        <select value={whole} onChange={(event) => take(event.currentTarget.value)}>
          {!isListed && <option value={whole}>{subject?.name ?? (code || word('choose'))}</option>}
          {directory.sequences.map(({ name, competencies }) => (
            <optgroup key={name} label={name}>{competencies.map(([key, title]) => <option key={key} value={key}>{title}</option>)}</optgroup>
          ))}
        </select>
      </label>
      {(lines.length > 0 || code !== whole) && (
        <label class="lb-noteit__about">{word('sentence')}
          <select value={code} onChange={(event) => choose(event.currentTarget.value)}>
            <option value={whole}>{word('whole')}</option>
            {code !== whole && !lines.some((line) => line.code === code) && <option value={code}>{code}</option>}
            {lines.map((line) => <option key={line.code} value={line.code}>{`${line.text.slice(0, 30)} ${line.code}`}</option>)}
          </select>
        </label>
      )}
    </>
  );
}
