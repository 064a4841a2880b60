import { plainParagraphs } from '../../../model/plain-text.ts'
import type { Report } from '../../../model/report.ts'
import { viewOf, type View } from '../../view.ts'

/** What is said of a year with a number: 截至2023年12月底，共受理案件2.83万件. Offsets in the paragraph's own text. */
export interface Told {
  /** of the four digits */
  start: number
  year: number
  /** the words around the number, the year among them */
  key: string
  /** the number with its unit */
  value: string
}

const TOLD = /(?<!\d)((?:19|20)\d{2})年((?:度|底|末|全年|\d{1,2}(?:月)?(?:至|到|—|-)\d{1,2}月|\d{1,2}月(?:底|末|份|\d{1,2}日)?)?)([^。；！？\d]{4,50}?)(第[一二三四五六七八九十]{1,3}|\d+(?:\.\d+)?[万亿]?(?:%|个百分点|\p{Script=Han}))/gu
/** figures that are given anew, or beside those of another year, may differ from what was reported */
const GIVEN_ANEW = /修订|核定|核实|核算|调整|更正|口径|目标|计划|力争|预计|上年|去年|同期|比|较/u

/** Numbers told of a year, each sentence's own; of a sentence that tells of two years nothing. Linear in the text. */
export function readTold({ text, at }: View): Told[] {
  if (!/20\d\d年/u.test(text)) return []
  return [...text.matchAll(TOLD)].flatMap(({ index, 0: surface, 1: year = '', 2: when = '', 3: words = '', 4: value = '' }): Told[] => {
    if (GIVEN_ANEW.test(text.slice(Math.max(0, index - 12), index).replace(/^.*[。；]/su, '').replace(/[与同比较]\d{4}年相比/u, '') + words) || ((when + words).match(/\p{Script=Han}/gu)?.length ?? 0) < 5) return []
    const from = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('；', index)) + 1
    const stop = /[。；]/u.exec(text.slice(index + surface.length))?.index ?? text.length
    const around = text.slice(from, index) + text.slice(index + surface.length, index + surface.length + stop)
    return /(?:19|20)\d{2}年/u.test(around) ? [] : [{ start: at(index), year: Number(year), key: `${year}|${when}|${words}|${value.replace(/^第.*|[\d.]+/u, '')}`, value }]
  })
}

const remembered = new WeakMap<Report, ReadonlyMap<string, string>>()

/** What an earlier report told of its own year, by the words; what it told twice with different numbers is left out. */
export function toldIn(report: Report): ReadonlyMap<string, string> {
  const known = remembered.get(report)
  if (known) return known
  const out = new Map<string, string>()
  const twice = new Set<string>()
  for (const { text, role } of plainParagraphs(report)) {
    if (role !== 'paragraph') continue
    for (const { key, value, year } of readTold(viewOf(text))) {
      if (year !== report.year) continue
      if (out.has(key) && out.get(key) !== value) twice.add(key)
      out.set(key, value)
    }
  }
  for (const key of twice) out.delete(key)
  remembered.set(report, out)
  return out
}
