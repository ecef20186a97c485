/* The home page. */

import '../handbook/picker.ts';
import '../handbook/mine/home.tsx';
