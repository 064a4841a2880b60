import { isCore } from '../../../figures/figure.ts'
import { clauseBefore, isQuoted, sentencesOf } from '../../reading.ts'
import type { CheckedParagraph, ReadParagraph } from '../../rule.ts'
import { isAbove } from '../../span.ts'
import { yearsTold, type YearValue } from '../../years-told.ts'
import { saidOf } from './read.ts'

/** 逐年下降 of values that the sentence gives of each year, and two of them between which it went the other way. Offsets in the paragraph's own text. */
export interface Turn {
  start: number
  end: number
  direction: 'up' | 'down'
  against: readonly [YearValue, YearValue]
}

const WAY = '上升|增长|提升|提高|递增|攀升|增加|上涨|增多|走高|下降|减少|降低|递减|回落|走低|缩减|压减'
const EVERY_YEAR = new RegExp(`(?:逐年|连年|年年|一年比一年)(?:稳步|稳定|持续|小幅|大幅|明显)?(${WAY})`, 'gu')
const FALLS = /下降|减少|降低|递减|回落|走低|缩减|压减/u
const HOPED = /力争|争取|努力|确保|有望|目标|计划|拟|推动|促进|防止|避免|扭转|改变/u
/** 逐年下降的势头得到遏制: it did until then */
const STOPPED = /^的?(?:态势|趋势|势头|局面|状况|现象|情况)[^，。；]{0,6}(?:遏制|扭转|改变|逆转|好转|缓解|止住)/u

/**
 * Claims that something rose or fell year by year, contradicted by the values that their sentence gives. Only a way that the values do not go is reported: rises that stand still (两年均为…) are left
 * alone, and so is what is claimed of another thing than the values.
 */
export function turnsOf(paragraph: ReadParagraph): readonly Turn[] {
  const { text } = paragraph
  if (!/逐年|连年|年年|一年比一年/u.test(text) || !/\d/u.test(text)) return []
  const core = paragraph.figures.filter(isCore)
  const sentences = sentencesOf(paragraph as CheckedParagraph)
  return [...text.matchAll(EVERY_YEAR)].flatMap(({ index: start, 0: surface, 1: way = '' }): Turn[] => {
    const end = start + surface.length
    if (isQuoted(text, start) || HOPED.test(clauseBefore(text, start)) || /^的(?!态势|趋势|势头|良好)/u.test(text.slice(end, end + 3)) || STOPPED.test(text.slice(end, end + 20))) return []
    const sentence = sentences.find(({ end: to }) => start < to) ?? { start: 0, end: text.length }
    const told = yearsTold(text, sentence, core)
    if (!told || !saidOf(text, told, sentence.start, start)) return []
    const direction = FALLS.test(way) ? 'down' : 'up'
    for (let i = told.length - 1; i > 0; i--) {
      const [then, now] = [told[i - 1], told[i]]
      if (then && now && (direction === 'up' ? isAbove(then.figure, now.figure) : isAbove(now.figure, then.figure))) return [{ start, end, direction, against: [then, now] }]
    }
    return []
  })
}
