/* What a value is. */

/** whether it has keys and values */
export const isMapping = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
