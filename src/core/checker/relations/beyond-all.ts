import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** Done more than there are, though something is left: what is done, and of how many. */
export interface BeyondAll {
  part: Term
  whole: Term
  /** as a message names them */
  partName: string
  wholeName: string
}

const DONE = /(?:已|全部|实际)(?:经|全部|实际|累计)?(?:开工|完工|竣工|建成|完成|办结|整改|整治|改造|验收|销号|化解|解决|交付|投用|拆除|安置|搬迁|签约|拨付|发放|支付|接种|检测|排查|治理|修复|清理|收回|执结|审结|办理|答复|入户|安装|更换|培训|配备|落实)[^，；。：、\d]{0,6}$/u
/** something is left of them */
const LEFT = /(?:^|[，；。])(?:其余|剩余|余下|剩下|尚余|尚未完成|未完成)(?!时间|价值|劳动|使用|资金|土地|名额|力量|款)/u
const OTHERWISE = /旧存|积案|历年|往年|上年|去年|遗留|结转|以来|累计|[含另]|又|超额|提前/u
const COUNTED = /^(?:[个件户处项家座栋所份台条亩只套间口笔宗起名人位辆吨]|公里|平方米|平方公里|公顷|批次|元|千米)$/u

/** 争取到…项目43个，涉及居民1.28万户，已完工46个，…，剩余项目将在明年完工: what is done exceeds what there is, though the rest is still to be done. */
export function doneBeyondAll({ terms, text, start, end }: Sentence): BeyondAll[] {
  const said = text.slice(start, end)
  if (terms.length < 2 || !/[余剩未]/u.test(said) || !said.includes('已')) return []
  return terms.flatMap((part): BeyondAll[] => {
    if (!DONE.test(labelOf(part)) || !isLevel(part) || isDelta(part) || part.depth > 0 || !COUNTED.test(part.figure.unit)) return []
    const before = terms.filter((t) => t.at < part.at && isLevel(t) && sameMeasure(t, part) && t.depth === 0)
    const whole = before[0]
    if (!whole || before.some((t) => t.span.high >= part.span.low || isDelta(t)) || before.length > 1) return []
    const between = text.slice(whole.figure.end, part.figure.start)
    if (/[；。：]/u.test(between) || OTHERWISE.test(said) || !LEFT.test(text.slice(part.figure.end, end))) return []
    return /^[^，；。：]{0,10}[，、；（]/u.test(text.slice(whole.figure.end).replace(/^\s+/u, '')) && !/^[、和及与]/u.test(text.slice(whole.figure.end)) ? [{ part, whole, partName: DONE.exec(labelOf(part))?.[0] ?? '已完成', wholeName: '总数' }] : []
  })
}
