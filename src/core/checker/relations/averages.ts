import { resolutionOf } from '../../figures/writing.ts'
import { meet, type Span } from '../span.ts'
import { isDelta, isLevel, type Sentence } from './sentence.ts'
import type { Share } from './shares.ts'

/** 人均50学时, 户均慰问2000元, 平均每次52人次; a verb between must be one of those that said what was counted */
const AVERAGE = /(?:(人|户|场|次|校|村|班|亩|件)均|平均每(人|名|位|户|场|次|期|所|校|个?村|班|件|家|个|辆|台))(\p{Script=Han}{0,6}?)(?:达到?|为|约|有|近|超|可)*$/u
const COUNTED_IN: Readonly<Record<string, RegExp>> = {
  人: /^(?:人|名|位)$/u, 名: /^(?:人|名|位)$/u, 位: /^(?:人|名|位)$/u, 户: /^户$/u, 场: /^(?:场|场次|次|期)$/u, 次: /^(?:场|场次|次|期)$/u, 期: /^期$/u,
  校: /^所$/u, 所: /^所$/u, 村: /^(?:村|个)$/u, 个村: /^(?:村|个)$/u, 班: /^(?:班|期|个)$/u, 亩: /^亩$/u, 件: /^件$/u, 家: /^家$/u, 个: /^个$/u, 辆: /^辆$/u, 台: /^台$/u,
}

/** Averages (人均, 户均, 平均每次) that do not follow from the one total and the one count in their sentence. */
export function readAverages({ terms, text, start }: Sentence): Share[] {
  return terms.flatMap((stated) => {
    if (!isLevel(stated)) return []
    const named = AVERAGE.exec(stated.before)
    const unit = COUNTED_IN[named?.[1] ?? named?.[2] ?? '']
    if (!named || !unit) return []
    const verb = named[3] ?? ''
    if (verb !== '' && !text.slice(start, stated.figure.start).replace(/\s+/gu, '').slice(0, -(named[0].length)).includes(verb)) return []
    const before = terms.filter((t) => t.at < stated.at && !isDelta(t))
    const counts = before.filter((t) => isLevel(t) && unit.test(t.figure.unit))
    const totals = before.filter((t) => isLevel(t) && t.figure.unit === stated.figure.unit && t.figure.kind === stated.figure.kind)
    const [part] = totals
    const [whole] = counts
    if (!part || !whole || totals.length > 1 || counts.length > 1 || part === whole || whole.span.low <= 0 || stated.at - part.at > 2) return []
    // one more or less of a few is no rounding
    const step = stated.figure.value < 10 * resolutionOf(stated.figure.text) ? 0 : resolutionOf(stated.figure.text)
    const span: Span = { low: stated.span.low - step, high: stated.span.high + step }
    return meet({ low: part.span.low / whole.span.high, high: part.span.high / whole.span.low }, span) ? [] : [{ stated, span, as: 'average', part, whole, open: false }]
  })
}
