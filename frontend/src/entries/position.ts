/* The calculator of key measures. */

import '../kpi/calculator.ts';
