/* The gaps of a team on the matrix: what they need is loaded when they are first asked for, by the button or by files that are dropped. */

import type { TeamLayerFile } from '../../generated/page-data.ts';
import { load, loadStyle } from '../../lib/load.ts';
import { EDITION_ROOT, HANDBOOK_ROOT } from '../../lib/site-root.ts';
import { wordIn } from '../../lib/words.ts';

declare global {
  interface Window {
    /** what the file of a sequence brings */
    levelbookTeamLayer?: TeamLayerFile;
    /** what the script brings: opens the layer, or adds files to it; without files it is closed where it is open */
    levelbookShowTeam?: (button: HTMLButtonElement, files: readonly File[]) => void;
  }
}

const bringsFiles = (event: DragEvent): boolean => Boolean(event.dataTransfer?.types.includes('Files'));

async function bring(file: string): Promise<void> {
  await load(file);
  const { script = '', style = '', words = '' } = window.levelbookTeamLayer ?? {};
  await Promise.all([loadStyle(HANDBOOK_ROOT + style), load(EDITION_ROOT + words)]);
  await load(HANDBOOK_ROOT + script);
}

let loading: Promise<void> | undefined;

async function show(button: HTMLButtonElement, files: readonly File[]) {
  try {
    await (loading ??= bring(wordIn(button, 'file')));
    window.levelbookShowTeam?.(button, files);
  } catch {
    loading = undefined; // tried again
    tell(wordIn(button, 'failed'));
  }
}

function tell(sentence: string) {
  const toast = document.querySelector<HTMLElement>('.lb-toast');
  if (!toast) return;
  toast.textContent = sentence;
  toast.hidden = false;
}

/** Files can be dropped anywhere on the page: beside it a browser would leave it for them. */
export function startTeam(matrix: HTMLElement) {
  const button = matrix.querySelector<HTMLButtonElement>('#team');
  if (!button) return;
  button.addEventListener('click', () => void show(button, []));
  window.addEventListener('dragover', (event) => { if (bringsFiles(event)) event.preventDefault(); });
  window.addEventListener('drop', (event) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    void show(button, [...(event.dataTransfer?.files ?? [])]);
  });
  if (location.hash === '#team') button.click();
}
