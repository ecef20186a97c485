/* The buttons by which something is noted, at every competency of a page, and what they load when one is first pressed: most
   readers note nothing, and level pages are long enough. On a checklist notes that are there are shown, so it is loaded then. */

import { define } from '../lib/define.ts';
import { make } from '../lib/draw.ts';
import { load, loadStyle } from '../lib/load.ts';
import { get } from '../lib/local-storage.ts';
import { EDITION_ROOT, HANDBOOK_ROOT } from '../lib/site-root.ts';
import { wordIn } from '../lib/words.ts';

declare global {
  interface Window {
    /** what the file of words brings: addresses below the handbook's folder */
    levelbookNoteIt?: { script: string; style: string; words: Record<string, string>; list: string };
    /** what the script brings: opens the field of a button */
    levelbookNote?: (button: HTMLElement) => void;
  }
}

const SPOTS = '.lb-comp__tools, .lb-one__go, .lb-item__acts';

let loading: Promise<void> | undefined;

async function bring(file: string): Promise<void> {
  await load(EDITION_ROOT + file);
  const { script = '', style = '' } = window.levelbookNoteIt ?? {};
  await Promise.all([loadStyle(HANDBOOK_ROOT + style), load(HANDBOOK_ROOT + script)]);
}

class LbNoteIt extends HTMLElement {
  connectedCallback() {
    for (const spot of document.querySelectorAll(SPOTS)) this.dress(spot);
    if (get('levelbook.notes') && document.querySelector('lb-assess')) void this.ready();
  }

  dress(spot: Element) {
    const link = spot.parentElement?.querySelector('.lb-code'); // level pages show a short code
    const code = spot.closest<HTMLElement>('[data-item]')?.dataset.item || /id\/([^/]+)/.exec(link?.getAttribute('href') ?? '')?.[1] || link?.textContent;
    if (!code) return;
    const say = wordIn(this, 'say');
    const button = make('button', {
      type: 'button', class: spot.matches('.lb-one__go') ? 'lb-btn' : 'lb-link', 'data-note': code, 'aria-label': `${say} ${code}`,
    }, [say]);
    button.onclick = async () => {
      await this.ready();
      window.levelbookNote?.(button);
    };
    spot.append(button);
  }

  ready(): Promise<void> {
    loading ??= bring(wordIn(this, 'file'));
    loading.catch(() => (loading = undefined)); // tried again
    return loading;
  }
}

define('lb-noteit', LbNoteIt);
