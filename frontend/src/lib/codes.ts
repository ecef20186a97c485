/* What codes say by themselves. */

/** the indicator that a code is of, or of which it is an item: that has a letter behind it */
export const indicatorOf = (code: string): string => code.replace(/-[a-z]$/, '');
