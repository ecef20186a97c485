/* What a release changed. */

import '../handbook/release-filter.ts';
