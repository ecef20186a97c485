/* What somebody presses must not move away, under what changes meanwhile, before it is let go. */

let isPressed = false;
const waiting = new Set<() => void>();

function release() {
  isPressed = false;
  setTimeout(() => {
    const acts = isPressed ? [] : [...waiting];
    for (const act of acts) {
      waiting.delete(act);
      act();
    }
  });
}

window.addEventListener('pointerdown', () => { isPressed = true; }, true);
for (const kind of ['pointerup', 'pointercancel', 'keydown']) window.addEventListener(kind, release, true);
// a list that the browser opens itself keeps the release from the page; what was typed changes while the next thing is being pressed
window.addEventListener('change', ({ target }) => { if (target instanceof HTMLSelectElement) release(); }, true);

/** Does it as soon as nothing is pressed. */
export function whenReleased(act: () => void) {
  if (isPressed) waiting.add(act);
  else act();
}
