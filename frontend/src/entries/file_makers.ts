/* What few ask for, loaded when somebody first does: tables and a calendar of an assessment, and moving on to a newer release. */

import '../assessment/plan/file-makers.ts';
import '../assessment/result/moving-on.ts';
