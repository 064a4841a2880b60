import type { Pattern } from './slip.ts'

const COUNTS = '(?:[万亿]*元|人次|人(?!大|民|才)|户|件|名|亩|吨|平方米|立方米|公里|次(?!会))'

/** Numbers that a stray mark breaks in two, and characters before “%”: 增长12。6%, 3，200万元, 1,2634户, 六十二点三%. */
export const BROKEN: readonly Pattern[] = [
  {
    sign: '。，',
    needs: /\d[。，]\d/u,
    pattern: /(?<=(?<!分别|各)(?:增长|下降|提高|上升|降低|回落|率为|率达|比重为)(?:了|约|近)?)\d{1,3}(?:。\d{1,2}(?=[%％]|个百分点)|，\d{1,2}(?=(?:[%％]|个百分点)[，。；]))|(?<=达到?|占比?)\d{1,3}。\d{1,2}(?=[%％])/gu,
    judge: ({ 0: whole }) => ({ message: `数字“${whole}”中的小数点误作“${whole.includes('。') ? '。' : '，'}”（GB/T 15835—2011，5.1.2）`, suggestion: whole.replace(/[。，]/u, '.') }),
  },
  {
    sign: '。',
    needs: /\d。\d/u,
    pattern: /(?<=\p{Script=Han})\d{1,4}。\d{1,2}(?=[万亿]+[元人亩吨])/gu,
    judge: ({ 0: whole }) => ({ message: `数字“${whole}”中的小数点误作“。”（GB/T 15835—2011，5.1.2）`, suggestion: whole.replace('。', '.') }),
  },
  {
    sign: ',',
    needs: /\d,\d{4}/u,
    pattern: new RegExp(`(?<=\\p{Script=Han})(?<!第|号|编号|分别[^，。；]{0,6})\\d{1,3},\\d{4,6}(?=${COUNTS})`, 'gu'),
    judge: ({ 0: whole }) => ({ message: `“${whole}”的分节号应每三位一节（GB/T 15835—2011，5.1.1）` }),
  },
  {
    sign: '%％',
    needs: /[一二三四五六七八九十百〇零][%％]/u,
    pattern: /(?<![\d一二三四五六七八九十百千分之点])[一二三四五六七八九十百][一二三四五六七八九十百〇零]*(?:点[一二三四五六七八九〇零]+)?[%％]/gu,
    judge: ({ 0: whole }) => ({ message: `“%”前应用阿拉伯数字：“${whole}”（GB/T 15835—2011，4.3）` }),
  },
]
