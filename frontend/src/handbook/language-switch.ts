/* The link to the same page in another language leads to the same place on it, in the same view. */

const SWITCH = 'a.lb-language';

/** What stands behind the address may change while the page is read, so it is taken when somebody comes to the link. */
function follow({ target }: Event) {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>(SWITCH) : null;
  if (!link) return;
  link.search = location.search;
  link.hash = location.hash;
}

for (const kind of ['pointerdown', 'focusin', 'click']) document.addEventListener(kind, follow, true);

export {};
