/* The index of indicators. */

import '../search/index-page.ts';
