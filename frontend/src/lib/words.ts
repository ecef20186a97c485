/* The words of the page, with facts put into them. */

/** Puts the facts into a sentence of the page: fill('{n} 条', {n: 3}). */
export function fill(sentence: string, facts: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
}

/** the words of an area */
export function speaker(data: {words: Record<string, string>}, area: string): (key: string, facts?: Record<string, string | number>) => string {
  return (key, facts = {}) => {
    const one = 'n' in facts && String(facts.n) === '1' ? data.words[`${area}.${key}_one`] : undefined;
    return fill(one || data.words[`${area}.${key}`] || '', facts);
  };
}
