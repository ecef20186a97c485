/* What few ask for, loaded when somebody first does (`on-demand`): tables and a calendar of an assessment, what a newer release
   has changed, and moving on to it. */

import '../assessment/form/what-changed.ts';
import '../assessment/plan/file-makers.ts';
import '../assessment/result/moving-on.ts';
