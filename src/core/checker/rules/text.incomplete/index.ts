import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph, type ReportContext } from '../../rule.ts'
import { breaksIn, type Break } from './breaks.ts'
import { isCutShort } from './cut-short.ts'

/** （下转第三版）, (上接1版): a newspaper's jump line. */
const JUMP = /[（(【]?\s*(?:下转|上接|紧接|转接)第?\s*[\dA-Z一二三四五六七八九十]{1,3}\s*[版页](?:\s*[·•]?\s*[\d一二三四]*)?\s*[）)】]?/gu
/** A paragraph's end: a stop, with closing marks behind it; a colon before a list; a semicolon of a list. */
const ENDED = /[。！？!?…⋯；;：:.—][”’》）」』）)】〉\s]*$/u
/** Marks behind which something must follow. */
const OPEN_END = /[，,、]$/u
const CLOSERS = /[”’》）」』)】〉]$/u

/** A caption or a credit line. */
const CREDIT = /^(?:图为|图[：:]|▲|来源|责编|编辑|供稿|摄影)|(?:摄|供图|供稿|整理|撰稿)$/u

/** Words behind which a number must stand, and a mark that follows them: 压缩到，; 位居全省第，; 分别为。 */
const NO_NUMBER =
  /(?:(?:压缩|缩短|压减|精简|增长|增加|提高|提升|上升|下降|降低|回落|扩大|减少|拓展|突破|收窄)[到至]|降[到至]|增[到至]|升[到至]|(?:控制|稳定|保持|维持)在|分别[为达]|(?<=率|数|量|额|收入|面积|规模|投资)达(?:到|至)?|(?<=居|列|排名|全[国省市县区州])第)[，。；]/gu
/** 新增培训班期，: a count of which the number was dropped */
const NO_COUNT = /(?:召开|举办|开展|组织|举行)[^，。；、\d一二三四五六七八九十百千多数几余若]{0,10}(?:会议|活动|培训班?|讲座|检查|调研|演练|座谈会|招聘会)(?:场次|人次|余[场次期]|[次期场])[，。；]/gu
/** words that make 达到 whole: 数量均未达到， */
const REACHED = /目标|标准|要求|指标|均|都|全部|未|没有|可|能|预期|如期/u

interface Reading {
  /** places where a number is wanting */
  gaps: readonly { start: number; end: number; words: string }[]

  jumps: readonly { start: number; end: number }[]
  /** sentences that stop behind a word that something must follow */
  breaks: readonly Break[]
  /** too short for running text, and only begun */
  cutShort: boolean
  /** running text: long, with a pause in it */
  prose: boolean
  /** several sentences, or long: not a heading that was taken for a paragraph */
  sure: boolean
  end: 'stop' | 'pause' | 'none'
  /** of the text without trailing white space */
  length: number
}

/** Where a number is wanting. Offsets in the text; a mark behind it belongs to the place. */
function gapsIn(text: string): Reading['gaps'] {
  if (!/[到至在为达第次期场][，。；]/u.test(text)) return []
  const gaps = Array.from(text.matchAll(NO_NUMBER), ({ index, 0: surface }) => ({ start: index, end: index + surface.length, words: surface.slice(0, -1) })).filter(({ start, words }) => {
    const clause = text.slice(Math.max(0, start - 24), start).replace(/^.*[，。；：]/su, '')
    return !/[“《]/u.test(clause) && !(words.startsWith('达') && REACHED.test(clause))
  })
  const counts = Array.from(text.matchAll(NO_COUNT), ({ index, 0: surface }) => ({ start: index, end: index + surface.length, words: surface.slice(0, -1).replace(/(?:场次|人次|余?[场次期])$/u, '') }))
  return [...gaps, ...counts]
}

/**
 * A paragraph that breaks off: no mark at its end, or a comma; words that want a number (压缩到，); a sentence that stops behind 及, 正在逐步 and the like; and a
 * newspaper's jump lines (GB/T 15834—2011, 4.1).
 */
export const textIncomplete = defineReportRule({
  id: 'text.incomplete',
  title: '文字不完整',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'standard', clause: 'GB/T 15834—2011，4.1：句子末尾用句号、问号或叹号' },
  defaults: { proseLength: 24, mostEnd: 0.8 },
  read: ({ role, text, paragraph }, _, { proseLength }): Reading | undefined => {
    const jumps = (text.includes('转') || text.includes('接') ? [...text.matchAll(JUMP)] : []).map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }))
    const trimmed = text.trimEnd()
    const isText = role === 'paragraph' && (paragraph?.content ?? []).every((node) => node.type !== 'slot')
    const words = trimmed.replace(/\s+/gu, '').length
    const prose = isText && words >= proseLength && /[，。；]/u.test(trimmed.slice(0, -1)) && jumps.length === 0
    const sure = /[。；]/u.test(trimmed.slice(0, -1)) || words >= 45
    const gaps = isText ? gapsIn(text) : []
    const breaks = role === 'paragraph' ? breaksIn(text).filter(({ end }) => !gaps.some((gap) => gap.start < end && end <= gap.end)) : []
    const cutShort = isText && words < proseLength && jumps.length === 0 && isCutShort(trimmed)
    if (!prose && !cutShort && jumps.length === 0 && gaps.length === 0 && breaks.length === 0) return undefined
    return { gaps, jumps, breaks, cutShort, prose: prose && !CREDIT.test(trimmed), sure, end: ENDED.test(trimmed) ? 'stop' : OPEN_END.test(trimmed) ? 'pause' : 'none', length: trimmed.length }
  },
  check: (context, all, { mostEnd }) => {
    const { finding } = context
    const found: Finding[] = []
    const prose = all.filter(({ it }) => it.prose)
    const ended = prose.filter(({ it: { end } }) => end === 'stop').length
    // where most paragraphs do not end in a mark, it is the style of the text (or how it was taken from a page)
    const isStyle = ended < mostEnd * prose.length && prose.length - ended > 1
    for (const { in: paragraph, it: reading } of all) {
      for (const { start, end } of reading.jumps) found.push(finding(`“${paragraph.text.slice(start, end)}”是报纸转版的提示，不属于正文，文字可能在此中断`, [{ in: paragraph, start, end }]))
      for (const { start, end, words } of reading.gaps) found.push(finding(`“${words}”之后缺少数值`, [{ in: paragraph, start, end }]))
      for (const { start, end, word } of reading.breaks) found.push(finding(`“${word}”后面没有内容，句子没有完`, [{ in: paragraph, start, end }]))
      if (reading.cutShort && !isStyle) found.push(...betweenEnded(context, paragraph, reading.length))
      if (!reading.prose || reading.end === 'stop' || isStyle) continue
      const at = { in: paragraph, start: reading.length - 1, end: reading.length }
      if (reading.end === 'pause') {
        const mark = paragraph.text.charAt(at.start)
        // salutations and lists run on over lines: 各位委员，
        const isLast = paragraph.index === context.paragraphs.length - 1
        found.push(finding(`本段以“${mark}”结束，句子没有完`, [at], isLast ? {} : { suggestion: '。' }))
      } else if (!CLOSERS.test(paragraph.text.slice(0, reading.length))) {
        found.push(finding('本段末尾没有句号，请看文字是否完整', [at], reading.sure ? {} : { severity: 'info' }))
      }
    }
    return found
  },
})

/** A paragraph that only begins a sentence, where the paragraphs around it end theirs. */
function betweenEnded({ paragraphs, finding }: ReportContext, paragraph: CheckedParagraph, length: number): Finding[] {
  const isEnded = (at: number): boolean => paragraphs[at]?.role === 'paragraph' && /[。！？]\s*$/u.test(paragraphs[at].text)
  return isEnded(paragraph.index - 1) && isEnded(paragraph.index + 1) ? [finding('本段末尾没有句号，句子没有完，请看文字是否缺失', [{ in: paragraph, start: 0, end: length }])] : []
}
