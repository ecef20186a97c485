/* A level's page. */

import '../handbook/guidance/folds.ts';
import '../handbook/level-switch.ts';
import '../handbook/mine/own-level.ts';
import '../handbook/news/start.ts';
