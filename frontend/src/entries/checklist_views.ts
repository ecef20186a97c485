/* What one sees of a checklist besides its form: loaded when its page is idle, or when such a view is opened. */

import '../assessment/plan/page.tsx';
import '../assessment/result/element.tsx';
import '../assessment/talk/element.tsx';
