/* Noting something, and on a checklist what was noted: loaded when somebody does, or has. */

import '../assessment/own-notes/start.ts';
