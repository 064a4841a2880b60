import fc from 'fast-check'
import { normalizeInlines, type Inline } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'
import { toSections, type Block } from '#core/model/tree.ts'
import { splitHeadingNumber } from '#core/text/heading-number.ts'

/**
 * Reports by chance, in the form in which the editor stores them: any tree of levels, headings with and without numbers, paragraphs that look like headings,
 * title lines or page furniture, figures, slots, labels and all marks.
 */

const units = fc.constantFrom('提', '案', '工作', '。', '，', '1', '86件', ' ', '\u3000', 'a', 'GDP', '😀', '镕', '“', '”', '（', '%', '2024年', '&', '<', '—')
const words = fc.string({ unit: units, minLength: 1, maxLength: 12 })
/** such as recovery would make something else of */
const misleading = fc.constantFrom('一、加强学习', '（二）推进协商', '2023年工作回顾', '张三', '▲委员视察现场', '(下转第三版)', '版权所有', '— 3 —', '来源:某报', '各位委员：', '让我们在新的一年谱写新篇章！', '坚持党的领导 与市委同频', '坚持党的领导。全年召开会议12次，形成建议案3件，报送市委市政府。', '第一部分')
const marks = fc.option(fc.subarray(['lead', 'bold', 'italic', 'underline'] as const, { minLength: 1 }), { nil: undefined })
const held = { indicator: words, unit: fc.constantFrom('件', '%', '个方面', '', '亿元', '人次'), kind: fc.constantFrom('quantity' as const, 'percent' as const) }

const inline = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text: fc.oneof(words, misleading), marks }, { requiredKeys: ['type', 'text'] }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('slot' as const), ...held, marks }, { requiredKeys: ['type', 'indicator', 'unit', 'kind'] }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('figure' as const), text: words, ...held, marks, state: fc.constantFrom('stated' as const, 'filled' as const, 'verified' as const) }, { requiredKeys: ['type', 'text', 'indicator', 'unit', 'kind', 'state'] }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('label' as const), text: words, marks }, { requiredKeys: ['type', 'text'] }) },
)

const heading = fc.constantFrom('提案工作', '视察', '2024年工作回顾', '坚持党的领导 与市委同频', 'GDP 与 CPI', '形成建议案3件。', '“请你来协商”', '让我们', '版权所有', '2025年1月')
const block = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), number: fc.constantFrom('', '一、', '十二、', '（二）', '1.', '（1）', '①', '第一部分 '), heading }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('heading' as const), level: fc.constant(0 as const), number: fc.constant(''), heading: fc.constant('') }) },
)

const title = fc.oneof(fc.constant(''), words, misleading, fc.array(fc.constantFrom('中国人民政治协商会议', '第十届开化县委员会', '常务委员会', ' ', '工作报告', 'the', ' of ', '2024'), { minLength: 1, maxLength: 14 }).map((parts) => parts.join('')))
const line = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, words, misleading, fc.constantFrom('——甲县政协2024年工作综述', '（2025年1月8日在县政协十届五次会议上）', '张 三'))

/** `clean` is applied to each title line, heading and text. */
export const randomReport = (clean: (text: string) => string = (text) => text): fc.Arbitrary<Report> =>
  fc.record({ blocks: fc.array(block, { maxLength: 14 }), title, subtitle: line, occasion: line, byline: line, ids: fc.constantFrom('short', 'long') }).map(({ blocks, ids, ...titles }) => {
    let count = 0
    const id = (prefix: string): string => (ids === 'short' ? `${prefix}${++count}` : `${prefix}-0b1C_${String(++count).padStart(28, '0')}`)
    return {
      id: 'r', status: 'draft', body: '', year: null, date: '', captions: [], noise: [], origin: { from: 'blank' },
      ...Object.fromEntries(Object.entries(titles).map(([role, text]) => [role, clean(text)])) as Pick<Report, 'title' | 'subtitle' | 'occasion' | 'byline'>,
      sections: toSections(blocks.map((b): Block => {
        if (b.type === 'heading') {
          // 1.2024年… has no number: the one form in which the editor keeps a heading
          const split = splitHeadingNumber(b.number + b.heading)
          return { ...b, number: split?.number ?? '', heading: split?.heading ?? b.number + b.heading, id: id('s') }
        }
        const content = b.content.flatMap((node): Inline[] => (node.type === 'slot' ? [{ ...node, id: id('f') }] : clean(node.text) === '' ? [] : node.type === 'figure' ? [{ ...node, text: clean(node.text), id: id('f') }] : [{ ...node, text: clean(node.text) }]))
        return { type: 'paragraph', id: id('p'), content: normalizeInlines(content) }
      })),
    }
  })
