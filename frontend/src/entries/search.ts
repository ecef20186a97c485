/* The list under a search field: loaded when somebody first goes to one. */

import '../search/popup.tsx';
