/* A toast that says what was done and can undo it. It stays long enough to be read and reached by keys. */

const SHOWN_MS = 10_000;
let timer = 0;

/**
 * @param undo - what to do when it is asked for
 */
export function offerUndo(sentence: string, label: string, undo: () => void) {
  const toast = document.querySelector<HTMLElement>('.lb-toast');
  if (!toast) return;
  const away = () => {
    toast.hidden = true;
    toast.replaceChildren();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (toast.matches(':hover, :focus-within') ? wait() : away()), SHOWN_MS);
  };
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'lb-link';
  button.textContent = label;
  button.addEventListener('click', () => {
    clearTimeout(timer);
    away();
    undo();
  });
  toast.hidden = false;
  toast.replaceChildren(`${sentence} `, button);
  wait();
}
