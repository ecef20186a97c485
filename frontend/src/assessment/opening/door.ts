/* The one way in which files of assessments are opened, on every page: read it, say what it is, let somebody choose, say what came of
   it. Before the choice nothing is stored and no rating is shown; after it everything can be taken back. */

import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import { dayOf, fail } from '../document/document.ts';
import type { SavedAssessment, Side } from '../document/model.ts';
import * as library from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { left } from './desk.ts';
import type { Desk, Read } from './desk.ts';
import type { Outcome } from './outcome.ts';
import { openKnown } from './known.ts';
import { whoIn } from './called.ts';
import { factsOf, versionOf } from './identity.ts';
import { answeredAfter, hasManager } from './relation.ts';
import { show } from './sheet.tsx';
import type { Choice } from './sheet.tsx';

/** Opens one file after the other, and says what came of all of them. */
export async function openFiles(desk: Desk, files: readonly File[]): Promise<Outcome> {
  const said: string[] = [];
  const backs: (() => void)[] = [];
  let both = false;
  for (const file of files) {
    const { text, back, isBoth } = await openOne(desk, file);
    both ||= isBoth === true;
    if (text) said.push(files.length > 1 ? speaker(desk.data, 'store')('file_says', { file: file.name, problem: text }) : text);
    if (back) backs.push(back);
  }
  const text = said.join('\n');
  return { text, isBoth: both, ...(backs.length ? { back: () => { for (const back of backs.reverse()) back(); } } : {}) };
}

async function openOne(desk: Desk, file: File): Promise<Outcome> {
  const word = speaker(desk.data, 'open');
  const { doc, isFormer, text } = await read(desk, file);
  return doc ? opened({ desk, doc, file: file.name, isFormer, word, whose: speaker(desk.data, 'whose') }) : { text };
}

/** The document of a file; where something is wrong with it, what can be read is offered. */
async function read(desk: Desk, file: File): Promise<{ doc?: SavedAssessment, isFormer: boolean, text: string }> {
  const word = speaker(desk.data, 'store');
  const { doc, rest, problem, former: isFormer = false } = await library.open(file, desk.data);
  if (!problem) return { doc, isFormer, text: '' };
  const isBackup = problem.key === 'too_big' && await library.isBackup(file); // which may be larger than one assessment
  const said = library.say(desk.data.words, isBackup ? fail('backup').problem : problem);
  if (!rest) return { isFormer, text: said + word('nothing_changed') };
  const chosen = await ask(desk.home, {
    title: word('doubtful'), text: [word('file_says', { file: file.name, problem: said }), word('doubtful_say')],
    choices: [{ key: 'no', label: word('leave'), out: true }, { key: 'yes', label: word('doubtful_open'), main: true }],
  });
  return chosen === 'yes' ? { doc: rest, isFormer, text: '' } : { isFormer, text: word('left') };
}

async function opened(given: Read): Promise<Outcome> {
  const { desk, doc, word } = given;
  const here = store.read(doc.id).doc;
  if (!here) return openNew(given);
  const seat = seats.of(here);
  const current = desk.current();
  if (current && current.id !== here.id) { // it is here, but not what one looks at
    const chosen = await show(desk.home, otherSheet(given, current, [{ key: 'go', title: word('go_there'), say: word('go_there_say') }]));
    if (chosen.key !== 'go') return left(desk);
  }
  if (seat === 'employee' || seat === 'manager') return openKnown(given, here, seat);
  const sat = await askWhose(given, false);
  if (sat !== 'employee' && sat !== 'manager') return left(desk);
  const back = desk.hold(here.id);
  seats.sit(here.id, sat);
  const outcome = await openKnown(given, here, sat);
  return { back, ...outcome };
}

/** Nothing of it is here yet. */
async function openNew(given: Read): Promise<Outcome> {
  const { desk } = given;
  const beside = desk.current() ?? rivalOf(given.doc);
  const key = beside ? (await show(desk.home, otherSheet(given, beside, choicesOf(given, true)))).key : await askWhose(given, true);
  if (key === 'look') return look(given);
  return key === 'employee' || key === 'manager' ? take(given, key) : left(desk);
}

/** one's own of the same checklist, of which somebody may have sent the wrong file back */
function rivalOf(doc: SavedAssessment): SavedAssessment | null {
  if (!hasManager(doc)) return null;
  const own = store.list().find(({ id, target, finished }) => target === doc.target && !finished && seats.at(id) === 'employee');
  return (own && store.read(own.id).doc) ?? null;
}

function choicesOf({ desk, doc, word, whose }: Read, canLook: boolean): Choice[] {
  const rate: Choice = { key: 'manager', title: whose('rate'), say: hasManager(doc) ? whose('rate_on_say') : word('rate_say') };
  const mine: Choice = { key: 'employee', title: whose('mine'), say: word('mine_say') };
  const only: Choice[] = canLook && desk.look && desk.shows(doc) ? [{ key: 'look', title: word('look'), say: word('look_say') }] : [];
  return [rate, mine, ...only];
}

/** Asks whose it is; empty where it is not to be opened. */
async function askWhose(given: Read, canLook: boolean): Promise<string> {
  const { desk, doc, file, word, whose, isFormer } = given;
  const after = isFormer ? answeredAfter(doc).map((code) => desk.reader.itemName(code) || doc.answers[code].name || code) : [];
  const { key } = await show(desk.home, {
    title: word('whose'), file, facts: factsOf(doc, word, whose),
    notes: after.length ? [whose('after', { n: after.length, names: after.join(word('list')) })] : [],
    choices: choicesOf(given, canLook), out: { key: '', title: word('leave') }, foot: word('before'),
  });
  return key;
}

/** Another document than the one that is open: both by name, and not to open it comes first. */
function otherSheet({ desk, doc, file, word, whose }: Read, beside: SavedAssessment, choices: readonly Choice[]) {
  const isOpen = desk.current() !== null;
  return {
    title: word(isOpen ? 'other' : 'other_here'), file,
    versus: [versionOf(beside, word(isOpen ? 'open_now' : 'here'), word, whose), versionOf(doc, word('in_file'), word, whose)],
    notes: [word('other_say', { who: whoIn(beside, whose) })],
    main: { key: '', title: word('leave') }, choices, below: word('other_else'), foot: word('before'),
  };
}

function look({ desk, doc, word, whose }: Read): Outcome {
  const back = desk.hold(doc.id);
  desk.look?.(doc);
  return { text: word('looked', { who: whoIn(doc, whose) }), back };
}

function take({ desk, doc, word, whose }: Read, seat: Side): Outcome {
  const back = desk.hold(doc.id);
  const { doc: taken, problem } = library.take(doc, 'both', seat);
  const shown = desk.shows(taken);
  if (shown) desk.open(taken.id);
  const facts = { who: whoIn(taken, whose), title: taken.title || taken.target, day: dayOf(taken.changed) };
  const text = word(shown ? `taken_${seat}` : 'taken_elsewhere', facts);
  return { text: problem ? `${text}${library.say(desk.data.words, problem)}` : text, back };
}
