/* The matrix of a sequence. */

import '../handbook/matrix/filter.ts';
