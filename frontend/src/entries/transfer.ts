/* A move from one role to another. */

import '../transfer/page.ts';
