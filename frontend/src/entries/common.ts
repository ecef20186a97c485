/* What every page has: the search field, links that copy, the menu of narrow screens, the language of what is written later. */

import '../handbook/copy-link.ts';
import '../handbook/mobile-menu.ts';
import '../lib/language.ts';
import '../search/search-box.ts';
