/* The answers of an assessment: where they lie in the document, how one is made, which state an item is in. No page here. */

export type Answer = {points: string | null, marks: Record<string, string>, mark: string | null, evidence: string, date: string, na: string | null, unseen: boolean, pick: boolean, hash: string, text: string, name: string, seen: string};
export type State = 'done' | 'part' | 'na' | 'unseen' | 'todo';
/** again: to be looked at again; of: parts rated and parts there are */
export type Standing = {item: any, state: State, again: boolean, of: [number, number] | null};

/** what this person has answered */
export function answersOf(doc: any, who: string): Record<string, Answer> {
  return (who === 'manager' ? doc.manager && doc.manager.answers : doc.answers) || {};
}

/**
 * @param draft - grows where there is no room yet
 */
function roomFor(draft: any, who: string): Record<string, Answer> {
  if (who !== 'manager') return (draft.answers = draft.answers || {});
  draft.manager = draft.manager || { name: '', answers: {} };
  return (draft.manager.answers = draft.manager.answers || {});
}

/** the item or part of this code */
export function find(data: any, code: string): any {
  for (const item of data.items) {
    if (item.code === code) return item;
    for (const part of item.parts || []) if (part.code === code) return part;
  }
  return null;
}

/** a group with those above it */
export function path(data: any, id: string): string {
  const groups = new Map(data.groups.map((one: any) => [one.id, one]));
  const names = [];
  for (let one = groups.get(id); one && names.length < groups.size; one = groups.get(one.parent)) names.unshift(one.name);
  return names.join(' / ');
}

/** Notes which wording was rated. */
export function stamp(answer: Answer, data: any, code: string) {
  const thing = find(data, code) || {};
  Object.assign(answer, { hash: thing.hash || '', text: thing.text || '', name: thing.name || '', seen: data.release });
}

/** the answer to change, made where there is none */
export function open(draft: any, who: string, data: any, code: string): Answer {
  const room = roomFor(draft, who);
  if (!Object.hasOwn(room, code)) {
    room[code] = (({
      points: null, marks: {}, mark: null, evidence: '', date: '', na: null, unseen: false, pick: false,
    }) as Answer);
    stamp(room[code], data, code);
  }
  return room[code];
}

/** whether somebody wrote something */
export const said = (text: string | null | undefined): boolean => typeof text === 'string' && text.trim() !== '';

/** whether all marks of an exam are there */
function marked(item: any, answer: Partial<Answer>): boolean {
  const marks = answer.marks || {};
  if (said(answer.mark)) return true;
  return item.subjects.length > 0 && item.subjects.every((one: any) => said(marks[one.name]));
}

/** whether its parts are rated one by one */
export const byParts = (item: any, mode: string): boolean => mode === 'full' && item.kind === 'rating' && (item.parts || []).length > 0;

export function state(item: any, answers: Record<string, Answer>, mode: string): {state: State, of: [number, number] | null} {
  const answer = answers[item.code] || {};
  if (said(answer.na)) return { state: 'na', of: null };
  if (answer.unseen) return { state: 'unseen', of: null };
  if (item.kind === 'exam') return { state: marked(item, answer) ? 'done' : 'todo', of: null };
  if (!byParts(item, mode)) return { state: said(answer.points) ? 'done' : 'todo', of: null };
  const rated = item.parts.filter((part: any) => settled(answers[part.code])).length;
  const all = item.parts.length;
  return { state: rated === all ? 'done' : rated ? 'part' : 'todo', of: [rated, all] };
}

/** whether nothing more is to be said */
const settled = (answer: Answer | undefined): boolean => !!answer && (said(answer.points) || said(answer.na) || answer.unseen === true);

/**
 * @param again - codes of items and parts to be looked at again
 * @returns of every item that can be answered, in the order of the page
 */
export function standings(data: any, doc: any, who: string, again: Set<string>): Standing[] {
  const answers = answersOf(doc, who);
  return data.items
    .filter((item: any) => item.kind !== 'none')
    .map((item: any) => ({
      item,
      ...state(item, answers, doc.mode),
      again: [item, ...(item.parts || [])].some((one) => again.has(one.code)),
    }));
}

/** codes ticked as the most important, in the order of the page */
export function picked(data: any, doc: any, who: string): string[] {
  const answers = answersOf(doc, who);
  return data.items.map((one: any) => one.code).filter((code: string) => answers[code] && answers[code].pick);
}
