/* A level's page. */

import '../handbook/level-switch.ts';
