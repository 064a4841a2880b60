import type { Figure } from '../figures/figure.ts'
import { quotedBy, type Change } from './step.ts'

const COUNT = '(?:[0-9]{1,2}|[两二三四五六七八九十]{1,3})'
/** What can only be said once, or only of one year. */
const CLAIMS = new RegExp(
  [
    `连续第?${COUNT}(?:个)?(?:年|次|届)`,
    `(?:持续|已连续|蝉联|历时)${COUNT}年`,
    `${COUNT}(?:连冠|连增|连升|连涨|连降|连优|年蝉联)`,
    `(?:过去|这)[三四五]年|[三四五]年来`,
    `第${COUNT}年(?!级|段)`,
    '首次|首创|首家|首例|首个|首届|首批|首部|首条|首座|首支|首位(?!度)|首开(?!度)|首台|首单|首份|第一次|第一家|第一个',
    '(?:创|再创|创下|创造|刷新|均创|又创)?了?(?:同期|建[县市区院校]以来)?历史(?:同期)?(?:新高|新低|最高|最好|最佳|最优|最低|之最|记录|纪录)(?:水平)?|(?:再创|创)新高|历年之?最(?:高|好|多)?|历年来?之?最(?:高|好|多)?|创下?纪录|(?:前所未有|史无前例|有史以来|近年来?最)',
    `创近?${COUNT}年来?(?:新高|新低|最[高低好优])|全[国省市县区州](?:唯一|仅有)|填补[^，。；]{0,8}空白`,
    '(?:在)?全[国省市县区州]率先|率先在全[国省市县区州]',
    '(?:走在|位居|位列|稳居|居|列)了?全[国省市县区州](?:同类[\\p{Script=Han}]{0,4})?前[列茅]',
  ].join('|'),
  'gu',
)

/** Claims about earlier years and ranks of this one (首次, 连续三年, 历史新高, 全市第一), which may be wrong a year later. */
export function claimMarks(text: string, figures: readonly Figure[]): Change[] {
  const said = Array.from(text.matchAll(CLAIMS), (match): Change => ({ start: match.index, end: match.index + match[0].length, review: 'claim' }))
  return [...said, ...ranksOf(text, figures)].filter(({ start }) => quotedBy(text, start) !== '《')
}

/** 全市第一, 一等奖; 一、二等奖 is one. A hotel of four stars has them for years. */
function ranksOf(text: string, figures: readonly Figure[]): Change[] {
  const out: Change[] = []
  for (const { start, end, kind, text: surface } of figures) {
    const before = out.at(-1)
    if (kind !== 'rank' || /星级$/u.test(surface)) continue
    if (before && /^\s*[、和及]\s*$/u.test(text.slice(before.end, start))) before.end = end
    else out.push({ start, end, review: 'claim' })
  }
  return out
}
