/* Hands an assessment and its plan over as tables. */

import * as sheet from '../../lib/spreadsheet.ts';
import * as store from '../document/document.ts';
import { download } from '../storage/library.ts';
import type { Doc, PageData } from './context.ts';
import { sheetsOf } from './sheets.ts';

export function hand(data: PageData, doc: Doc, kind: 'csv' | 'xlsx') {
  const sheets = sheetsOf(data, doc);
  download(store.fileName(doc, kind), kind === 'xlsx' ? sheet.xlsx(sheets) : sheet.csvFile(sheet.together(sheets)));
}
