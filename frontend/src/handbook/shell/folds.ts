/* Folded parts open where a link leads into them, and for paper. */

function openAround(target: HTMLElement) {
  let folded: Element | null | undefined = target.closest('details:not([open])');
  while (folded instanceof HTMLDetailsElement) {
    folded.open = true;
    folded = folded.parentElement?.closest('details:not([open])');
  }
}

/** What the address leads to on this page. */
function targetOf(hash: string): HTMLElement | null {
  try {
    return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  } catch {
    return null; // no address of ours: a lone per cent sign
  }
}

function openTarget() {
  const target = targetOf(location.hash);
  if (!target) return;
  openAround(target);
  target.scrollIntoView();
}

export function startFolds() {
  const opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false;
  });
  addEventListener('hashchange', openTarget);
  if (targetOf(location.hash)?.closest('details:not([open])')) openTarget();
}
