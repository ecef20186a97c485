/* A file of a document that is here already: what it would bring is said first, what differs is asked, and what came of it is said. */

import { answersOf, otherOf } from '../document/answers.ts';
import { dayOf } from '../document/document.ts';
import type { SavedAssessment, Side } from '../document/model.ts';
import * as library from '../storage/library.ts';
import * as store from '../storage/store.ts';
import { caseOf } from './cases.ts';
import type { Case } from './cases.ts';
import { left } from './desk.ts';
import type { Read } from './desk.ts';
import type { Outcome } from './outcome.ts';
import { saysSame } from './empty.ts';
import { whoIn } from './called.ts';
import { countOf, factsOf } from './identity.ts';
import type { Question } from './join.ts';
import { laid, laying } from './laying.ts';
import type { Chosen, Merged } from './merge.ts';
import { contextOf } from './question-text.ts';
import { Questions } from './questions.tsx';
import { changed, handedOf, hasManager } from './relation.ts';
import { inDialog, show } from './sheet.tsx';
import type { Choice, Fact, Sheet } from './sheet.tsx';

/** what is here, what is in the file, and how they stand to each other */
interface Known extends Read {
  readonly here: SavedAssessment;
  readonly seat: Side;
  readonly kind: Case;
  readonly merged: Merged;
}

export async function openKnown(given: Read, stored: SavedAssessment, seat: Side): Promise<Outcome> {
  const { desk, word, whose } = given;
  const [here, doc] = [stored, given.doc].map((one) => desk.carried(one, seat));
  const known: Known = { ...given, doc, here, seat, ...caseOf(here, doc, seat) };
  if (known.kind === 'same' || known.kind === 'stale') {
    if (desk.shows(here)) desk.open(here.id);
    return { text: word(known.kind, { who: whoIn(here, whose) }) };
  }
  const { key, ticked } = await show(desk.home, sheetOf(known));
  if (key === 'both') return keepBoth(known);
  return key ? join(known, chosenBy(key), ticked) : left(desk);
}

const chosenBy = (key: string): Chosen => ({ replace: key === 'replace', other: key === 'file' ? 'file' : 'here' });

/* ---- what is asked ---- */

function sheetOf(known: Known): Sheet {
  const { word, whose, file, doc, merged } = known;
  const offers = merged.offered.length ? word('one_by_one', { n: merged.offered.length }) : '';
  const base = {
    title: word(`title_${titleOf(known)}`, { n: changedItems(known).length }), file,
    facts: factsOf(doc, word, whose, word('same_one')), takes: takesOf(known), tick: offers, out: { key: '', title: word('leave') }, foot: word('can_undo'),
  };
  switch (known.kind) {
    case 'own': return { ...base, facts: [...base.facts, ...countsOf(known)], choices: ownChoices(known) };
    case 'older': return { ...base, main: { key: '', title: word('keep_later') }, choices: [{ key: 'older', title: word('take_older'), say: word('take_older_say') }] };
    case 'forked': return { ...base, choices: [{ key: 'here', title: word('counts_here') }, { key: 'file', title: word('counts_file') }] };
    default: return { ...base, main: { key: 'join', title: word(isReturned(known) && doc.manager.given ? 'take_see' : 'take') } };
  }
}

type Title = Exclude<Case, 'same' | 'stale'> | 'more';

/** whether it comes back to the employee with what the manager has rated */
const isReturned = ({ kind, seat, doc }: Known): boolean => kind === 'back' && seat === 'employee' && hasManager(doc);

function titleOf(known: Known): Title {
  const { kind } = known;
  if (kind === 'back') return isReturned(known) ? 'back' : 'more';
  return kind === 'same' || kind === 'stale' ? 'more' : kind;
}

/** items of the other side that say something else in the file */
function changedItems({ here, doc, seat }: Known): string[] {
  const other = otherOf(seat);
  return changed(answersOf(here, other), answersOf(doc, other));
}

const countsOf = ({ here, doc, seat, word }: Known): Fact[] => ([['in_file', doc], ['here', here]] as const)
  .map(([label, one]) => [word(label), word('count', { day: dayOf(one.changed), n: countOf(answersOf(one, seat)) })]);

function ownChoices({ merged: { questions }, word, here, seat }: Known): Choice[] {
  const n = questions.length;
  return [
    { key: 'join', title: word('join'), say: n ? word('join_ask', { n }) : word('join_say') },
    { key: 'replace', title: word('replace'), say: word('replace_say', { n: countOf(answersOf(here, seat)) }) },
    { key: 'both', title: word('both'), say: word('both_say') },
  ];
}

/** what is taken in, and what stays as it is */
function takesOf(known: Known): Fact[] {
  const { here, doc, seat, word, kind, merged } = known;
  const own = countOf(answersOf(here, seat));
  const stays = (key: 'stays_employee' | 'stays_manager' | 'stays_finished'): Fact => [word('stays'), word(key, { n: own })];
  const names = changedItems(known).map((code) => nameOf(known, code)).join(word('list'));
  switch (kind) {
    case 'back': return [[word('takes'), gains(known)], stays(`stays_${seat}`)];
    case 'finished': return [[word('takes'), word('gains_plan')], stays('stays_finished')];
    case 'newer': return [[word('takes'), word('gains_self', { names: names || word('gains_stage') })], stays('stays_manager')];
    case 'older': return ([['in_file', doc], ['here', here]] as const).map(([label, one]) => [word(label), timesOf(one, word)]);
    case 'own': return seat === 'manager' && merged.relation.employee === 'newer' ? [[word('takes'), word('gains_self', { names })]] : [];
    default: return [[word('differs'), names || word('gains_stage')]];
  }
}

function timesOf(doc: SavedAssessment, word: Read['word']): string {
  const { n, at } = handedOf(doc, 'employee');
  return word(at ? 'handed_time' : 'handed_draft', { n, day: dayOf(at ?? doc.changed) });
}

const nameOf = ({ desk, here, doc, seat }: Known, code: string): string => {
  const other = otherOf(seat);
  return desk.reader.itemName(code) || [answersOf(doc, other), answersOf(here, other)].find((answers) => Object.hasOwn(answers, code))?.[code].name || code;
};

/** what a file brings that is laid over what is here */
function gains({ here, doc, merged, word, seat }: Known): string {
  const after = merged.doc;
  const parts = [
    seat === 'employee' && !saysSame(here.manager, after.manager) && word('gains_manager', { n: countOf(doc.manager.answers), m: examplesIn(doc) }),
    (!saysSame(here.agreed, after.agreed) || !saysSame(here.agreement, after.agreement)) && word('gains_agreed', { n: Object.keys(doc.agreed).length }),
    !saysSame(here.plan, after.plan) && word('gains_plan'),
    !saysSame(here.signed, after.signed) && word('gains_signed'),
  ].filter((part) => part !== false);
  return parts.join(word('list')) || word('gains_nothing', { n: merged.questions.length });
}

const examplesIn = ({ manager }: SavedAssessment): number => Object.values(manager.answers).filter(({ evidence }) => evidence.trim()).length;

/* ---- what comes of it ---- */

/** @param ticked - whether one's own layer in the file is gone through as well */
async function join(known: Known, chosen: Chosen, ticked: boolean): Promise<Outcome> {
  const { desk, doc, here, seat, kind } = known;
  const file = { doc, seat, kind, chosen };
  const { questions, offered } = laying(here, file);
  const asked = [...(chosen.replace ? [] : questions), ...(ticked ? offered : [])];
  const answers = asked.length ? await askAll(known, asked) : chosen.replace ? questions.map((question) => ({ ...question, choice: 'file' as const })) : [];
  if (!answers) return left(desk);
  const back = desk.hold(here.id);
  const problem = desk.change(here.id, (draft) => { Object.assign(draft, laid(draft, file, answers)); });
  return { text: problem ? library.say(desk.data.words, problem) : effect(known), back, isBoth: kind === 'back' && doc.manager.given !== null };
}

function askAll({ desk }: Known, questions: readonly Question[]): Promise<readonly Question[] | null> {
  const context = contextOf(desk.data, desk.reader);
  return inDialog<readonly Question[] | null>(desk.home, null, (done) => Questions({ context, questions, done }));
}

/** in one line what came of it */
function effect(known: Known): string {
  const { kind, word, doc, here } = known;
  const names = changedItems(known).map((code) => nameOf(known, code)).join(word('list'));
  const isApart = doc.signed.length > 0 && here.signed.length > 0 && !saysSame(doc.signed, here.signed);
  const said = (() => {
    switch (kind) {
      case 'newer': return names ? word('done_newer', { names }) : word('done_handed');
      case 'older': return word('done_older');
      case 'forked': return word('done_forked');
      case 'finished': return word('done_finished');
      case 'back': return word(isReturned(known) ? 'done_back' : 'done_more');
      default: return word('done_own');
    }
  })();
  return said + (isApart ? word('signed_apart') : '');
}

/** The one of the file becomes another document: nothing is mixed. */
function keepBoth({ desk, doc, seat, word }: Known): Outcome {
  const named = { ...doc, name: [doc.name, word('copy_of', { day: dayOf(doc.changed) })].filter(Boolean).join(word('comma')) };
  const before = new Set(store.list().map(({ id }) => id));
  const stay = desk.hold();
  const { doc: taken, problem } = library.take(named, 'both', seat);
  if (desk.shows(taken)) desk.open(taken.id);
  const back = () => {
    if (!before.has(taken.id)) library.remove(taken.id);
    stay();
  };
  return { text: problem ? library.say(desk.data.words, problem) : word('done_both', { name: named.name }), back };
}
