/* What scripts write into a page later gets its `lang` too, as the page had it when it was built: Chinese texts of the
   handbook on an English page. */

const HAN = /[\u3400-\u9fff]/;
const CHINESE = 'zh-Hans';
const marked: WeakSet<Element> = new WeakSet();

function mark(text: Node) {
  const element = text.parentElement;
  if (!element || ['SCRIPT', 'STYLE'].includes(element.tagName)) return;
  const chinese = HAN.test(text.nodeValue || '');
  if (marked.has(element) && !HAN.test(element.textContent || '')) element.removeAttribute('lang');
  else if (chinese && !element.closest(':lang(zh)')) {
    marked.add(element);
    element.setAttribute('lang', CHINESE);
  }
}

function look(node: Node) {
  if (node.nodeType === Node.TEXT_NODE) {
    mark(node);
    return;
  }
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) mark(texts.currentNode);
}

const observer = new MutationObserver((records) => {
  for (const record of records) {
    if (record.type === 'characterData') mark(record.target);
    else record.addedNodes.forEach(look);
  }
});

if (!document.documentElement.lang.startsWith('zh')) {
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}

export {};
