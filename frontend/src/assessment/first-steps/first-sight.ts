/* What a checklist says to whom it is new in this browser, and the ways into it; the walk can be taken at any time. */

import { valueAt } from '../../lib/values.ts';
import { firstSteps } from './opener.ts';
import type { FirstSteps } from './opener.ts';
import type { Host } from '../host.ts';

export function listenToFirstSteps(host: Host) {
  const box = host.querySelector<HTMLElement>('.lb-first');
  if (!box) return;
  const blind = box.querySelector('input');
  let isPassed = false;
  const show = () => {
    const { keeper, view, closed } = host;
    const isNew = !isPassed && !keeper.kept && !keeper.failed && !closed && !keeper.list().length;
    box.hidden = !isNew || view !== 'check';
  };
  const pass = () => {
    isPassed = true;
    if (!box.hidden && blind?.checked) host.update((draft) => { draft.blind = true; });
    show();
  };
  const take = async (act: (steps: FirstSteps) => void) => {
    const steps = await firstSteps(box.dataset.file ?? '');
    if (steps) act(steps);
    else host.say(box.dataset.failed ?? '');
  };
  const walk = (code: string) => void take((steps) => {
    pass();
    steps.walk(host, code);
  });
  const ways: Record<string, () => void> = {
    walk: () => { walk(host.at); },
    example: () => void take((steps) => { steps.example(host); }),
    whole: () => {
      pass();
      host.next('');
    },
  };
  host.addEventListener('click', ({ target }) => {
    const way = target instanceof Element ? target.closest<HTMLElement>('[data-first]')?.dataset.first : undefined;
    if (way !== undefined && Object.hasOwn(ways, way)) ways[way]();
  });
  for (const name of ['lb-change', 'lb-view'] as const) host.addEventListener(name, show);
  const left = valueAt(history.state, 'walk');
  if (typeof left === 'string' && left) walk(left);
}
