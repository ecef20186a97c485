/* How files are chosen: a hidden field to choose them with, a place to drop them on. */

import { make } from '../../lib/draw.ts';

/**
 * @param more - attributes
 * @returns its click() lets the person choose
 */
export function fileField(take: (files: File[]) => void, more: Record<string, boolean> = {}): HTMLInputElement {
  const field = make('input', { type: 'file', accept: '.json,application/json', hidden: true, ...more });
  field.addEventListener('change', () => {
    const files = Array.from(field.files || []);
    field.value = ''; // or the same file could not be chosen again
    if (files.length) take(files);
  });
  return field;
}

/** Lets files be dropped on an element; one that falls beside it does not take the place of the page. */
export function fileDrop(element: HTMLElement, take: (files: File[]) => void) {
  const over = (event: DragEvent) => {
    const { dataTransfer, target } = event;
    if (!dataTransfer || !dataTransfer.types.includes('Files')) return false;
    event.preventDefault();
    return target instanceof Node && element.contains(target);
  };
  window.addEventListener('dragover', (event) => element.classList.toggle('is-over', over(event)));
  window.addEventListener('dragleave', () => element.classList.remove('is-over'));
  window.addEventListener('drop', (event) => {
    const files = over(event) && event.dataTransfer ? Array.from(event.dataTransfer.files) : [];
    element.classList.remove('is-over');
    if (files.length) take(files);
  });
}
