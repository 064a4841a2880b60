import fc from 'fast-check'
import { textNode } from '#core/model/inline.ts'
import type { Paragraph, Report, Section } from '#core/model/report.ts'
import { makeReport } from '../make-report.ts'

const SENTENCES = ['全年收到提案168件，立案143件。', '召开专题议政性常委会会议2次，提出意见建议68条。', '始终把党的领导贯穿政协履职全过程、各方面。', '报送社情民意信息256篇，被省政协采用12篇。', '“有事好商量”协商议事室开展活动143场😀。', '举办委员培训班2期，230名委员参加。', '组织委员开展视察调研，助推项目落地见效。', '文史资料出版《云溪往事》1部。']
const HEADINGS = ['提案工作', '民主监督', '强化思想引领，凝聚奋进力量，把牢政治方向', '自身建设', '']

const paragraphTexts = fc.oneof({ weight: 6, arbitrary: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }).map((s) => s.join('')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) }, { weight: 1, arbitrary: fc.constant('') })

interface Piece {
  heading?: { number: string; heading: string }
  id: number
  text: string
}

const pieces = fc.array(
  fc.record({ id: fc.nat(40), text: paragraphTexts, heading: fc.option(fc.record({ number: fc.constantFrom('一、', '二、', ''), heading: fc.constantFrom(...HEADINGS) }), { nil: undefined, freq: 3 }) }),
  { maxLength: 14 },
)

/** Sections and paragraphs out of a list; ids are made distinct. */
export function reportOf(list: readonly Piece[], head: Partial<Report> = {}): Report {
  const seen = new Set<string>()
  const idOf = (prefix: string, n: number): string => {
    let id = `${prefix}${n}`
    while (seen.has(id)) id += 'x'
    seen.add(id)
    return id
  }
  const sections: Section[] = []
  for (const { heading, id, text } of list) {
    const paragraph: Paragraph = { id: idOf('p', id), content: text === '' ? [] : [textNode(text)] }
    const open = sections.at(-1)
    if (heading || !open) sections.push({ id: idOf('s', id), level: heading && heading.heading !== '' ? 1 : 0, number: heading?.heading === '' ? '' : (heading?.number ?? ''), heading: heading?.heading ?? '', paragraphs: [paragraph], sections: [] })
    else open.paragraphs.push(paragraph)
  }
  return { ...makeReport([], head), sections }
}

/** Random reports. */
export const anyReport: fc.Arbitrary<Report> = fc.tuple(pieces, fc.constantFrom('甲县政协2023年工作综述', '甲县政协2024年工作综述', ''), fc.constantFrom('', '——甲县政协工作')).map(([list, title, subtitle]) => reportOf(list, { title, subtitle }))

/** A report and what a person made of it: paragraphs rewritten, put elsewhere, taken out, put in; ids kept where the paragraph was. */
export const editedReport: fc.Arbitrary<[Report, Report]> = fc.tuple(pieces, fc.array(fc.record({ what: fc.constantFrom('move', 'drop', 'edit', 'add'), at: fc.nat(30), to: fc.nat(30), text: paragraphTexts }), { maxLength: 6 })).map(([list, edits]) => {
  const before: Piece[] = list.map((piece, k) => ({ ...piece, id: k }))
  const after = [...before]
  edits.forEach(({ what, at, to, text }, k) => {
    const place = at % (after.length + 1)
    const [piece] = what === 'add' ? [{ id: 100 + k, text }] : after.splice(place, 1)
    if (!piece || what === 'drop') return
    after.splice(what === 'move' ? to % (after.length + 1) : place, 0, what === 'edit' ? { ...piece, text: piece.text.slice(0, 12) + text } : piece)
  })
  return [reportOf(before), reportOf(after)]
})
