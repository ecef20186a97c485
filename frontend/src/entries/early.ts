/* Runs in the <head>, before anything is painted. */

import '../handbook/early.ts';
