/* Tables and a calendar of an assessment: loaded when somebody first asks for such a file. */

import '../assessment/plan/file-makers.ts';
