/* What the server says of the last build, sorted by what is to be done. */

import type { PreviewState, ShownProblem } from '../generated/served.ts';

/** those that keep pages as they were */
export const errorsIn = ({ problems }: PreviewState): ShownProblem[] => problems.filter(({ severity }) => severity === 'error');

/** those that a program may mend */
export const safeIn = (problems: readonly ShownProblem[]): ShownProblem[] => problems.filter((problem) => problem.is_safe);
