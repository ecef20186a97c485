/* The calculator of key measures. */

import '../kpi/keep.ts';
