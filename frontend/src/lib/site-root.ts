/* Where the site begins, known from where the page's script stands: it runs while the script does, and never later. */

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** the folder of the handbook, with a final slash */
export const HANDBOOK_ROOT: string = new URL('../../../', script?.src || location.href).href;

/** the folder of the edition that the page stands in, of a handbook in several languages; else that of the handbook */
export const EDITION_ROOT: string = HANDBOOK_ROOT + (script ? document.querySelector<HTMLMetaElement>('meta[name="levelbook:edition"]')?.content ?? '' : '');

/** the path of the whole site, of which the handbook may be a folder: what Material puts before what it remembers */
export const SITE_PATH: string = new URL(script?.dataset.base || HANDBOOK_ROOT, location.href).pathname;

/** whether colours follow the device until somebody chooses others */
export const COLOURS_FOLLOW_DEVICE: boolean = script?.dataset.auto !== undefined;
