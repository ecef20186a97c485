/* A grade's page. */

import '../handbook/guidance/folds.ts';
import '../handbook/level-switch.ts';
