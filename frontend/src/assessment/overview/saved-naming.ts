/* The name of a saved assessment while it is being typed: saved a moment later, and when the page is left. */

import * as library from '../storage/library.ts';
import type { Problem } from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { ownName } from './saved-assessment.ts';
import type { Saved } from './saved-assessment.ts';

const SOON = 400; // milliseconds a name may wait before it is saved

export class NameDraft {
  typed: { saved: Saved; name: string } | null = null;
  timer = 0;
  readonly fail: (problem: Problem) => void;

  /**
   * @param fail - told why a name could not be saved
   */
  constructor(fail: (problem: Problem) => void) {
    this.fail = fail;
  }

  type(saved: Saved, name: string) {
    this.typed = { saved, name };
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), SOON);
  }

  /**
   * The list stays as it is: whoever goes on with the tab key must not lose the place.
   * @returns whether what was typed is saved
   */
  flush(): boolean {
    clearTimeout(this.timer);
    const { typed } = this;
    this.typed = null;
    if (!typed) return true;
    const { saved, name } = typed;
    if (ownName(saved) === name.trim() || !store.read(saved.doc.id).doc) return true;
    const problem = saved.seat === 'manager' ? callTheirs(saved, name.trim()) : nameOwn(saved, name);
    if (problem) this.fail(problem);
    return !problem;
  }
}

/** How a manager calls the one who is rated: beside the document, which is the employee's. */
function callTheirs(saved: Saved, name: string): Problem | undefined {
  saved.called = name;
  return seats.call(saved.doc.id, name).problem;
}

function nameOwn(saved: Saved, name: string): Problem | undefined {
  const { doc, problem } = library.rename(saved.doc.id, name);
  if (doc && !problem) saved.doc = doc; // what its buttons hand over
  return problem;
}
