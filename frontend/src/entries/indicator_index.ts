/* The index of indicators. */

import '../search/field/index-page.ts';
