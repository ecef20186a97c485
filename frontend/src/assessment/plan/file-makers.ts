/* Makes the files of an assessment that people take along, tables and a calendar: a script of its own, which a page loads
   when one is first asked for (`export`). */

import type { Cycle } from '../../lib/calendar.ts';
import * as spreadsheet from '../../files/spreadsheet.ts';
import type { Actor } from '../document/layers.ts';
import { speaker } from '../../lib/words.ts';
import { type Doc, type PageData, planContext } from './context.ts';
import { calendarText } from './dates.ts';
import type { TableKind } from './export.ts';
import { sheetsOf } from './sheets.ts';

function table(data: PageData, doc: Doc, kind: TableKind, actor: Actor): Blob {
  const word = speaker(data, 'sheet');
  const sheets = sheetsOf(data, doc, word, actor);
  const marks = { on: word('goes_on'), from: word('gone_on') };
  return kind === 'xlsx' ? spreadsheet.xlsx(sheets, marks) : spreadsheet.csvFile(spreadsheet.together(sheets), marks);
}

function calendar(data: PageData, doc: Doc, cycle: Cycle | null, wanted: ReadonlySet<string>): Blob {
  return new Blob([calendarText(planContext(data, doc, ''), cycle, wanted)], { type: 'text/calendar' });
}

window.levelbookFileMakers = { table, calendar };
