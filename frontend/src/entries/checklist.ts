/* A checklist as one fills it in; its other views come with a script of their own. */

import '../assessment/form/app.ts';
import '../assessment/form/side-panel.tsx';
import '../handbook/guidance/folds.ts';
