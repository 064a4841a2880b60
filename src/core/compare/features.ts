import type { PlacedCoreFigure } from '../figures/figure.ts'
import type { PlainParagraph } from '../model/plain-text.ts'

/** What of a figure's words and place matters for pairing. */
export interface Features {
  figure: PlacedCoreFigure
  /** the indicator without what every report says (verbs of doing, 各类, years) */
  words: string
  /** neighbouring characters of `words` */
  pairs: ReadonlySet<string>
  /** neighbouring characters of the sentence around the figure */
  context: ReadonlySet<string>
  /** of the headings and the lead sentence above it */
  place: ReadonlySet<string>
  /** what became of the things counted: received, filed, answered … */
  state: State | undefined
  /** 全国, 省, 市, 县: whose or where */
  ranks: ReadonlySet<string>
  /** a rate of change, a share, or a level */
  measure: 'growth' | 'share' | 'level'
  /** plan and outlook, not review */
  plan: boolean
  /** counted over several years (五年来, 连续三年累计) */
  cumulative: boolean
  /** newly added, as against the whole stock */
  added: boolean
}

export type State = 'received' | 'filed' | 'answered' | 'adopted' | 'satisfied' | 'instructed' | 'concluded' | 'invited'

const STATES: readonly [State, RegExp][] = [
  ['instructed', /批示/u],
  ['adopted', /采纳|采用|录用|吸收|转化/u],
  ['satisfied', /满意/u],
  ['answered', /办复|答复|办结|办理/u],
  ['filed', /立案|并案/u],
  ['concluded', /审结|结案/u],
  ['received', /收到|征集|提交|提出|受理|收集/u],
]

const GROWTH = /(?:增长|增加|下降|减少|提高|提升|上升|上涨|降低|回落|缩小|增速|增幅|降幅)(?:率)?$/u
const NOISE = /(?:19|20)\d{2}年(?:度)?|[“”‘’《》（）()、，\s]|全年|共同?|各类|积极|先后|进一步|开展|组织|召开|举办|举行|推动|助力|实现|完成|形成|一批|工作$/gu
const PLAN = /(?:任务|意见|安排|目标|计划|打算|部署|要求|建议|思路|重点|展望)$/u
const REVIEW = /(?:回顾|总结|成效|综述|情况)$/u

/** The features of one figure; `paragraph` is the plain paragraph that holds it. */
export function featuresOf(figure: PlacedCoreFigure, paragraph: PlainParagraph): Features {
  const words = figure.indicator.replace(NOISE, '')
  const sentence = sentenceAround(paragraph.text, figure.start, figure.end)
  const top = figure.section[0] ?? ''
  return {
    figure,
    words,
    pairs: pairsOf(words),
    context: pairsOf(sentence),
    place: pairsOf([...figure.section, paragraph.text.slice(0, 24)].join(' ').replace(NOISE, '')),
    state: STATES.find(([, pattern]) => pattern.test(figure.indicator))?.[0],
    ranks: new Set(figure.indicator.match(/全国|国家|中央|全?省|全?市|全?县|全?区|上级|乡镇/gu)?.map((r) => r.replace('全', '') || r)),
    measure: GROWTH.test(figure.indicator) || figure.unit === '百分点' || figure.unit === '番' ? 'growth' : figure.kind === 'percent' ? 'share' : 'level',
    plan: (PLAN.test(top) && !REVIEW.test(top)) || /(?:预期目标|力争|计划|确保)[^。]{0,20}$/u.test(paragraph.text.slice(0, figure.start)),
    cumulative: /(?:[三四五]年来|过去[三四五]年|[三四五]年累计|五年间|“十[二三四五]五”(?:期间|以来))[^。]*$/u.test(paragraph.text.slice(Math.max(0, figure.start - 60), figure.start)),
    added: /^新增|新增/u.test(figure.indicator),
  }
}

/** The set of neighbouring characters of a text (Han characters, letters; digits and marks left out). */
export function pairsOf(text: string): ReadonlySet<string> {
  const out = new Set<string>()
  let before = ''
  for (const c of text) {
    if (!/[\p{L}]/u.test(c)) {
      before = ''
      continue
    }
    if (before !== '') out.add(before + c)
    before = c
  }
  return out
}

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf('。', start), start - 60, 0)
  const stop = text.indexOf('。', end)
  return text.slice(from, Math.min(stop < 0 ? text.length : stop, end + 40))
}
