/* First steps of a self-assessment, one item a screen or an example: loaded when somebody takes one. */

import '../assessment/first-steps/start.ts';
