/* Elements made by hand, for views that are no components. */

const SVG = 'http://www.w3.org/2000/svg';

export type Child = Node | string | null | undefined | false;

/**
 * @param attributes - false leaves one out, true sets it empty
 * @param children - what is missing is left out
 */
function furnish(element: Element, attributes: Record<string, string | number | boolean>, children: Child[]) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
}

export function make(tag: string, attributes: Record<string, string | number | boolean> = {}, children: Child[] = []): HTMLElement {
  const element = document.createElement(tag);
  furnish(element, attributes, children);
  return element;
}

export function svg(tag: string, attributes: Record<string, string | number | boolean> = {}, children: Child[] = []): SVGElement {
  const element = document.createElementNS(SVG, tag);
  furnish(element, attributes, children);
  return element;
}

/**
 * @param look - its classes
 * @returns a button that does something
 */
export function button(text: string, look: string, act: () => void, more: Record<string, string | number | boolean> = {}): HTMLElement {
  const found = make('button', { type: 'button', class: look, ...more }, [text]);
  found.addEventListener('click', act);
  return found;
}

