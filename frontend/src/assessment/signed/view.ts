/* What the parts of a snapshot have at hand: what was signed, and the words of the page for its own furniture. */

import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Signed } from '../document/model.ts';
import type { PageData } from '../host.ts';
import type { Body, BodySheet } from './body.ts';

export interface SnapshotProps {
  readonly body: Body;
  readonly say: Say<Words['signed']>;
  /** words of results as they are everywhere */
  readonly result: Say<Words['result']>;
}

export const snapshotOf = (data: PageData, body: Body): SnapshotProps => ({ body, say: speaker(data, 'signed'), result: speaker(data, 'result') });

export const isOfTwo = ({ by, figures }: Body): boolean => by.length > 1 || figures.manager !== null;

/** by whom, and how: 本人（甲）、主管在纸上签名 */
export function signersIn({ say }: Pick<SnapshotProps, 'say'>, signers: readonly { role: Signed['by'][number]['role'], how: Signed['by'][number]['how'], name?: string }[]): string {
  const who = signers.map(({ role, name }) => (name ? say('role_named', { role: say(`role_${role}`), name }) : say(`role_${role}`))).join(say('comma'));
  return say(signers.some(({ how }) => how === 'paper') ? 'by_paper' : 'by_screen', { who });
}

/** name and short mark of whom it is about */
export const personIn = ({ say }: Pick<SnapshotProps, 'say'>, { person, mark }: Body): string => (person ? say('person_mark', { person, mark }) : mark);

const LEAD = 2; // columns that say which row it is

/** without the rows in which nobody has written anything */
export function writtenRows({ rows, head }: BodySheet): readonly (readonly string[])[] {
  const lead = head.length > LEAD ? LEAD : 0;
  return rows.filter((row) => row.slice(lead).some((cell) => cell.trim()));
}

/** what stands at the foot of its sheets */
export const footOf = ({ body: { handbook, release, target, mark }, say }: SnapshotProps, code: string): string =>
  say('foot', { handbook, release, title: target.title, mark, code });
