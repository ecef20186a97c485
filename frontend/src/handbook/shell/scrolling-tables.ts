/* Tables of hand-written pages that are wider than their window scroll sideways in a frame of Material's. Whoever has no
   mouse gets there with the keyboard, and hears below which heading the table stands; a frame that fits is no stop. */

export {};

const FRAME = '.md-typeset__scrollwrap';

/** The id of the heading above. */
function headed(frame: Element): string {
  let above = frame.previousElementSibling;
  while (above && !above.matches(':is(h1, h2, h3, h4)[id]')) above = above.previousElementSibling;
  return above?.id ?? '';
}

function reach(frame: HTMLElement) {
  if (frame.scrollWidth <= frame.clientWidth) {
    for (const name of ['tabindex', 'role', 'aria-labelledby']) frame.removeAttribute(name);
    return;
  }
  frame.tabIndex = 0;
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-labelledby', headed(frame));
}

function reachAll() {
  document.querySelectorAll<HTMLElement>(FRAME).forEach(reach);
}

addEventListener('resize', reachAll);
if (document.readyState === 'complete') reachAll();
else addEventListener('load', reachAll);
