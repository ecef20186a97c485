/* What the handbook is called: by one name in every document, whatever language the page is in, so that all its editions
   know their documents; by its name in the language of the page where somebody reads it. */

export interface NamedHandbook {
  /** in the language of its texts */
  readonly handbook: string;
  /** in others */
  readonly alsoCalled?: readonly string[];
  /** in the language of the page, where that is another one */
  readonly shownAs?: string;
}

export const shownName = ({ handbook, shownAs }: NamedHandbook): string => shownAs ?? handbook;

/** whether a document was made with this handbook, on a page in whatever language */
export const isCalled = ({ handbook, alsoCalled = [] }: NamedHandbook, name: string): boolean => name === handbook || alsoCalled.includes(name);
