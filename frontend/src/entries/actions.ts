/* Courses and practices. */

import '../handbook/action-filter.ts';
