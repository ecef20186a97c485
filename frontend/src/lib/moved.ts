/* Whether the handbook has moved away from where this page is. What a browser keeps belongs to scheme, host and port: within them
   everything comes along by itself. */

/**
 * @param to - where it is now; nothing where it has not moved
 */
export function isElsewhere(to: string, here: string = location.origin): boolean {
  try {
    return /^https?:/i.test(to) && new URL(to).origin !== here;
  } catch {
    return false;
  }
}
