/* Scripts that a page loads later: data, and code that few need; and their styles. */

/** What browsers call the maker of trusted addresses; no library of types has it yet. */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
    levelbookScripts?: ScriptPolicy;
  }
}

/** The address of a file of the handbook; anything else is an error, whoever asks. */
function ownScript(address: string): string {
  const { origin, protocol, pathname } = new URL(address, location.href);
  const isHere = protocol === location.protocol && origin === location.origin;
  if (isHere && pathname.includes('/assets/levelbook/')) return address;
  throw new TypeError(address);
}

/**
 * Browsers that know of Trusted Types run no script whose address has not passed here: the page's policy says so. There can
 * be one policy of a name on a page, and each of its scripts has this module in it.
 */
function policy(): ScriptPolicy {
  const rules = { createScriptURL: ownScript };
  window.levelbookScripts ??= window.trustedTypes?.createPolicy('levelbook', rules) || rules;
  return window.levelbookScripts;
}

/** the address of the site's folder, as an element of the page knows it */
export const siteOf = ({ dataset }: HTMLElement): string => (dataset.base || '.').replace(/\/?$/, '/');

/**
 * Loads scripts one after the other.
 * @param addresses - with a blank between them
 */
export async function loadAll(addresses: string): Promise<void> {
  for (const src of addresses.split(' ')) await load(src);
}

/** Loads a script, also for data, as fetch() is not allowed on file://. */
export function load(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = policy().createScriptURL(src);
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(src));
    document.head.append(script);
  });
}

/** Adds a style sheet to the page: it is there before what it is for is shown. */
export function loadStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(href));
    document.head.append(link);
  });
}
