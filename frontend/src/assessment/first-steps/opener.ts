/* What few need and nobody needs twice, a walk through a checklist item by item and examples, comes with a script of its own, which
   a page loads when it is first asked for. */

import type { TeamData } from '../../generated/page-data.ts';
import { load, loadStyle } from '../../lib/load.ts';
import { EDITION_ROOT, HANDBOOK_ROOT } from '../../lib/site-root.ts';
import type { SavedAssessment } from '../document/model.ts';
import type { Host } from '../host.ts';

/** an example of a team: its files, and the line that says what it is */
export interface TeamExample {
  readonly files: readonly { readonly name: string; readonly doc: SavedAssessment }[];
  readonly banner: HTMLElement;
}

export interface FirstSteps {
  /**
   * Leads through the items one by one.
   * @param code - of the item to begin with; of none: where one is, or the first that is open
   */
  walk(host: Host, code: string): void;
  /** Shows an example of a filled-in checklist until it is thrown away. */
  example(host: Host): void;
  /** @param drop - throws the example away */
  team(data: TeamData, drop: () => void): TeamExample;
}

declare global {
  interface Window {
    /** what the file of words brings: addresses below the handbook's folder */
    levelbookFirst?: { script: string; style: string; words: Record<string, string> };
    /** what the script brings */
    levelbookFirstSteps?: FirstSteps;
  }
}

/**
 * @param file - the address of their words below the handbook's folder
 * @returns nothing where they do not come; the next try loads them again
 */
export async function firstSteps(file: string): Promise<FirstSteps | undefined> {
  try {
    if (!window.levelbookFirst) await load(EDITION_ROOT + file);
    const { script = '', style = '' } = window.levelbookFirst ?? {};
    if (!window.levelbookFirstSteps) await Promise.all([loadStyle(HANDBOOK_ROOT + style), load(HANDBOOK_ROOT + script)]);
    return window.levelbookFirstSteps;
  } catch {
    return undefined;
  }
}
