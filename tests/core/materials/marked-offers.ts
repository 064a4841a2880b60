import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Offer } from '#core/materials/offers.ts'
import type { Material } from '#core/materials/material.ts'
import { materialFromReport } from '#core/materials/from-report.ts'
import type { Report } from '#core/model/report.ts'
import { inlineText } from '#core/model/inline.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { rollForward } from '#core/templates/roll-forward.ts'

/** The materials of `tests/fixtures/offers`, read with their marks taken out, and the draft that they were sent for. */
export interface MarkedSet {
  draft: Report
  materials: Material[]
  /** what is marked: material, figure, and the slot that it answers */
  wanted: { material: string; text: string; slotId: string }[]
}

const FOLDER = 'tests/fixtures/offers'
const MARK = /\{([^=}]*)=([^}]*)\}/gu
/** widths and white space do not count in a mark */
const plain = (text: string): string => text.replace(/\s+/gu, '').replace(/,/gu, '，')

export function readMarkedSet(name: 'kaihua' | 'linyuan' | 'zehu'): MarkedSet {
  const year = name === 'zehu' ? 2024 : 2021
  const lastFile = name === 'kaihua' ? join('seeds', readdirSync('seeds').find((n) => n.startsWith('001')) ?? '') : join(FOLDER, name, 'last.txt')
  const last = { ...recoverReport(linesOfText(readFileSync(lastFile, 'utf8')), { id: 'last', origin: { from: 'blank' } }), body: name, year: year - 1 }
  const draft = rollForward(last, { id: 'draft', year })
  // a slot by what stands before it and its last value, over the filled-in text of its paragraph
  const slots = allParagraphs(draft).flatMap(({ content }) => {
    let text = ''
    return content.flatMap((node) => {
      text += node.type === 'slot' ? (node.last?.text ?? '') : inlineText(node)
      return node.type === 'slot' ? [{ id: node.id, upTo: plain(text) }] : []
    })
  })
  const materials: Material[] = []
  const wanted: MarkedSet['wanted'] = []
  for (const file of readdirSync(join(FOLDER, name)).filter((n) => n !== 'last.txt')) {
    const text = readFileSync(join(FOLDER, name, file), 'utf8')
    for (const [, figure = '', key = ''] of text.matchAll(MARK)) {
      const found = slots.filter(({ upTo }) => upTo.endsWith(plain(key)))
      if (found.length !== 1) throw new Error(`${file}: ${figure}=${key} names ${found.length} slots`)
      wanted.push({ material: file, text: figure, slotId: found[0]?.id ?? '' })
    }
    const report = recoverReport(linesOfText(text.replace(MARK, '$1')), { id: file, origin: { from: 'file', fileName: file } })
    materials.push({ ...materialFromReport(report, { id: file, body: name, year }), id: file })
  }
  return { draft, materials, wanted }
}

/** How well offers meet the marks: those that are right, wrong, and missing. */
export function measure({ wanted }: MarkedSet, offers: readonly Offer[]): { right: Offer[]; wrong: Offer[]; missing: MarkedSet['wanted'] } {
  const key = (o: { material: string; text: string; slotId: string }): string => [o.material, o.text, o.slotId].join('|')
  const keys = new Set(wanted.map(key))
  const of = (o: Offer): string => key({ material: o.materialId, text: o.text, slotId: o.slotId ?? '' })
  const given = new Set(offers.map(of))
  return { right: offers.filter((o) => keys.has(of(o))), wrong: offers.filter((o) => !keys.has(of(o))), missing: wanted.filter((w) => !given.has(key(w))) }
}
