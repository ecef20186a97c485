/* A checklist: filled in, its result, its plan. */

import '../assessment/form/app.ts';
import '../assessment/form/side-panel.tsx';
import '../assessment/plan/page.tsx';
import '../assessment/result/element.tsx';
import '../assessment/talk/element.tsx';
