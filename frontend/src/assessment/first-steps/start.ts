/* What pages load when somebody takes the first steps of a self-assessment. */

import { speaker } from '../../lib/words.ts';
import { chosen, team } from './made-up.ts';
import { banner, showExample } from './shown-example.ts';
import { Walk } from './walk.ts';

const word = speaker({ words: window.levelbookFirst?.words ?? {} }, 'first');
let walk: Walk | undefined;

window.levelbookFirstSteps = {
  walk(host, code) {
    walk ??= new Walk(host, word);
    walk.begin(code);
  },
  example(host) {
    showExample(host, word);
  },
  team(data, drop) {
    const target = chosen(data.targets);
    return { files: team({ ...data.targets[target], ...data, target }, word), banner: banner(word, drop) };
  },
};
