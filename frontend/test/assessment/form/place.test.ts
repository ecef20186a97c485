import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeIn } from '../../../src/assessment/form/place.ts';

/** a parent of which only the order of its children is asked */
function parentOf(...names: string[]) {
  const children = names.map((name) => ({ name }) as Node & { name: string });
  const parent = {
    nodeType: 1,
    insertBefore(node: Node & { name: string }, next: (Node & { name: string }) | null) {
      children.splice(next ? children.indexOf(next) : children.length, 0, node);
      return node;
    },
    removeChild(node: Node & { name: string }) {
      children.splice(children.indexOf(node), 1);
      return node;
    },
  };
  return { children, parent: parent as typeof parent & Node, order: () => children.map(({ name }) => name).join('') };
}

const node = (name: string) => ({ name }) as Node & { name: string };

test('what is added stands in front of what comes after the place', () => {
  const { parent, children, order } = parentOf('a', 'z');
  const place = placeIn(parent, children[1]);
  const last = node('c');
  place.appendChild(last);
  place.insertBefore(node('b'), last);
  place.insertBefore(node('d'), null);
  assert.equal(order(), 'abcdz');
});

test('a place at the end grows there, and leaves what others wrote when it is emptied', () => {
  const { parent, order } = parentOf('a');
  const place = placeIn(parent);
  const added = node('b');
  place.appendChild(added);
  assert.equal(order(), 'ab');
  place.removeChild(added);
  assert.equal(order(), 'a');
});

test('a place goes on with what the server wrote for it, and with nothing else', () => {
  const { parent, children } = parentOf('a', 'b');
  assert.equal(placeIn(parent, null, [children[1]]).firstChild, children[1]);
  assert.equal(placeIn(parent).firstChild, null);
});
