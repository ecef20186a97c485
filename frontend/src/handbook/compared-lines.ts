/* A page does not bring its own sentences along once more with each comparison: a compared line that is one of the page's own lines has
   its seal and what it takes the place of; sentence and tools are those of the line with its code. */

import { codeOfLine } from '../lib/dom.ts';

/** what stands beside the sentence in a line of the page: its number and name, seals, notes, where it comes from; the sentence has no classes */
const ASIDES = ':scope > :is([class], b)';
/** ways into the data, which the page's own lines alone have */
const EDITING = '.lb-layer';

/** @param own - the lines of the page */
export function completeLines(lines: DocumentFragment, own: Element): void {
  const byCode = new Map([...own.querySelectorAll<HTMLElement>('.lb-ind')].map((line) => [codeOfLine(line), line]));
  for (const line of lines.querySelectorAll<HTMLElement>('[data-code]')) {
    const source = byCode.get(codeOfLine(line));
    if (source) complete(line, source);
  }
}

function complete(line: HTMLElement, source: Element) {
  if (!line.querySelector('.lb-ind__text')) addSentence(line, source);
  if (!line.querySelector('.lb-ind__tools')) addTools(line, source);
}

function addSentence(line: HTMLElement, source: Element) {
  const text = copyOf(source, '.lb-ind__text', ASIDES);
  if (!text) return;
  text.normalize();
  const { firstChild, lastChild } = text;
  if (firstChild instanceof Text) firstChild.data = firstChild.data.trimStart();
  if (lastChild instanceof Text) lastChild.data = lastChild.data.trimEnd();
  text.append(...line.querySelectorAll(':scope > .lb-ind__was'));
  line.append(text);
}

function addTools(line: HTMLElement, source: Element) {
  const tools = copyOf(source, '.lb-ind__tools', EDITING);
  if (tools) line.append(tools);
}

/** a part of a line without some of what is in it */
function copyOf(source: Element, part: string, without: string): Node & ParentNode | null {
  const copy = source.querySelector(part)?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return null;
  for (const left of copy.querySelectorAll(without)) left.remove();
  return copy;
}
