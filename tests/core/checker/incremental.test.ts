import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Checker, checkReport, type CheckOptions } from '#core/checker/check.ts'
import { DEFAULT_SETTINGS, type CheckSettings } from '#core/checker/settings.ts'
import { textNode, type Inline } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'
import { toBlocks, toSections, type Block } from '#core/model/tree.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'

/** Texts that rules have something to say of, alone and together. */
const PIECES = [
  '全年收到提案168件，立案186件，占85.1%。', '其中集体提案33件，占总数的23.1%。', '2023年是新中国成立74周年。', '2024年2月30日（星期日）召开会议。', '擦亮“同心向党品牌，', '打造”书香政协“。',
  '推动工作工作落实的的。', '一年来，立案提案138件。', '从三个角度提出建议：助餐、助洁、助医、助行。', '办复率达150%，', '认真落实,积极推进;', '坚持党的领导，围绕中心服务大局，认真落实各项工作任务，奋力开创新局面。',
  '提案数创历史新高，连续四年上升。', '十届四次会议以来，十届五次会议召开。', '分别增长10%、7.9%。', '深刻领悟“两个确立”，坚定“四个自信”。', '', '一、加强学习', '（二）推进', '（摘要）', '二〇二四年，2024年。',
  // what several paragraphs say together
  '“民之所盼', '就是我们的努力方向”。', '主要抓了以下三项工作。', '一是加强学习；二是推进协商。', '三是抓好落实。', '五是改进作风。', '印发《政协提案工作条例实施办法》。', '按照政协提案工作条例实施办法，开展提案督办。',
  '全年收到提案186件，办理提案168件，举办协商活动12次，走访委员1268人次。', '过去五年，县政协坚持团结民主。', '展望2024年工作。',
]

type Edit =
  | { do: 'insert'; at: number; text: string }
  | { do: 'delete'; at: number }
  | { do: 'replace'; at: number; text: string; from: number }
  | { do: 'move'; at: number; to: number }
  | { do: 'heading'; at: number; level: 1 | 2 }
  | { do: 'slot'; at: number }
  | { do: 'year'; year: number }
  | { do: 'title'; text: string }
  | { do: 'off'; rule: string }
  | { do: 'again'; at: number; to: number }
  | { do: 'compare'; with: 0 | 1 | 2 }

const at = fc.nat(40)
const piece = fc.constantFrom(...PIECES)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('insert' as const), at, text: piece }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), at }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('replace' as const), at, text: piece, from: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), at, to: at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('heading' as const), at, level: fc.constantFrom(1 as const, 2 as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('slot' as const), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('year' as const), year: fc.integer({ min: 2021, max: 2026 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('title' as const), text: fc.constantFrom('某县政协2024年工作综述', '2023年工作回顾', '') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), at, to: at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('compare' as const), with: fc.constantFrom(0 as const, 1 as const, 2 as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('off' as const), rule: fc.constantFrom('text.repeat', 'arith.share', 'quote.unbalanced') }) },
)

let nextId = 0
const paragraph = (text: string): Block => ({ type: 'paragraph', id: `n${nextId++}`, content: text === '' ? [] : [textNode(text)] })
const slot = (): Inline => ({ type: 'slot', id: `slot${nextId++}`, indicator: '提案立案', unit: '件', kind: 'quantity' })

function apply(report: Report, change: Edit): Report {
  if (change.do === 'compare') return report
  if (change.do === 'year') return { ...report, year: change.year }
  if (change.do === 'title') return { ...report, title: change.text }
  if (change.do === 'off') {
    const off = report.checking?.off ?? []
    return { ...report, checking: { dismissed: [], off: off.includes(change.rule) ? off.filter((id) => id !== change.rule) : [...off, change.rule] } }
  }
  const blocks = toBlocks(report.sections)
  const i = change.at % (blocks.length + 1)
  const block = blocks[i]
  if (change.do === 'insert') blocks.splice(i, 0, paragraph(change.text))
  else if (change.do === 'delete') blocks.splice(i, 1)
  else if (change.do === 'again') blocks.splice(change.to % (blocks.length + 1), 0, ...(block ? [{ ...block, id: `n${nextId++}` }] : []))
  else if (change.do === 'move') blocks.splice(change.to % (blocks.length + 1), 0, ...blocks.splice(i, 1))
  else if (change.do === 'heading') blocks.splice(i, 0, { type: 'heading', id: `h${nextId++}`, level: change.level, number: '一、', heading: '提案工作' })
  else if (block?.type === 'paragraph') {
    const text = block.content.map((node) => ('text' in node ? node.text : '')).join('')
    const words = change.do === 'replace' ? text.slice(0, change.from) + change.text + text.slice(change.from) : ''
    blocks[i] = { ...block, content: change.do === 'slot' ? [...block.content, slot()] : words === '' ? [] : [textNode(words)] }
  }
  return { ...report, sections: toSections(blocks) }
}

const lasts = [undefined, seedReport(SEEDS[1] ?? ''), seedReport(SEEDS[2] ?? '')]
const starts = [seedReport(SEEDS[3] ?? ''), { ...seedReport(SEEDS[0] ?? ''), status: 'draft' as const }]

it('a check that goes on from the one before finds what a full one finds, over any sequence of edits', () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(edit, { minLength: 1, maxLength: 16 }), (start, edits) => {
      const checker = new Checker()
      let options: CheckOptions = {}
      let report: Report = start
      let before = checker.check(report, options)
      for (const change of edits) {
        if (change.do === 'compare') {
          const last = lasts[change.with]
          options = last ? { last } : {}
        }
        report = apply(report, change)
        const kept = structuredClone(before)
        const now = checker.check(report, options)
        expect(now).toEqual(checkReport(report, options))
        // what was handed out stays as it was
        expect(before).toEqual(kept)
        before = now
      }
    }),
    { numRuns: 80 },
  )
}, 120_000)

it('a change of the settings is heard at once', () => {
  const checker = new Checker()
  const [report] = starts
  if (!report) throw new Error('no seed')
  const text = apply(report, { do: 'insert', at: 3, text: '推动工作工作落实。' })
  const severe: CheckSettings = { ...DEFAULT_SETTINGS, severities: { 'text.repeat': 'error' } }
  const severityOf = (settings: CheckSettings): string[] => checker.check(text, { settings, rules: ['text.repeat'] }).filter(({ anchors: [a] }) => a.text === '工作工作').map(({ severity }) => severity)
  expect(severityOf(DEFAULT_SETTINGS)).toEqual(['warning'])
  expect(severityOf(severe)).toEqual(['error'])
  expect(checker.check(text, { settings: { ...DEFAULT_SETTINGS, off: ['text.repeat'] } }).filter(({ rule }) => rule === 'text.repeat')).toEqual([])
})
