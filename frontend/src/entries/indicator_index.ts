/* The index of indicators. */

import '../handbook/index-filter.ts';
