/* What is saved in this browser. */

import '../assessment/overview/saved-list.tsx';
import '../assessment/own-notes/list.tsx';
import '../assessment/backup/move.tsx';
