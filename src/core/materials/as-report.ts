import { textNode } from '../model/inline.ts'
import { LEAD_SECTION_ID } from '../model/tree.ts'
import type { Report, Section } from '../model/report.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import type { Material } from './material.ts'

const known = new WeakMap<Material, Report>()

/**
 * A material as a report, so that all that reads reports reads it too; paragraphs keep their ids and their text, so that places in the one
 * are places in the other. A material is never changed in place.
 */
export function asReport(material: Material): Report {
  const before = known.get(material)
  if (before) return before
  const sections: Section[] = []
  for (const { id, text, heading } of material.paragraphs) {
    if (heading) {
      const split = splitHeadingNumber(text)
      sections.push({ id, level: 1, number: split?.number ?? '', heading: split?.heading ?? text, paragraphs: [], sections: [] })
      continue
    }
    let section = sections.at(-1)
    if (!section) {
      section = { id: LEAD_SECTION_ID, level: 0, number: '', heading: '', paragraphs: [], sections: [] }
      sections.push(section)
    }
    section.paragraphs.push({ id, content: text === '' ? [] : [textNode(text)] })
  }
  const report: Report = {
    id: material.id, status: 'published', body: material.body, year: material.year, title: material.title, subtitle: '', occasion: '', byline: '', date: material.date,
    sections, captions: [], noise: [], origin: { from: 'blank' },
  }
  known.set(material, report)
  return report
}
