/* Hands the employee's ratings over to the manager: says what goes and what stays, asks once what to call the person, makes the file. */

import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import { given, picked, said } from '../document/answers.ts';
import { now } from '../document/document.ts';
import { handedOver } from '../document/layers.ts';
import { ratingsOf } from '../document/results.ts';
import type { Host } from '../host.ts';

const LONGEST = 100; // characters of a name

export async function handOver(host: Host) {
  host.flush();
  const { doc, data } = host;
  const say = speaker(data, 'stage');
  const answers = Object.values(doc.answers);
  const facts = {
    n: answers.filter(given).length, evidence: answers.filter(({ evidence }) => said(evidence)).length, picks: picked(data, doc, 'employee').length,
  };
  const { left } = ratingsOf(data, doc, 'employee');
  const person = field(say('hand_person'), doc.person);
  const period = field(say('hand_period'), doc.period || doc.name);
  const named = tick('hand-named', say('hand_named'), doc.named);
  const onFile = tick('hand-file', speaker(data, 'whose')('named'), false);
  const isFirst = doc.handed.n === 0;
  const answer = await ask(host, {
    title: say('hand_title'),
    fields: [...(isFirst ? [person.label] : []), period.label, named.label, onFile.label],
    text: [...(left ? [say('hand_left', { n: left })] : []), say('hand_goes', facts), say('hand_stays'), say('hand_after')],
    choices: [{ key: 'no', label: say('hand_not'), out: true }, { key: 'yes', label: say('hand_do'), main: true }],
  });
  if (answer !== 'yes') return;
  const back = host.keeper.hold();
  host.update((draft) => {
    if (isFirst) draft.person = person.input.value.trim();
    Object.assign(draft, { period: period.input.value.trim(), named: named.input.checked, handed: handedOver(draft.handed, now()) });
  });
  host.saveFile(onFile.input.checked);
  host.offerUndo(say('handed'), back);
}

function tick(name: string, text: string, checked: boolean): { label: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { type: 'checkbox', name, checked });
  return { label: make('label', { class: 'lb-tick' }, [input, make('span', {}, [text])]), input };
}

function field(name: string, value: string): { label: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { type: 'text', value, maxlength: LONGEST, autocomplete: 'off' });
  return { label: make('label', { class: 'lb-field' }, [make('span', {}, [name]), input]), input };
}
