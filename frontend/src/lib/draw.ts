/* Elements made by hand, for views that are no components. */

const SVG = 'http://www.w3.org/2000/svg';

export type Child = Node | string | null | undefined | false;
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/**
 * @param attributes - false leaves one out, true sets it empty
 * @param children - what is missing is left out
 */
function furnish(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
}

export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes?: Attributes, children?: readonly Child[]): HTMLElementTagNameMap[Tag];
export function make(tag: string, attributes?: Attributes, children?: readonly Child[]): HTMLElement;
export function make(tag: string, attributes: Attributes = {}, children: readonly Child[] = []): HTMLElement {
  const element = document.createElement(tag);
  furnish(element, attributes, children);
  return element;
}

export function svg(tag: string, attributes: Attributes = {}, children: readonly Child[] = []): SVGElement {
  const element = document.createElementNS(SVG, tag);
  furnish(element, attributes, children);
  return element;
}

/**
 * @param look - its classes
 * @returns a button that does something
 */
export function button(text: string, look: string, act: () => void, more: Attributes = {}): HTMLButtonElement {
  const made = make('button', { type: 'button', class: look, ...more }, [text]);
  made.addEventListener('click', act);
  return made;
}
