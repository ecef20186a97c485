/* Opening and closing the cells of the matrix, and which of them paper shows. */

const CELL = 'details.lb-mx__more';

/** A cell that the reader has opened is printed open; every other one is opened for paper, but says its summary only. */
function mark(cell: HTMLDetailsElement, open: boolean) {
  cell.classList.toggle('is-asked', open);
}

/** The button says what it will do next: it closes all while every cell is open, however that came about. */
export function startCells(matrix: HTMLElement) {
  const button = matrix.querySelector<HTMLButtonElement>('button[data-close]');
  if (!button) return;
  const words = { open: button.textContent, close: button.dataset.close || '' };
  const cells = [...matrix.querySelectorAll<HTMLDetailsElement>(CELL)];

  const areOpen = () => cells.every((cell) => cell.open);
  const show = () => {
    button.textContent = areOpen() ? words.close : words.open;
  };
  button.addEventListener('click', () => {
    const open = !areOpen();
    for (const cell of cells) {
      cell.open = open;
      mark(cell, open);
    }
    show();
  });
  matrix.addEventListener('click', (event) => {
    const cell = event.target instanceof Element && event.target.closest('summary')?.closest<HTMLDetailsElement>(CELL);
    if (cell) mark(cell, !cell.open);
  });
  matrix.addEventListener('toggle', show, true); // it does not bubble
  show();
}
