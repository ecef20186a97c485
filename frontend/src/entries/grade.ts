/* A grade's page. */

import '../handbook/level-switch.ts';
