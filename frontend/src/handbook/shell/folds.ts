/* Folded parts open where a link leads into them, and for paper. */

function openAround(id: string) {
  let folded = document.getElementById(id)?.closest('details:not([open])');
  while (folded instanceof HTMLDetailsElement) {
    folded.open = true;
    folded = folded.parentElement?.closest('details:not([open])');
  }
}

function openTarget() {
  const target = decodeURIComponent(location.hash.slice(1));
  if (!target) return;
  openAround(target);
  document.getElementById(target)?.scrollIntoView();
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
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.closest('details:not([open])')) openTarget();
}
