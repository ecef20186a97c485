/* English words without their endings, so that prioritise, prioritises and prioritising are one word. Only endings that
   leave the meaning: a longer rule would join what is not one (policy, police). */

const OUR = /our$/;
const DOUBLED = /([bdgklmnprt])\1$/;
const SHORTEST = 3;

/** endings, longest first, each with what stands in its place */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['isations', 'is'], ['isation', 'is'], ['ations', 'at'], ['ation', 'at'],
  ['ements', 'e'], ['ement', 'e'], ['ments', ''], ['ment', ''],
  ['ings', ''], ['ing', ''], ['ies', 'y'], ['ied', 'y'],
  ['ers', ''], ['ed', ''], ['er', ''], ['es', ''], ['ly', ''], ['s', ''],
];

/** What the forms of a word have in common; of other scripts and of short words, the word. */
export function stem(word: string): string {
  if (word.length <= SHORTEST || !/^[a-z]+$/.test(word)) return word;
  const british = word.replace(/([bt])re(?=s?$)/, '$1er');
  const rule = british.endsWith('ss') ? undefined : ENDINGS.find(([ending]) => british.endsWith(ending) && british.length - ending.length >= SHORTEST);
  const bare = rule ? british.slice(0, -rule[0].length) + rule[1] : british;
  const single = bare.length > SHORTEST && DOUBLED.test(bare) ? bare.slice(0, -1) : bare;
  return single.replace(OUR, 'or').replace(/[ey]$/, '');
}
