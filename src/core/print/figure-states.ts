import { contentFigures } from '../figures/content-figures.ts'
import { isCore } from '../figures/figure.ts'
import { inlineText, type FigureNode, type FigureState, type Inline, type SlotNode } from '../model/inline.ts'

/** What is known of a figure that stands in a paragraph, by its range in the plain text (UTF-16, half-open). */
export interface StatedFigure {
  start: number
  end: number
  /** a figure that is only in the text, and of which nobody said anything, is `stated` */
  state: FigureState | 'open'
  text: string
  /** what the editor follows; undefined for one that was merely recognised */
  node?: FigureNode | SlotNode
}

/** The core figures and open slots of a paragraph in reading order. A figure of which a part is bold is one. */
export function statedFigures(content: readonly Inline[], heading = ''): StatedFigure[] {
  const out: StatedFigure[] = []
  let at = 0
  for (const node of content) {
    const [start, text] = [at, inlineText(node)]
    at += text.length
    if (node.type !== 'figure' && node.type !== 'slot') continue
    const last = out.at(-1)
    if (last?.end === start && last.node?.id === node.id) out[out.length - 1] = { ...last, end: at, text: last.text + text }
    else out.push({ start, end: at, text, node, state: node.type === 'slot' ? 'open' : node.state })
  }
  const followed = [...out]
  let k = 0
  for (const figure of contentFigures(content, { heading })) {
    while ((followed[k]?.end ?? Number.POSITIVE_INFINITY) <= figure.start) k++
    const covered = (followed[k]?.start ?? Number.POSITIVE_INFINITY) < figure.end
    if (isCore(figure) && !covered) out.push({ start: figure.start, end: figure.end, text: figure.text, state: 'stated' })
  }
  return out.sort((a, b) => a.start - b.start)
}
