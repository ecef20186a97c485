/* A place among what the server wrote, into which a component is rendered without an element around it. */

import type { ContainerNode } from 'preact';

/**
 * @param next - what comes after it; null at the end of the parent
 * @param adopted - what the server wrote for it: the component goes on with these elements
 */
export function placeIn(parent: Node, next: Node | null = null, adopted: Node[] = []): ContainerNode {
  return {
    nodeType: parent.nodeType,
    parentNode: null,
    firstChild: adopted[0] ?? null,
    childNodes: adopted,
    insertBefore: (node, before) => parent.insertBefore(node as Node, (before as Node | null) ?? next),
    appendChild: (node) => parent.insertBefore(node as Node, next),
    removeChild: (child) => parent.removeChild(child as Node),
  };
}

/** The place in front of an element. */
export function placeBefore(next: Element): ContainerNode {
  return placeIn(next.parentNode ?? next, next);
}
