/* As much of a page as a backup needs beside storage: it asks where the site begins. */

import '../storage/window.ts';

Reflect.set(globalThis, 'location', new URL('https://old.example/book/check/index.html'));
Reflect.set(globalThis, 'document', { currentScript: null });
Reflect.set(globalThis, 'HTMLScriptElement', Function);
