// @ts-check
/* What scripts write into a page later gets its `lang` too, as the page had it when it was built: Chinese texts of the
   handbook on an English page. */
(function () {
  'use strict';

  const HAN = /[\u3400-\u9fff]/;
  const CHINESE = 'zh-Hans';
  /** @type {WeakSet<Element>} */
  const marked = new WeakSet();

  /** @param {Node} text */
  function mark(text) {
    const element = text.parentElement;
    if (!element || ['SCRIPT', 'STYLE'].includes(element.tagName)) return;
    const chinese = HAN.test(text.nodeValue || '');
    if (marked.has(element) && !HAN.test(element.textContent || '')) element.removeAttribute('lang');
    else if (chinese && !element.closest(':lang(zh)')) {
      marked.add(element);
      element.setAttribute('lang', CHINESE);
    }
  }

  /** @param {Node} node */
  function look(node) {
    if (node.nodeType === Node.TEXT_NODE) return mark(node);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) mark(texts.currentNode);
  }

  if (document.documentElement.lang.startsWith('zh')) return;
  new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') mark(record.target);
      else record.addedNodes.forEach(look);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
})();
