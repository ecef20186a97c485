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
  if (!script) return null;
  const told: unknown = JSON.parse(script.textContent || '{}');
  return { words: window.levelbookWords || {}, ...(told as Data) };
}
