/* The comparison of positions. */

import '../handbook/positions.ts';
