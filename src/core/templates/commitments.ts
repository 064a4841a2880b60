import { isCore } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import { headingText, plainText } from '../model/plain-text.ts'
import type { Commitment, Paragraph, Report, Section } from '../model/report.ts'
import { sentenceRanges } from '../text/sentences.ts'
import { planParts } from './plan-part.ts'

/** A sentence longer than this (UTF-16 units) is cut at its ； and its 一是…二是…. */
const LONG = 60

const GENERAL_HEADING = /(?:总体要求|指导思想|总体思路|基本思路|总的要求)[。：]?$/u
const GENERAL = /(?:总体要求|总体思路|指导思想|基本思路|工作思路|总的要求)(?:是|为)|为指导[，,]|^\s*(?:19|20)\d{2}\s*年[，,]?(?:是|既是|正值|恰逢|适逢|也是|将迎来)[^。]{0,160}(?:之年|一年|周年|节点)|^\s*今年是[^。]{0,160}(?:之年|一年|周年)/u
const SLOGAN = /！[”’]?\s*$|^\s*(?:让我们|各位|同志们|朋友们|奋进新征程|征程万里|蓝图已绘)/u
const ANNOUNCING = /(?:以下|如下|下列|几个方面)[^。；]{0,12}(?:工作|方面|任务|重点)?[：:]\s*$|(?:重点|着力|主要)(?:做好|抓好|推进)[^。；，]{0,16}[：:。]\s*$/u

/**
 * What the plan part of a report promises, cut into what a person can tick off: sentence by sentence, long sentences at ； and at 一是…二是…. Headings
 * and the lead sentence of the paragraph stand in `path`. Put together in order, lead sentences included, the texts are the whole text of the plan part.
 * General statements (总体要求, slogans) are of kind `preamble`. Empty where the report has no plan part; ids are `c1`, `c2` ….
 */
export function commitmentsOf(report: Report): Commitment[] {
  const out: Commitment[] = []
  const add = (paragraph: Paragraph, path: readonly string[]): void => {
    const { lead, clauses } = clausesOf(paragraph)
    const here = lead === '' ? path : [...path, lead]
    for (const text of clauses) out.push({ id: `c${out.length + 1}`, text, path: [...here], kind: kindOf(text, here), state: 'open' })
  }
  const visit = (section: Section, path: readonly string[]): void => {
    section.paragraphs.forEach((p) => add(p, path))
    for (const child of section.sections) visit(child, headingText(child) === '' ? path : [...path, headingText(child)])
  }
  for (const { section, path, paragraphs } of planParts(report)) {
    if (paragraphs) paragraphs.forEach((p) => add(p, path))
    else visit(section, path)
  }
  return out
}

/** The lead sentence of a paragraph, and the rest in clauses. A paragraph that is nothing but its lead sentence promises that. */
function clausesOf({ content }: Paragraph): { lead: string; clauses: string[] } {
  const text = plainText(content)
  let lead = ''
  for (const node of content) {
    if (!node.marks?.includes('lead')) break
    lead += plainText([node])
  }
  if (text.slice(lead.length).trim() === '') lead = ''
  const rest = text.slice(lead.length)
  const pieces = sentenceRanges(rest).flatMap(({ start, end }) => cutLong(rest.slice(start, end)))
  const clauses: string[] = []
  for (const piece of pieces) {
    // white space and stray marks are no promise of their own
    if (clauses.length > 0 && !/[\p{L}\p{N}]/u.test(piece)) clauses[clauses.length - 1] += piece
    else clauses.push(piece)
  }
  return { lead, clauses: clauses.filter((clause, i) => clause.trim() !== '' || i > 0) }
}

/** A long sentence at its ； and before 二是, 三是 …, outside of quotations. */
function cutLong(sentence: string): string[] {
  const counted = /一是/u.test(sentence) && /二是/u.test(sentence)
  if (sentence.length <= LONG && !counted) return [sentence]
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < sentence.length; i++) {
    const c = sentence.charAt(i)
    if ('《“‘（('.includes(c)) depth++
    else if ('》”’）)'.includes(c)) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const next = i + 1
    const atMark = '；;'.includes(c)
    const atCount = counted && '，,：:、'.includes(c) && /^\s*[一二三四五六七八九十]是/u.test(sentence.slice(next, next + 4))
    if ((atMark || atCount) && next < sentence.length) {
      out.push(sentence.slice(from, next))
      from = next
    }
  }
  out.push(sentence.slice(from))
  return out
}

function kindOf(text: string, path: readonly string[]): Commitment['kind'] {
  // a target is a promise wherever it stands
  if (recognizeFigures(text).some(isCore)) return 'promise'
  return GENERAL_HEADING.test(path.at(-1) ?? '') || GENERAL.test(text) || SLOGAN.test(text) || ANNOUNCING.test(text) ? 'preamble' : 'promise'
}
