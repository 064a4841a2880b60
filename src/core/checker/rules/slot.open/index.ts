import { inlineText, type FigureNode, type Inline, type LastFigure, type SlotNode } from '../../../model/inline.ts'
import { defineParagraphRule, type Place } from '../../rule.ts'
import { placeholdersIn } from './placeholders.ts'

/** Open slots (待填数据), filled figures that no person has verified against a source, and places left open by hand (XX件, ____场次), in published reports too. */
export const slotOpen = defineParagraphRule({
  id: 'slot.open',
  title: '数据未填或未核',
  severity: 'warning',
  basis: { on: 'practice', why: '每一个数据都须由人对照来源核实；付印前不得留空' },
  defaults: {},
  check: ({ paragraph, year, finding }) => {
    const typed = placeholdersIn(paragraph.text)
    let at = 0
    const nodes = (paragraph.paragraph?.content ?? []).flatMap((node) => {
      const start = at
      at += inlineText(node).length
      const place: Place = { in: paragraph, start, end: at }
      if (node.type === 'slot') return [finding(`待填数据${named(node)}尚未填写${lastYear(node.last, year)}`, [place])]
      if (node.type !== 'figure' || node.state === 'verified' || node.state === 'stated') return []
      return node.state === 'doubtful'
        ? [finding(`数据${named(node)}存疑，现为${node.text}${lastYear(node.last, year)}`, [place])]
        : [finding(`数据${named(node)}已填${node.text}，尚未核实${lastYear(node.last, year)}`, [place], { severity: 'info' })]
    })
    if (typed.length === 0) return nodes
    // what a slot shows for itself is no text
    const own = slotsOf(paragraph.paragraph?.content ?? [])
    return [...nodes, ...typed.filter(({ start, end }) => !own.some((slot) => slot.start < end && start < slot.end)).map(({ start, end, message }) => finding(message, [{ in: paragraph, start, end }]))]
  },
})

function slotsOf(content: readonly Inline[]): { start: number; end: number }[] {
  let at = 0
  return content.flatMap((node) => {
    const start = at
    at += inlineText(node).length
    return node.type === 'slot' ? [{ start, end: at }] : []
  })
}

const named = (node: SlotNode | FigureNode): string => (node.indicator === '' ? '' : `「${node.indicator}」`)

function lastYear(last: LastFigure | undefined, year: number | null): string {
  if (!last) return ''
  const when = last.year === null ? '上次报告' : last.year + 1 === year ? '去年' : `${last.year}年`
  return `，${when}为${last.text}`
}
