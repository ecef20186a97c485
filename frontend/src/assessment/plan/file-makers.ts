/* Makes the files of an assessment that people take along, tables and a calendar: a script of its own, which a page loads
   when one is first asked for (`export`). */

import type { Cycle } from '../../lib/calendar.ts';
import * as spreadsheet from '../../lib/spreadsheet.ts';
import type { Actor } from '../document/layers.ts';
import { calendarText } from './calendar-text.ts';
import { type Doc, type PageData, planContext, planSpeaker } from './context.ts';
import { sheetsOf } from './sheets.ts';

export type TableKind = 'csv' | 'xlsx';

export interface FileMakers {
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
    /** what this script brings */
    levelbookFileMakers?: FileMakers;
  }
}

function table(data: PageData, doc: Doc, kind: TableKind, actor: Actor): Blob {
  const [sheets, word] = [sheetsOf(data, doc, actor), planSpeaker(data)];
  const marks = { on: word('sheet_goes_on'), from: word('sheet_gone_on') };
  return kind === 'xlsx' ? spreadsheet.xlsx(sheets, marks) : spreadsheet.csvFile(spreadsheet.together(sheets), marks);
}

function calendar(data: PageData, doc: Doc, cycle: Cycle | null, wanted: ReadonlySet<string>): Blob {
  return new Blob([calendarText(planContext(data, doc, ''), cycle, wanted)], { type: 'text/calendar' });
}

window.levelbookFileMakers = { table, calendar };
