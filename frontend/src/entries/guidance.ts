/* What the handbook adds of its own: loaded when a fold of it is first opened. */

import '../handbook/guidance/fill.ts';
