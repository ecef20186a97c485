/* A level's page. */

import '../handbook/level-switch.ts';
import '../handbook/mine/own-level.ts';
import '../handbook/news/start.ts';
