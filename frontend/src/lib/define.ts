/* Custom elements. */

/** Defines an element once, also where two scripts of a page bring it. */
export function define(name: string, element: CustomElementConstructor) {
  if (!customElements.get(name)) customElements.define(name, element);
}
