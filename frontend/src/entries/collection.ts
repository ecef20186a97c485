/* A collection of indicators. */

import '../collection/page.tsx';
