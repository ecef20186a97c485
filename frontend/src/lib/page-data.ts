/* What a page tells its scripts. */

import type { ChecklistItem } from '../generated/page-data.ts';

declare global {
  interface Window {
    /** the words of pages of assessments, which a file brings */
    levelbookWords?: Record<string, string>;
  }
}

export type WithWords<Data> = Data & { words: Record<string, string> };

/**
 * What a page of assessments tells in a script element, with its words. The generator writes it by the type that is asked for.
 * @param id - of the script element
 * @returns null where the page tells nothing
 */
export function pageData<Data extends object>(id: string): WithWords<Data> | null {
  const script = document.getElementById(id);
  return script && { words: window.levelbookWords || {}, ...(parsed(script) as Data) };
}

const parsed = ({ textContent }: Element): unknown => JSON.parse(textContent || '{}');

/** What a script element tells of the item of a checklist in which it stands (`data-said`). */
export function saidIn(item: Element): ChecklistItem | null {
  const script = item.querySelector('script[data-said]');
  return script && (parsed(script) as ChecklistItem);
}
