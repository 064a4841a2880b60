import type { Node as PmNode } from '@tiptap/pm/model'
import type { FigureNode } from '#core/model/inline.ts'
import { readFigure } from './convert.ts'

/** A figure by its id, whole. */
export function figureAt(doc: PmNode, id: string): { node: FigureNode; from: number; to: number } | undefined {
  let found: { node: FigureNode; from: number; to: number } | undefined
  doc.descendants((node, pos) => {
    const mark = node.marks.find((m) => m.type.name === 'figure' && m.attrs['id'] === id)
    const figure = mark && readFigure(mark.attrs, node.text ?? '')
    if (!figure) return
    found = found?.to === pos ? { ...found, to: pos + node.nodeSize, node: { ...found.node, text: found.node.text + (node.text ?? '') } } : (found ?? { node: figure, from: pos, to: pos + node.nodeSize })
  })
  return found
}
