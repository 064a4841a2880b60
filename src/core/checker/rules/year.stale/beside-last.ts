import { plainParagraphs } from '../../../model/plain-text.ts'
import type { Report } from '../../../model/report.ts'
import { sentenceRanges } from '../../../text/sentences.ts'
import type { View } from '../../view.ts'

/**
 * Years that last year's own report contradicts: a sentence that tells several numbers of that year which it told otherwise (截至2023年底，改造农贸市场6家，日均
 * 处理快件4.8万件), and a base that it gives to its own year (较2022年的3.18亿元增长8.5%). Offsets in the paragraph's own text.
 */
export interface Together {
  /** of the four digits */
  start: number
  year: number
  /** 截至…底, or the year alone */
  head: string
  /** the words of each clause with a number, and the number */
  values: readonly (readonly [key: string, value: string])[]
}

export interface Base {
  /** of the four digits of the year of the base */
  start: number
  year: number
  /** the year whose value stands before it */
  of: number | undefined
  name: string
  value: string
}

const HEAD = /^((?:截至|截止到?)?)((?:19|20)\d{2})年(底|末|12月底|12月末)?，/u
const CLAUSE = /(?:^|[，；、])(?:其中)?([^，；、。\d（）“”《》]{4,24}?)(\d+(?:\.\d+)?[万亿]?(?:%|个百分点|\p{Script=Han}))/gu
/** figures that are given anew, planned or compared */
const NOT_TOLD = /目标|力争|预计|上年|去年|同期|累计|[比较]|(?:增长|增加|下降|减少|提高|提升)(?:约|近)?$/u

/** Linear in the text. */
export function readTogether({ text, at }: View): Together[] {
  if (!/20\d\d年[底末，1]/u.test(text)) return []
  return sentenceRanges(text).flatMap(({ start, end }): Together[] => {
    const words = text.slice(start, end)
    const head = HEAD.exec(words)
    if (!head || /修订|核定|核实|调整|更正|口径/u.test(words)) return []
    const body = words.slice(head[0].length - 1)
    const values = [...body.matchAll(CLAUSE)].flatMap(({ 1: name = '', 2: value = '' }) => (NOT_TOLD.test(name) ? [] : [[`${name}|${value.replace(/[\d.]+[万亿]?/u, '')}`, value] as const]))
    return values.length > 0 ? [{ start: at(start + (head[1] ?? '').length), year: Number(head[2]), head: `${head[1] ?? ''}${head[3] === undefined ? '' : '底'}`, values }] : []
  })
}

const BASE = /([\p{Script=Han}]{3,14}?)(?:达到?|实现|完成|为|至)?(\d[\d.]*[万亿]?[\p{Script=Han}%])，?[较比同]((?:19|20)\d{2})年的?(\d[\d.]*[万亿]?[\p{Script=Han}%])[^，。；]{0,4}(?:增长|增加|下降|减少|提高|上升|降低|多|少)/gu

export function readBases({ text, at }: View): Base[] {
  if (!/[较比同](?:19|20)\d\d年的?\d/u.test(text)) return []
  return [...text.matchAll(BASE)].map(({ index, 0: surface, 1: name = '', 2: now = '', 3: year = '', 4: value = '' }): Base => {
    const before = text.slice(Math.max(0, index - 16), index) + surface.slice(0, surface.indexOf(now))
    const of = [...before.replace(/^.*[。；]/su, '').matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].at(-1)?.[1]
    return { start: at(index + surface.lastIndexOf(`${year}年`)), year: Number(year), of: of === undefined ? undefined : Number(of), name: name.replace(/^(?:年)?(?:实现|完成|全年|共)+/u, ''), value }
  })
}

interface Known {
  together: ReadonlyMap<string, ReadonlyMap<string, string>>
  sentences: readonly string[]
}

const remembered = new WeakMap<Report, Known>()

/** What an earlier report says so of its own year. A report is never changed in place, so it is read once. */
export function besideOf(report: Report, viewOf: (text: string) => View): Known {
  const known = remembered.get(report)
  if (known) return known
  const together = new Map<string, Map<string, string>>()
  const sentences: string[] = []
  for (const { text, role } of plainParagraphs(report)) {
    if (role !== 'paragraph' || !/20\d\d/u.test(text)) continue
    const view = viewOf(text)
    for (const { start, end } of sentenceRanges(view.text)) if (report.year !== null && view.text.slice(start, end).includes(`${report.year}年`)) sentences.push(view.text.slice(start, end))
    for (const { head, year, values } of readTogether(view)) {
      if (year !== report.year) continue
      const told = together.get(head) ?? new Map<string, string>()
      for (const [key, value] of values) told.set(key, told.has(key) && told.get(key) !== value ? '' : value)
      together.set(head, told)
    }
  }
  const made = { together, sentences }
  remembered.set(report, made)
  return made
}

/** Of a sentence, a number that the earlier report told otherwise, where it told two so and fewer alike; with both values. */
export function toldOtherwise({ head, values }: Together, { together }: Known): { name: string; before: string; now: string } | undefined {
  const told = together.get(head)
  const known = values.flatMap(([key, now]) => {
    const before = told?.get(key) ?? ''
    return before === '' ? [] : [{ name: key.replace(/\|.*$/u, ''), before, now }]
  })
  const others = known.filter(({ before, now }) => before !== now)
  return others.length >= 2 && 2 * others.length > known.length ? others[0] : undefined
}

/** Does the earlier report give the base of this comparison to its own year, and another number to the year that is named? */
export const baseIsOf = ({ name, value, year }: Base, own: number, { sentences }: Known): boolean => {
  const tail = name.slice(-4)
  const told = sentences.filter((words) => words.includes(tail))
  return tail.length >= 3 && told.some((words) => new RegExp(`${own}年[^。；]{0,30}?${escape(tail)}[^。；\\d]{0,6}${escape(value)}(?!\\d)`, 'u').test(words)) && !told.some((words) => new RegExp(`${year}年的?${escape(value)}`, 'u').test(words))
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
