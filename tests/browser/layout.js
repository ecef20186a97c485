() => {
  // What does not fit on the page that is shown: the page itself, words broken inside, boxes whose text runs out of them.
  const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’']+/gu;
  const BOXES = 'th, td, caption, h1, h2, h3, h4, button, .lb-btn, .lb-seg label > span, summary, legend, label, li > a, dt, dd';
  const UNBOUND = 'code, kbd, pre, textarea, script, style, svg, math, .lb-code, .is-mono, [data-link-text]';
  const found = [];
  const name = (el) => {
    const at = el.closest('[class]') || el;
    return `<${el.tagName.toLowerCase()} ${at.className.baseVal ?? at.className}>`;
  };
  const clipped = new Map([[document.body, false], [null, false]]);
  const isClipped = (el) => {
    if (!clipped.has(el)) {
      const { clipPath, visibility, opacity } = getComputedStyle(el);
      clipped.set(el, clipPath !== 'none' || visibility === 'hidden' || opacity === '0' || isClipped(el.parentElement));
    }
    return clipped.get(el);
  };
  const scrolls = (el) => {
    for (let box = el.parentElement; box && box !== document.body; box = box.parentElement) {
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };
  // Of a sign that ends a phrase the second half is blank; where a line just fits with it, Chromium lets that hang out.
  const CLOSING = /[、。，．；：！？）」』】》〉〕”’]/u;
  const hasBlankOver = (box) => {
    const edge = box.getBoundingClientRect().right + 1;
    const all = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let isOver = false;
    while (all.nextNode()) {
      const { currentNode: node } = all;
      for (let at = 0; at < node.data.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const over = [...range.getClientRects()].filter((rect) => rect.right > edge);
        if (over.some((rect) => !CLOSING.test(node.data[at]) || rect.right - rect.width / 2 > edge)) return false;
        isOver ||= over.length > 0;
      }
    }
    return isOver;
  };
  const width = document.documentElement.clientWidth;
  const sideways = document.documentElement.scrollWidth - width;
  if (sideways > 0) {
    const wide = [...document.body.querySelectorAll('*')].filter((el) => el.getBoundingClientRect().right > width + 1 && !scrolls(el));
    found.push(`the page is ${sideways} px too wide: ${wide.slice(-3).map((el) => `${name(el)} ${el.textContent.trim().slice(0, 30)}`).join(' | ')}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const around = node.parentElement;
    if (!node.data.trim() || around.closest(UNBOUND) || !around.checkVisibility()) continue;
    if (isClipped(around)) continue;
    range.selectNodeContents(node);
    if (range.getClientRects().length < 2) continue;
    for (const { 0: word, index } of node.data.matchAll(WORD)) {
      if (/[\u3400-\u9fff]/.test(word)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top)));
      if (tops.size > 1) found.push(`broken: “${word}” in ${name(around)}`);
    }
  }
  for (const box of document.body.querySelectorAll(BOXES)) {
    const { display, overflowX } = getComputedStyle(box);
    if (['inline', 'contents', 'none'].includes(display) || overflowX === 'auto' || !box.clientWidth || isClipped(box)) continue;
    // what is placed by hand may hang out of its box, as the word under a chosen figure does; the page's width holds it
    const hangs = [...box.querySelectorAll('small')].some((el) => getComputedStyle(el).position === 'absolute');
    if (box.scrollWidth > box.clientWidth + 1 && !hangs && !hasBlankOver(box)) {
      found.push(`cut by ${box.scrollWidth - box.clientWidth} px: ${name(box)} “${box.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}”`);
    }
  }
  const pen = document.createElement('canvas').getContext('2d');
  for (const field of document.body.querySelectorAll('input[placeholder]')) {
    const style = getComputedStyle(field);
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    pen.font = `${style.fontSize} ${style.fontFamily}`;
    if (room > 0 && pen.measureText(field.placeholder).width > room + 1) found.push(`cut: the words in a field “${field.placeholder}”`);
  }
  return [...new Set(found)];
}
