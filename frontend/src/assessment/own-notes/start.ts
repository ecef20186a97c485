/* What pages load for notes of one's own: opens the field of a button; on a checklist shows what was noted. */

import { open } from '../../own-notes/on-page.tsx';
import { speaker } from '../../lib/words.ts';
import { showIn } from './in-checklist.tsx';

const SHOWN_MS = 6000;
const data = { words: window.levelbookNoteIt?.words ?? {} };
const word = speaker(data, 'note');
let timer = 0;

/** Says something for a while, also to those who listen. */
function tell(sentence: string) {
  const toast = document.querySelector<HTMLElement>('.lb-toast');
  if (!toast) return;
  clearTimeout(timer);
  toast.textContent = sentence;
  toast.hidden = false;
  timer = window.setTimeout(() => { toast.hidden = true; }, SHOWN_MS);
}

window.levelbookNote = (button) => open(button, word, tell);
const host = document.querySelector('lb-assess');
if (host) showIn(host, word);
