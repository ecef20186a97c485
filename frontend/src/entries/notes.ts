/* The editor's notes. */

import '../handbook/note-filter.ts';
