/* Elements made by hand, for the few places that are no components. */

type Child = Node | string;
type Attributes = Readonly<Record<string, string | number | boolean>>;

/**
 * @param attributes - false leaves one out, true sets it empty
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}
