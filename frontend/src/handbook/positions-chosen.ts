/* Which of many positions stand side by side. */

/**
 * Those chosen, with one more that is asked for: where all places are taken it takes that of the last.
 * @param chosen - in the order of the page
 * @param most - how many there is room for
 */
export function including(chosen: readonly string[], asked: string, most: number): string[] {
  return chosen.includes(asked) ? [...chosen] : [...chosen.slice(0, most - 1), asked];
}

/** Whether a row does not say the same everywhere. */
export const differs = (cells: readonly string[]): boolean => new Set(cells).size > 1;
