/* The weights of positions. */

import '../handbook/weight-readings.ts';
