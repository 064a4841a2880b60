import { pairsOf } from '../../../compare/wording.ts'
import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import { sentenceRanges } from '../../../text/sentences.ts'
import type { Finding } from '../../finding.ts'
import { clauseEnd, clauseStart, sentenceIndex, squeezed } from '../../reading.ts'
import { defineReportRule, type CheckedParagraph, type Place } from '../../rule.ts'
import { decimalsOf, fits, numberOf, shareSpan, spanOf } from '../../span.ts'

/** What may stand between the part and its share: 涉及民生18篇，占总数的 … */
const BETWEEN = /^[^，,；;。、：（(\d]{0,16}[，,（(]?(?:约|大约|已|仅|均|数量|总量)?占([^，,；;。、占\d“”]{0,20}?)(?:的|达到?|为|约)*$/u
/** 占 alone, or of a total that is not named again */
const GENERIC = /^(?:比|比例|比重|总数|总量|总额|总|全部|其|总数比重?|总量比重?)?$/u
/** Words of a whole: of its clause, not of one more part. */
const TOTAL = /共|总|累计|收到|立案|提交|全年|现有|拥有|生产总值/u
const PLACES = /全(?:国|省|市|县|区|州|镇|乡|村|球)|[省市县区]|比[重例]|[的总]|全部|数量?$|总?量$|总?额$/gu
/** figures before a share among which its whole is looked for */
const REACH = 40
const MEASURED_AGAINST = /计划|目标|任务|预算|上年|去年|同期/u

/** A share (占…%) that does not follow from part and whole, where the words leave no doubt which they are. */
export const arithShare = defineReportRule({
  id: 'arith.share',
  title: '占比与数据不符',
  severity: 'error',
  scope: 'report',
  basis: { on: 'practice', why: '占比等于部分除以整体' },
  defaults: {},
  check: ({ paragraphs, finding }) => {
    const found: Finding[] = []
    let values: readonly CoreFigure[] | undefined
    for (const paragraph of paragraphs) {
      const { role, text } = paragraph
      if (role !== 'paragraph') continue
      const figures = paragraph.figures.filter(isCore)
      if (!figures.some((f) => f.kind === 'percent')) continue
      const sentences = sentenceRanges(text)
      figures.forEach((share, k) => {
        const statement = readStatement(text, sentences, figures, k)
        if (!statement) return
        const { part, wholes, whole } = statement
        const stated = shareSpan(share)
        const partSpan = spanOf(part)
        const explains = (f: CoreFigure): boolean => f.unit === part.unit && f.value >= part.value && fits(partSpan, spanOf(f), stated)
        if (wholes.some(explains)) return
        // a whole named further away is as good; the share then follows from that
        values ??= everyLevel(paragraphs)
        if (values.some((f) => f !== part && explains(f))) return
        const percent = ((part.value / whole.value) * 100).toFixed(decimalsOf(share.text))
        const message = `${numberOf(part.text)} ÷ ${numberOf(whole.text)} = ${percent}%，文中写作 ${numberOf(share.text)}%`
        const placeOf = ({ start, end }: CoreFigure): Place => ({ in: paragraph, start, end })
        const suggestion = text.slice(share.start, share.end).replace(/\d[\d,]*(?:\.\d+)?/u, percent)
        found.push(finding(message, [placeOf(share), placeOf(part), placeOf(whole)], /\d/u.test(share.text) ? { suggestion } : {}))
      })
    }
    return found
  },
})

const everyLevel = (paragraphs: readonly CheckedParagraph[]): CoreFigure[] =>
  paragraphs.flatMap((p) => p.figures.filter(isCore)).filter((f) => f.kind !== 'percent')

interface Statement {
  part: CoreFigure
  /** everything that may be the whole */
  wholes: CoreFigure[]
  /** the one that the words name, or the nearest */
  whole: CoreFigure
}

/** Part and whole of figure `k`, a share; undefined where they are not certain. */
function readStatement(text: string, sentences: readonly { start: number; end: number }[], figures: readonly CoreFigure[], k: number): Statement | undefined {
  const share = figures[k]
  const part = figures[k - 1]
  if (!share || !part || share.kind !== 'percent' || share.unit !== '%' || share.high !== undefined || share.value <= 0 || share.value >= 100) return undefined
  if (part.kind === 'percent' || part.unit === '' || part.unit === '倍' || part.unit === '番' || part.high !== undefined || part.value <= 0) return undefined
  const between = text.slice(part.end, share.start).replace(/\s+/gu, '')
  const of = BETWEEN.exec(between)?.[1]
  if (of === undefined || MEASURED_AGAINST.test(of) || /合计|共占|分别|各占/u.test(between)) return undefined
  // 50件、30件，占56%: together, or one of them? 分别占 likewise
  const before = figures[k - 2]
  if (before && isCoordinated(text, before, part)) return undefined
  if (/^[、,，和及]\s*(?:约|近|超)?\s*\d[\d.]*\s*[%％]/u.test(text.slice(share.end, share.end + 12))) return undefined
  const here = sentenceIndex(sentences, share.start)
  const first = sentences[Math.max(0, here - 2)]
  const own = sentences[here]
  if (!first || !own || part.start < own.start) return undefined
  const wholes: CoreFigure[] = []
  for (let i = k - 2; i >= Math.max(0, k - REACH); i--) {
    const f = figures[i]
    if (!f || f.start < first.start) break
    if (f.unit === part.unit && f.kind === part.kind && f.value > part.value) wholes.push(f)
  }
  const whole = certainWhole(text, own.start, wholes, part, of)
  return whole ? { part, wholes, whole } : undefined
}

/** The whole that the words leave no doubt about: the figure before 其中, or one whose clause has the words of 占…总数. Nearest first. */
function certainWhole(text: string, sentenceStart: number, wholes: readonly CoreFigure[], part: CoreFigure, of: string): CoreFigure | undefined {
  const generic = GENERIC.test(of)
  const words = pairsOf(of.replace('GDP', '生产总值').replace(PLACES, ''))
  const named = (f: CoreFigure): boolean => {
    const has = pairsOf(squeezed(clauseText(text, f)))
    return [...words].some((pair) => has.has(pair))
  }
  const among = text.lastIndexOf('其中', part.start)
  if (among >= sentenceStart) {
    const head = wholes.find((f) => f.end <= among && f.start >= sentenceStart)
    if (!head || isShared(text, head)) return undefined
    return generic || named(head) ? head : undefined
  }
  if (generic) {
    // 收到提案168件，立案143件，占85.1%: two figures in neighbouring clauses of one sentence and nothing else it could be
    const same = wholes.filter((f) => f.start >= sentenceStart)
    const only = same.length === 1 && wholes.length === 1 ? same[0] : undefined
    if (!only || !TOTAL.test(clauseText(text, only))) return undefined
    return /^[^，,；;。、]{0,12}[，,][^，,；;。、]{0,20}$/u.test(text.slice(only.end, part.start).replace(/\s+/gu, '')) ? only : undefined
  }
  if (words.size === 0) return undefined
  return wholes.find((f) => named(f) && TOTAL.test(clauseText(text, f)) && !isShared(text, f))
}

const clauseText = (text: string, f: CoreFigure): string => text.slice(clauseStart(text, f.start), clauseEnd(text, f.end))

/** Is this figure itself a part with its share behind it? */
const isShared = (text: string, f: CoreFigure): boolean => /^[^，,；;。]{0,12}[，,]?占/u.test(text.slice(f.end, f.end + 24)) || /其中[^，,；;。]{0,20}$/u.test(text.slice(Math.max(0, f.start - 24), f.start))

const isCoordinated = (text: string, before: CoreFigure, part: CoreFigure): boolean => {
  const between = text.slice(before.end, part.start)
  return before.unit === part.unit && between.length <= 16 && /[、和及与]/u.test(between) && !/[，,；;。：]/u.test(between)
}
