import { inlineText, type FigureNode, type Inline } from '../model/inline.ts'
import { plainText } from '../model/plain-text.ts'
import { numeralAt } from '../text/numeral-at.ts'
import type { Figure } from './figure.ts'
import { findNumerals } from './find-numerals.ts'
import { recognizeFigures, type Surroundings } from './recognize.ts'

interface Decided {
  node: FigureNode | undefined
  start: number
  end: number
}

/**
 * The figures of a paragraph's content: what recognition finds in its plain text, corrected by what the editor decided. A followed figure
 * counts what its node says; a numeral that the editor called a figure is one, whatever recognition thinks of it; a label is none. Offsets
 * are those of the plain text.
 */
export function contentFigures(content: readonly Inline[], surroundings?: Surroundings): readonly Figure[] {
  const found = recognizeFigures(plainText(content), surroundings)
  const decided = decisions(content)
  if (decided.length === 0) return found
  const out: Figure[] = []
  const taken = new Set<FigureNode>()
  for (const figure of found) {
    const decision = decided.find((d) => d.start < figure.end && figure.start < d.end)
    if (!decision) out.push(figure)
    else if (!decision.node) out.push({ ...figure, kind: 'label', indicator: '' })
    else if (figure.kind === 'quantity' || figure.kind === 'percent' || figure.kind === 'money') {
      taken.add(decision.node)
      out.push({ ...figure, indicator: decision.node.indicator || figure.indicator })
    } else if (!taken.has(decision.node)) {
      taken.add(decision.node)
      out.push(declared(decision.node, decision.start, decision.end) ?? figure)
    }
  }
  for (const { node, start, end } of decided) {
    const figure = node && !taken.has(node) ? declared(node, start, end) : undefined
    if (figure) out.push(figure)
  }
  return out.sort((a, b) => a.start - b.start)
}

/** The stretches of which the editor decided. */
function decisions(content: readonly Inline[]): Decided[] {
  const out: Decided[] = []
  let at = 0
  for (const node of content) {
    const start = at
    at += inlineText(node).length
    const before = out.at(-1)
    // a figure of which a part is bold stands in several nodes
    if (node.type === 'figure' && before?.node?.id === node.id && before.end === start) out[out.length - 1] = { node: { ...before.node, text: before.node.text + node.text }, start: before.start, end: at }
    else if (node.type === 'figure') out.push({ node, start, end: at })
    else if (node.type === 'label') out.push({ node: undefined, start, end: at })
  }
  return out
}

/** A figure because the editor says so: its number is the first numeral of its text. Undefined where that holds none. */
function declared(node: FigureNode, start: number, end: number): Figure | undefined {
  const numeral = findNumerals(node.text)[0]
  if (!numeral) return undefined
  const more = numeralAt(node.text, numeral.start)?.more
  return {
    start,
    end,
    text: node.text.replace(/\s+/gu, ''),
    value: numeral.value,
    unit: node.unit,
    approx: more === undefined ? 'exact' : more === '来' ? 'about' : 'over',
    kind: node.kind,
    indicator: node.indicator,
  }
}

/** What a numeral would be as a figure, where the editor says that it is one: its unit is what stands behind the number in the same words. */
export function asFigure(surface: string): Pick<FigureNode, 'unit' | 'kind'> | undefined {
  const text = surface.replace(/\s+/gu, '')
  const [recognized] = recognizeFigures(text)
  if (recognized && (recognized.kind === 'quantity' || recognized.kind === 'percent' || recognized.kind === 'money')) return { unit: recognized.unit, kind: recognized.kind }
  const numeral = findNumerals(text)[0]
  if (!numeral) return undefined
  const unit = /^[余多来]?([^，。；、\d]{0,4})/u.exec(text.slice(numeral.end))?.[1] ?? ''
  return { unit, kind: /^(?:%|％|个?百分点)/u.test(unit) ? 'percent' : /元$/u.test(unit) ? 'money' : 'quantity' }
}
