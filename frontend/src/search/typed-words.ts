/* Words and signs that are looked for in what people typed and wrote; none of them is ever shown. */

/** what people type behind a level, which says no more */
export const AFTER_LEVEL = /(的|之)?(岗位|能力|任职)?(要求|标准|能力|指标|资格|requirements?|expectations?)$/;

/** what people type that adds little to a name: things are found without it */
export const SOFT = new Set(['能力', '力', '能力项', '岗位', '序列', '要求', '标准', '级别', '职级', '指标', 'level', 'skill', 'skills', 'competency']);

/** what people type that nothing is found by */
export const SAYS_NOTHING = new Set([
  ...'的 了 吗 呢 怎么 怎样 怎么样 如何 什么 哪些 有 有哪些 我 我的 要 是 在 和 与 及 请 想 看 去 哪里 应该 需要 到 跟 比 区别 不同 差别 差异 分别 之间 一下'.split(' '),
  ...'the a an of for to in on at and or how what is are do does my me i where between difference differences vs from'.split(' '),
]);

export const DIGITS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };
/** behind a number the sign of a level */
export const LEVEL_SIGN = '级';
/** the sign of ten */
export const TEN = '十';
/** One to ninety-nine, as one writes it in Chinese: 二, 十, 十二, 二十, 二十一. */
export const NUMERAL = /^(?:[二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])$/;
export const NUMERALS = /[一二两三四五六七八九十]+(?=级)/g;

/** a name with the word for what it is the name of */
export const NAME_WITH_KIND = /^(..+?)(?:任职资格模型|任职模型|岗位说明书|序列|标准|岗位|能力)$/;

/** what stands between parts of one word */
export const JOINS = /[\s\-－‐‑‒–—―_/／·・.'’`]/u;
