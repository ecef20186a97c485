/* The foot and head of printed sheets, where the check code has to stand: only a rule for pages can say that, and it is made when
   there is something to say. Safari 16.3 and older have no such sheets; there the code stands in the head of the first sheet alone. */

let sheet: CSSStyleSheet | null = null;

/** a text as CSS says it */
const quoted = (text: string): string => `"${text.replace(/[^\p{L}\p{N} ,.()-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`;

/**
 * @param foot - empty: as the page has it
 */
export function setFoot(foot: string, head: string) {
  if (!('adoptedStyleSheets' in document) || (!sheet && !foot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const rule = `@page lb-result { @bottom-center { content: none; } @bottom-left { content: ${quoted(foot)}; font: 8.5pt sans-serif; color: #333; }
    @top-right { content: ${quoted(head)}; font: 8.5pt sans-serif; color: #555; } }`;
  sheet.replaceSync(foot ? rule : '');
}
