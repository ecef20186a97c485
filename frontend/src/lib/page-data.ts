/* What a page tells its scripts. */

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

/** What script elements tell each of one thing (`data-said`), by its code. */
export function saidOfEach<Data extends object>(root: ParentNode): Map<string, Data> {
  const scripts = Array.from(root.querySelectorAll<HTMLElement>('script[data-said]'));
  return new Map(scripts.map((script) => [script.dataset.said ?? '', parsed(script) as Data]));
}
