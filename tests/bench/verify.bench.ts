// @vitest-environment happy-dom
import { history } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { bench, describe } from 'vitest'
import type { Report } from '#core/model/report.ts'
import { docToReport, reportToDoc } from '../../src/renderer/editor/convert.ts'
import { giveVerdicts } from '../../src/renderer/editor/verdict.ts'
import { verifiedPlugin } from '../../src/renderer/editor/verified.ts'
import { besideOf, knownOf, textsOf } from '../../src/renderer/features/verify/beside.ts'
import { stopsOf } from '../../src/renderer/features/verify/stops.ts'
import { isLeft, progressBySection, progressOf } from '../../src/renderer/features/verify/walk.ts'
import { analyse } from '../../src/renderer/workers/analysis.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'

/** The five seeds twice over in one report: 40,000 characters, 250 figures. */
const report: Report = {
  ...seedReport('000_568c51d7bbfdb5c2'),
  sections: [0, 1].flatMap((round) => SEEDS.flatMap((seed) => seedReport(seed).sections.map((s) => fresh(s, `${seed}${round}`)))),
}
function fresh(section: Report['sections'][number], of: string): Report['sections'][number] {
  return { ...section, id: `${of}-${section.id}`, paragraphs: section.paragraphs.map((p) => ({ ...p, id: `${of}-${p.id}` })), sections: section.sections.map((s) => fresh(s, of)) }
}
const last = seedReport('001_39406531928dc60d')
const known = knownOf({ ...analyse(report, { last, earlier: [], series: false }), of: report, last }, 2020)
const NOW = new Date('2025-01-10T08:00:00.000Z')

describe(`verifying a report of ${stopsOf(report).length} figures`, () => {
  let state = EditorState.create({ doc: reportToDoc(report), plugins: [history(), verifiedPlugin()] })
  let now = report
  let at = 0
  // one frame is 16 ms; what is drawn comes on top
  bench('from a verdict to all that the next figure’s card says', () => {
    const stops = stopsOf(now)
    const left = stops.filter(isLeft)
    const stop = left[at++ % Math.max(1, left.length)] ?? stops[at % stops.length]
    if (!stop) throw new Error('no figures')
    const given = giveVerdicts(state, [{ place: stop.place, expected: stop.text, as: stop, state: 'verified', word: { at: NOW.toISOString() } }], NOW)
    if (!given.ok) throw new Error(given.why)
    state = state.apply(given.transaction)
    now = docToReport(state.doc, report)
    const after = stopsOf(now)
    const next = after.find(isLeft)
    if (next) besideOf(next, textsOf(now), known, null, [])
    progressOf(after)
    progressBySection(after)
  })
})
