/* Several assessments laid together. */

import '../assessment/overview/team.tsx';
