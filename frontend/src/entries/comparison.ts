/* Two levels side by side. */

import '../handbook/comparison.ts';
