/* Hands an assessment and its plan over as files, whose makers come with a script of their own. */

import type { Cycle } from '../../lib/calendar.ts';
import { fileName } from '../document/document.ts';
import type { Actor } from '../document/layers.ts';
import type { Host } from '../host.ts';
import { download } from '../../files/download.ts';
import { bring } from '../on-demand.ts';
import { type Doc, type PageData, planSpeaker } from './context.ts';

export type TableKind = 'csv' | 'xlsx';

interface FileMakers {
  /** The assessment and its plan, as far as who sits here may see it. */
  table(data: PageData, doc: Doc, kind: TableKind, actor: Actor): Blob;
  /**
   * The dates of the plan in a cycle, and the days of its measures.
   * @param wanted - keys of what goes in
   */
  calendar(data: PageData, doc: Doc, cycle: Cycle | null, wanted: ReadonlySet<string>): Blob;
}

declare global {
  interface Window {
    /** what the script of the makers brings */
    levelbookFileMakers?: FileMakers;
  }
}

/** Hands a file over, of the assessment as it stands now; says so where its makers do not come. */
async function hand(host: Host, ending: string, make: (files: FileMakers, host: Pick<Host, 'data' | 'doc'>) => Blob) {
  host.flush();
  const { data, doc } = host;
  const files = await bring(host, 'levelbookFileMakers');
  if (!files) {
    host.say(planSpeaker(data)('not_made'));
    return;
  }
  download(fileName(doc, ending), make(files, { data, doc }));
  host.dispatchEvent(new Event('lb-file'));
}

export const handTable = (host: Host, kind: TableKind) => hand(host, kind, (files, { data, doc }) => files.table(data, doc, kind, host.actor));

/**
 * @param wanted - keys of dates that go in
 */
export const handCalendar = (host: Host, cycle: Cycle | null, wanted: ReadonlySet<string>) =>
  hand(host, 'ics', (files, { data, doc }) => files.calendar(data, doc, cycle, wanted));
