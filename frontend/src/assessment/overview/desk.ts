/* How the list of what is saved opens files: nothing is shown here, and names are those that the file brings. */

import { figure } from '../../lib/format.ts';
import { held } from '../storage/held.ts';
import type { Desk } from '../opening/desk.ts';
import * as store from '../storage/store.ts';
import type { SavedData } from './saved-assessment.ts';

/**
 * @param home - in which dialogs stand
 * @param show - shows the list as it is now
 */
export function deskOf(home: HTMLElement, data: SavedData, show: () => void): Desk {
  return {
    home, data,
    reader: { itemName: () => '', rating: (_, points) => figure(points), planName: () => '' },
    current: () => null,
    shows: () => true,
    carried: (doc) => doc,
    hold: (...ids) => {
      const back = held(...ids);
      return () => {
        back();
        show();
      };
    },
    change: (id, change) => {
      const { doc, problem } = store.read(id);
      if (!doc) return problem;
      change(doc);
      return store.write(doc).problem;
    },
    open: show,
  };
}
