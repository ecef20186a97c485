/* A course's page. */

import '../handbook/course-since.ts';
