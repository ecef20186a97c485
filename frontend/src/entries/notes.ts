/* The editor's notes, and answers to those that ask. */

import '../handbook/note-filter.ts';
import '../questions/page.tsx';
