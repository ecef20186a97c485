/* The home page. */

import '../handbook/picker.ts';
