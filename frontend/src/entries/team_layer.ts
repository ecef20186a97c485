/* The gaps of a team on the matrix: loaded when somebody first opens files there. */

import '../assessment/overview/layer.tsx';
