/* A checklist: filled in, its result, its plan. */

import '../assessment/form/app.ts';
<<<<<<< HEAD
import '../assessment/form/print.ts';
import '../assessment/form/side-panel.ts';
import '../assessment/plan/page.tsx';
=======
import '../assessment/form/side-panel.tsx';
import '../assessment/plan/page.ts';
>>>>>>> f4
import '../assessment/result/page.ts';
