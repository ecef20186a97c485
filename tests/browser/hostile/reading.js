// What a document holds: markup that none of ours writes, every text a person or a program reads in it, and quotations
// in Markdown and HTML, which hold theirs escaped for whoever pastes them.
(document) => {
  const strange = [];
  const texts = [];
  const quotations = [];
  const isQuotation = (text) => /^(> |<blockquote )/.test(text);
  const say = (element) => strange.push(element.outerHTML.slice(0, 300));
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || /^\s*(javascript|data:text)/i.test(value)) say(element);
      else if (name === 'data-copy' && isQuotation(value)) quotations.push(value);
      else if (value) texts.push(value);
    }
  }
  for (const script of document.querySelectorAll('script')) {
    const source = script.getAttribute('src');
    if (script.type === 'application/json') texts.push(...strings(JSON.parse(script.textContent)));
    else if (source === null ? script.textContent.includes('hit(') : !/^(?![a-z]+:|\/\/)(.*\/)?assets\//.test(source)) say(script);
  }
  const policy = document.querySelector('head > meta[http-equiv="Content-Security-Policy"]');
  if (!policy?.content.match(/^default-src '(none|self)'/)) say(policy ?? document.head);
  for (const element of document.querySelectorAll('img[src="x"], iframe, object, embed, base, svg svg, meta[http-equiv]')) {
    const forward = element.matches('meta[http-equiv="refresh"]') && /^0; ?url=\.\.\//.test(element.content);
    const outside = element.matches('base[target="_blank"]:not([href])'); // the links of a card leave its frame
    if (!forward && !outside && element !== policy) say(element);
  }
  for (const style of document.querySelectorAll('style')) {
    texts.push(style.textContent.replace(/\\([0-9a-f]{1,6}) ?/g, (_, code) => String.fromCodePoint(parseInt(code, 16))));
  }
  const body = document.documentElement.cloneNode(true);
  for (const one of body.querySelectorAll('script, style')) one.remove();
  for (const one of body.querySelectorAll('.lb-kit__more dd.is-mono')) {
    if (!isQuotation(one.textContent)) continue;
    quotations.push(one.textContent);
    one.remove();
  }
  // where changed words stand in one sentence, it is read twice: as it says now, and as it said
  for (const mixed of [...body.querySelectorAll(':has(> ins):has(> del)')]) {
    for (const left of ['ins', 'del']) {
      const sentence = mixed.cloneNode(true);
      for (const one of sentence.querySelectorAll(left)) one.remove();
      texts.push(sentence.textContent);
    }
    mixed.remove();
  }
  texts.push(body.textContent);
  return { strange, quotations, texts: texts.filter((text) => /Z\d+z|hit\(|7\*7|onload|R&D/.test(text)) };

  function strings(value) {
    if (typeof value === 'string') return [value];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...strings(inner)]);
  }
}
