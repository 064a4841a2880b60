import { resolutionOf } from '../../figures/writing.ts'
import { meet, type Span } from '../span.ts'
import { isDelta, isLevel, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** 人均50学时, 户均8000元, 平均每次52人次: directly before the number, so that nothing else is averaged */
const AVERAGE = /(?:(人|户|场|次|校|村|班|亩|件)均|平均每(人|名|位|户|场|次|期|所|校|个?村|班|件|家|个|辆|台))(?:达到?|为|约|有|近|超|可)*$/u
const COUNTED_IN: Readonly<Record<string, RegExp>> = {
  人: /^(?:人|名|位)$/u, 名: /^(?:人|名|位)$/u, 位: /^(?:人|名|位)$/u, 户: /^户$/u, 场: /^(?:场|场次|次|期)$/u, 次: /^(?:场|场次|次|期)$/u, 期: /^期$/u,
  校: /^所$/u, 所: /^所$/u, 村: /^(?:村|个)$/u, 个村: /^(?:村|个)$/u, 班: /^(?:班|期|个)$/u, 亩: /^亩$/u, 件: /^件$/u, 家: /^家$/u, 个: /^个$/u, 辆: /^辆$/u, 台: /^台$/u,
}

/** Averages (人均, 户均, 平均每次) that do not follow from the one total and the one count in their sentence. */
export function readAverages({ terms }: Sentence): Share[] {
  return terms.flatMap((stated) => {
    if (!isLevel(stated)) return []
    const named = AVERAGE.exec(stated.before)
    const unit = COUNTED_IN[named?.[1] ?? named?.[2] ?? '']
    if (!unit) return []
    const before = terms.filter((t) => t.at < stated.at && !isDelta(t))
    const counts = before.filter((t) => isLevel(t) && unit.test(t.figure.unit))
    const totals = before.filter((t) => isLevel(t) && t.figure.unit === stated.figure.unit && t.figure.kind === stated.figure.kind)
    const [part] = totals
    const [whole] = counts
    if (!part || !whole || totals.length > 1 || counts.length > 1 || part === whole || whole.span.low <= 0 || stated.at - part.at > 2) return []
    const step = resolutionOf(stated.figure.text)
    const span: Span = { low: stated.span.low - step, high: stated.span.high + step }
    return meet({ low: part.span.low / whole.span.high, high: part.span.high / whole.span.low }, span) ? [] : [{ stated, span, as: 'average', part, whole, open: false }]
  })
}

/** What the average comes to, in plain units. */
export const averageOf = (part: Term, whole: Term): number => part.figure.value / whole.figure.value
