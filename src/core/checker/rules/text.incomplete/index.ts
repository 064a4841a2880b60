import type { Finding } from '../../finding.ts'
import { defineReportRule } from '../../rule.ts'
import { breaksIn, type Break } from './breaks.ts'

/** （下转第三版）, (上接1版): a newspaper's jump line. */
const JUMP = /[（(【]?\s*(?:下转|上接|紧接|转接)第?\s*[\dA-Z一二三四五六七八九十]{1,3}\s*[版页](?:\s*[·•]?\s*[\d一二三四]*)?\s*[）)】]?/gu
/** A paragraph's end: a stop, with closing marks behind it; a colon before a list; a semicolon of a list. */
const ENDED = /[。！？!?…⋯；;：:.—][”’》）」』）)】〉\s]*$/u
/** Marks behind which something must follow. */
const OPEN_END = /[，,、]$/u
const CLOSERS = /[”’》）」』)】〉]$/u

/** A caption or a credit line. */
const CREDIT = /^(?:图为|图[：:]|▲|来源|责编|编辑|供稿|摄影)|(?:摄|供图|供稿|整理|撰稿)$/u

interface Reading {
  jumps: readonly { start: number; end: number }[]
  /** sentences that stop behind a word that something must follow */
  breaks: readonly Break[]
  /** running text: long, with a pause in it */
  prose: boolean
  /** several sentences, or long: not a heading that was taken for a paragraph */
  sure: boolean
  end: 'stop' | 'pause' | 'none'
  /** of the text without trailing white space */
  length: number
}

/** A paragraph that breaks off: no mark at its end, or a comma; a sentence that stops behind 及, 正在逐步 and the like; and a newspaper's jump lines (GB/T 15834—2011, 4.1). */
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
    const breaks = role === 'paragraph' ? breaksIn(text) : []
    if (!prose && jumps.length === 0 && breaks.length === 0) return undefined
    return { jumps, breaks, prose: prose && !CREDIT.test(trimmed), sure, end: ENDED.test(trimmed) ? 'stop' : OPEN_END.test(trimmed) ? 'pause' : 'none', length: trimmed.length }
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
      for (const { start, end, word } of reading.breaks) found.push(finding(`“${word}”后面没有内容，句子没有完`, [{ in: paragraph, start, end }]))
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
