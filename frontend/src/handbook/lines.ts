/* The lines of a page, one an indicator. */

/** its code: one that a comparison brings says it, all others have it at their end; nothing where it has none */
export const codeOfLine = (line: HTMLElement): string =>
  line.dataset.code ?? line.querySelector('.lb-ind__tools > a.lb-code')?.textContent ?? '';
