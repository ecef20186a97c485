/* What the parts of a talk have at hand: the figures, the course, what is agreed on by now, and where both are. */

import { speaker } from '../../lib/words.ts';
import { resultView } from '../figures.ts';
import type { ResultView } from '../figures.ts';
import type { Host } from '../host.ts';
import { courseOf, standingOf } from './course.ts';
import type { Course, Standing, Topic } from './course.ts';

/** a topic by its place in the course; an item that both look at besides, by its code; the end */
export type Place = number | string;

export const END = 'end:';

export type TalkWords = ReturnType<typeof talkSpeaker>;

export const talkSpeaker = (data: Host['data']) => speaker(data, 'talk');

export interface Talk {
  readonly host: Host;
  readonly view: ResultView;
  readonly course: Course;
  readonly standing: Standing;
  readonly word: TalkWords;
  readonly place: Place;
  /** what both are at; nothing at the end */
  readonly topic: Topic | null;
  /** Goes to another place, with the focus. */
  readonly go: (place: Place) => void;
}

export type TalkFacts = Omit<Talk, 'go' | 'place' | 'topic'>;

export function factsOf(host: Host): TalkFacts {
  const view = resultView(host);
  return { host, view, course: courseOf(view), standing: standingOf(view), word: talkSpeaker(host.data) };
}

export function topicAt({ topics, alike, silent }: Course, place: Place): Topic | null {
  if (typeof place === 'number') return topics[place] ?? null;
  return [...alike, ...silent, ...topics].find(({ item }) => item.code === place) ?? null;
}

/** what is agreed on about an item by now */
export const agreedOn = ({ standing }: Pick<Talk, 'standing'>, code: string) => standing.result.items.find((score) => score.code === code);

/** the place after this one: from what is looked at besides back to the end */
export const after = ({ place, course }: Pick<Talk, 'place' | 'course'>): Place =>
  typeof place === 'number' && place + 1 < course.topics.length ? place + 1 : END;

export function before({ place, course }: Pick<Talk, 'place' | 'course'>): Place | null {
  if (typeof place === 'number') return place > 0 ? place - 1 : null;
  if (place !== END) return END;
  return course.topics.length ? course.topics.length - 1 : null;
}
