/* Makes one document of the one that is here and a file of it. Every layer has an owner: at the owner's seat what is here stays, and
   nothing of the file comes into it but by choice; of the other side's layer the newer one is taken as a whole, an older one is left,
   and of two that went apart it is asked which counts. What both own is laid together piece by piece. No page here, and no clock. */

import { bareKept, keep, ownedBy } from '../document/kept.ts';
import { answersOf, otherOf } from '../document/answers.ts';
import type { Handed, SavedAssessment, Side } from '../document/model.ts';
import { asText, saysSame } from './empty.ts';
import { joinAgreed, joinAnswers, joinHead, joinManagerName, joinPlan, later, settle } from './join.ts';
import type { Choice, Question } from './join.ts';
import { changed, handedOf, hasManager, isBack, layerOf, rank, relation } from './relation.ts';
import type { Relation } from './relation.ts';

export interface Merged {
  /** as far as nobody has to be asked */
  readonly doc: SavedAssessment;
  /** what has to be decided */
  readonly questions: readonly Question[];
  /** of one's own layer in what somebody else hands back: stays as it is here, unless it is taken one by one */
  readonly offered: readonly Question[];
  /** how the layers of the file stand to those here */
  readonly relation: Readonly<Record<Side, Relation>>;
  /** whether it is to be asked which layer of the other side counts */
  readonly isForked: boolean;
}

/** replace: one's own layer is to be as in the file; other: which layer of the other side counts where they went apart */
export interface Chosen {
  readonly replace?: boolean;
  readonly other?: Choice;
}

type Asked = { questions: Question[], offered: Question[] };

/**
 * @param here - not changed
 * @param file - of the same document
 * @param seat - who sits here
 */
export function merge(here: SavedAssessment, file: SavedAssessment, seat: Side, chosen: Chosen = {}): Merged {
  const doc = structuredClone(here);
  const other = otherOf(seat);
  const stands = { employee: relation(here, file, 'employee'), manager: relation(here, file, 'manager') };
  const isForked = !here.finished && stands[other] === 'forked' && rank(handedOf(here, other)) > 0;
  const byChanged: Choice = file.changed > here.changed ? 'file' : 'here';
  const asked: Asked = { questions: [], offered: [] };
  if (!here.finished) {
    joinOwn(doc, file, seat, stands[seat], chosen.replace === true, asked);
    joinOther(doc, file, other, stands[other], isForked ? chosen.other ?? 'here' : null, asked);
    asked.questions.push(...joinAgreed(doc, file, byChanged));
  }
  asked.questions.push(...joinPlan(doc.plan, file.plan, byChanged));
  joinRest(doc, file);
  return { doc, ...asked, relation: stands, isForked };
}

/**
 * What was chosen is taken over, and every layer that changed says so: one number is one content.
 * @param here - as it was
 */
export function settled(here: SavedAssessment, file: SavedAssessment, seat: Side, { doc }: Pick<Merged, 'doc'>, questions: readonly Question[]): SavedAssessment {
  const whole = structuredClone(doc);
  settle(whole, questions);
  if (here.finished) return whole;
  whole.handed = handedAfter(here, file, whole, 'employee', seat);
  whole.manager.handed = handedAfter(here, file, whole, 'manager', seat);
  if (file.agreement.done && !whole.agreement.done && saysSame([whole.agreed, undated(whole)], [file.agreed, undated(file)])) {
    whole.agreement.done = file.agreement.done;
  }
  if (file.finished && saysSame(layerOf(whole, 'employee'), layerOf(file, 'employee'))) whole.finished = file.finished;
  return whole;
}

const undated = ({ agreement }: SavedAssessment) => ({ ...agreement, done: null });

/** how often a layer was handed over, now that it says what it says */
function handedAfter(here: SavedAssessment, file: SavedAssessment, doc: SavedAssessment, side: Side, seat: Side): Handed {
  const [ours, theirs] = [handedOf(here, side), handedOf(file, side)];
  const isHere = saysSame(layerOf(doc, side), layerOf(here, side));
  const isTheirs = saysSame(layerOf(doc, side), layerOf(file, side));
  if (isTheirs && (rank(theirs) > rank(ours) || (!isHere && (side !== seat || rank(theirs) === rank(ours))))) return { ...theirs };
  if (isHere) return { ...ours };
  // a draft of what will be handed over next
  return { ...theirs, ...ours, n: Math.max(ours.n, theirs.n), at: null };
}

/**
 * @param doc - grows
 * @param stands - the layer of the file to the one here
 * @param asked - grows
 */
function joinOwn(doc: SavedAssessment, file: SavedAssessment, seat: Side, stands: Relation, replace: boolean, asked: Asked) {
  if (stands === 'same') return;
  if (replace) {
    takeLayer(doc, file, seat);
    return;
  }
  const choice: Choice = stands === 'newer' ? 'file' : 'here';
  if (seat === 'manager') {
    asked.questions.push(...joinManagerName(doc.manager, file.manager.name, choice));
    asked.questions.push(...joinAnswers('manager', doc.manager.answers, file.manager.answers, () => choice));
  } else if (!isBack(file)) {
    asked.questions.push(...joinHead(doc, file, choice), ...joinAnswers('employee', doc.answers, file.answers, () => choice));
  } else if (stands !== 'older') {
    const aside = structuredClone(doc);
    asked.offered.push(...joinAnswers('employee', aside.answers, file.answers, () => 'here', true));
  }
}

/**
 * @param doc - grows
 * @param counts - which one does, where they went apart
 * @param asked - grows
 */
function joinOther(doc: SavedAssessment, file: SavedAssessment, other: Side, stands: Relation, counts: Choice | null, asked: Asked) {
  if (stands === 'same' || stands === 'older') return;
  if (stands === 'newer') {
    takeLayer(doc, file, other);
  } else if (counts) {
    const [lost, wins] = counts === 'file' ? [structuredClone(doc), file] : [file, doc];
    if (counts === 'file') takeLayer(doc, file, other);
    keepOthers(doc, lost, wins, other);
  } else if (other === 'employee') {
    asked.questions.push(...joinHead(doc, file, 'file'), ...joinAnswers('employee', doc.answers, file.answers, later));
  } else if (hasManager(doc)) {
    asked.questions.push(...joinManagerName(doc.manager, file.manager.name, 'file'));
    asked.questions.push(...joinAnswers('manager', doc.manager.answers, file.manager.answers, () => 'file'));
    doc.manager.given ??= file.manager.given;
    doc.manager.independent ??= file.manager.independent;
  } else if (hasManager(file) || !doc.manager.name) takeLayer(doc, file, 'manager');
}

/**
 * @param doc - its layer becomes that of the file
 */
function takeLayer(doc: SavedAssessment, file: SavedAssessment, side: Side) {
  const { name, person, period, named, mode, blind, alone, handed, answers, manager, result } = structuredClone(file);
  if (side === 'manager') doc.manager = manager;
  else Object.assign(doc, { name, person, period, named, mode, blind, alone, handed, answers, result });
}

/** how somebody is called, and when it is of */
const headOf = ({ person, name, period, manager }: SavedAssessment, side: Side): Record<string, string> =>
  (side === 'manager' ? { name: manager.name } : { person, name, period });

/**
 * What does not count is kept beside.
 * @param doc - grows
 */
function keepOthers(doc: SavedAssessment, lost: SavedAssessment, wins: SavedAssessment, side: Side) {
  const [heads, named] = [lost, wins].map((one) => headOf(one, side));
  for (const [code, text] of Object.entries(heads)) {
    if (text && text !== named[code]) keep(doc, { code, name: '', text, answer: null, why: 'file', since: '', ...ownedBy(side) });
  }
  const [answers, others] = [answersOf(lost, side), answersOf(wins, side)];
  for (const code of changed(answers, others)) {
    if (!Object.hasOwn(answers, code)) continue;
    const answer = structuredClone(answers[code]);
    keep(doc, { code, name: answer.name, text: answer.text, answer, why: 'file', since: '', ...ownedBy(side) });
  }
}

/**
 * What nobody is asked about: what was signed, scales, what was put aside, what we do not know.
 * @param doc - grows
 */
function joinRest(doc: SavedAssessment, file: SavedAssessment) {
  for (const [key, value] of Object.entries(file)) if (!(key in doc) && key !== 'tabs') Object.assign(doc, { [key]: structuredClone(value) });
  if (file.scales) doc.scales = { ...structuredClone(file.scales), ...doc.scales };
  doc.signed = union(doc.signed, file.signed, ({ hash, ...signed }) => hash || asText(signed));
  doc.kept = union(doc.kept, file.kept, (entry) => asText(bareKept(entry)));
}

function union<Value>(here: readonly Value[], file: readonly Value[], textOf: (value: Value) => string): Value[] {
  const known = new Set(here.map(textOf));
  return [...here, ...structuredClone(file.filter((value) => !known.has(textOf(value))))];
}
