/* What codes stand for: names of competencies come with the page, sentences from the files in which indicators stand. */

import type { CollectedCodes, OwnNotesData } from '../../generated/page-data.ts';
import { load } from '../../lib/load.ts';
import { EDITION_ROOT } from '../../lib/site-root.ts';
import { entryAt } from '../../lib/values.ts';

/** what a code stands for */
export interface Subject {
  readonly code: string;
  /** the competency: its code and name */
  readonly whole: string;
  readonly name: string;
  /** what an indicator says; nothing of a competency */
  readonly text: string;
  /** the codes of what took its place; null where it is in force */
  readonly instead: readonly string[] | null;
}

export interface Sequence {
  readonly name: string;
  readonly competencies: readonly (readonly [code: string, name: string])[];
}

declare global {
  interface Window {
    /** what the files bring, by the beginning of the codes in them; the page of a collection reads them too */
    levelbookCodes?: Record<string, CollectedCodes>;
  }
}

const beginningOf = (code: string): string => code.split(/[-.]/)[0];

export class Directory {
  readonly sequences: readonly Sequence[];
  private readonly data: OwnNotesData;
  private readonly asked = new Map<string, Promise<void>>();
  private readonly names = new Map<string, string>();

  constructor(data: OwnNotesData) {
    this.data = data;
    this.sequences = data.sequences.map(([name, competencies]) => ({ name, competencies }));
    for (const { competencies } of this.sequences) for (const [code, name] of competencies) this.names.set(code, name);
  }

  /** Loads what says what these codes stand for; what does not come stays unknown. */
  async know(codes: readonly string[]): Promise<void> {
    await Promise.all([...new Set(codes.map(beginningOf))].map((beginning) => this.bring(beginning)));
  }

  private async bring(beginning: string): Promise<void> {
    const file = entryAt(this.data.files, beginning);
    if (file === undefined || entryAt(window.levelbookCodes ?? {}, beginning)) return;
    const asked = this.asked.get(beginning) ?? load(EDITION_ROOT + file).catch(() => { this.asked.delete(beginning); });
    this.asked.set(beginning, asked);
    await asked;
  }

  /** null where nothing is known of it, or not yet */
  subject(code: string): Subject | null {
    const name = this.names.get(code);
    if (name !== undefined) return { code, whole: code, name, text: '', instead: null };
    const retired = entryAt(this.data.retired, code);
    if (retired) return { code, whole: code, name: retired[0], text: '', instead: retired[1] };
    const file = entryAt(window.levelbookCodes ?? {}, beginningOf(code));
    const found = file && entryAt(file.indicators, code);
    if (!found) return null;
    const [text, place, instead] = found;
    const [, , competency, whole] = file.places[place];
    return { code, whole, name: competency, text, instead };
  }

  /** the indicators in force of a competency, of those that are loaded */
  linesOf(whole: string): Subject[] {
    const file = entryAt(window.levelbookCodes ?? {}, beginningOf(whole));
    const codes = Object.keys(file?.indicators ?? {});
    return codes.map((code) => this.subject(code)).filter((one): one is Subject => one !== null && one.whole === whole && one.instead === null);
  }

  /** a code with that of its competency */
  codesOf(code: string): string[] {
    const whole = this.subject(code)?.whole ?? code;
    return whole === code ? [code] : [code, whole];
  }
}
