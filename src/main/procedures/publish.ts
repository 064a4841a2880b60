import { stat } from 'node:fs/promises'
import { ORPCError } from '@orpc/server'
import type { Found } from '#contract/contract.ts'
import { SEVERITIES, type Finding } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { isUnlike, statedPlaces } from '#core/ledger/places.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { KINDS } from '#core/print/options.ts'
import { printProfile } from '#core/print/profiles.ts'
import { exportName, habitOf } from '#core/print/publishing.ts'
import { writeProfile } from '../files/publish-files.ts'
import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'
import { exportedAs, remember } from './exported.ts'
import { gather, openFindings } from './printing.ts'

/** Documents for print. */
export const publishProcedures = (services: Services) => {
  const { options, library } = services
  const now = (): Date => options.now?.() ?? new Date()
  return {
    review: os.publish.review.handler(async ({ input }) => {
      const { report } = await library.get(input.id)
      const stored = report.body === '' ? undefined : await library.ledgerOf(report.body)
      return {
        ...openOf(report),
        unlike: stored ? statedPlaces(report, stored.ledger).filter(isUnlike).length : 0,
        unreviewed: allParagraphs(report).reduce((n, p) => n + p.content.filter((node) => node.type === 'text' && node.review !== undefined).length, 0),
        promises: (report.commitments ?? []).filter(({ kind, state }) => kind === 'promise' && state === 'open').length,
        findings: summed(await openFindings(library, report, input.last)),
      }
    }),
    model: os.publish.model.handler(async ({ input }) => {
      const { report, context } = await gather(library, input, now())
      return printProfile(report, input.profile, context, input.options)
    }),
    export: os.publish.export.handler(async ({ input }) => {
      const { profile, kind, options: how } = input
      if (!KINDS[profile].includes(kind)) throw new ORPCError('BAD_REQUEST', { message: `${profile} is no ${kind}` })
      const { report, context } = await gather(library, input, now())
      const { openSlots } = openOf(report)
      if ((profile === 'official' || profile === 'newspaper') && openSlots > 0 && !input.despiteOpenSlots) {
        throw new ORPCError('OPEN_SLOTS', { defined: true, message: `还有 ${openSlots} 处待填数据。请补齐后导出，或选择“仍要导出”。`, data: { count: openSlots } })
      }
      const { bytes, mime } = await writeProfile(report, profile, kind, context, how)
      // only to where it was written before: no window names a path
      const to = input.again === undefined ? undefined : exportedAs(services, input.again).path
      const name = input.fileName ?? exportName(report, profile, kind)
      const answer = await deliver(options, name, bytes, mime, to)
      await remember(services, input, kind, name, answer)
      return answer
    }),
    habit: os.publish.habit.handler(({ input }) => habitOf(library.publishing.get(), input.body, input.report)),
    exports: os.publish.exports.handler(() =>
      Promise.all(library.publishing.get().exports.map(async (made) => ({ ...made, there: made.path !== undefined && (await isFile(made.path)) }))),
    ),
    open: os.publish.open.handler(async ({ input }) => {
      const { path, fileName } = exportedAs(services, input.export)
      if (path === undefined || !(await isFile(path))) throw new ORPCError('NOT_FOUND', { defined: true, message: `“${fileName}”已不在原来的位置，可能已被移动、改名或删除。可以重新导出。` })
      if (input.inFolder) options.ports.showFile?.(path)
      else await options.ports.openFile?.(path).catch(() => Promise.reject(new ORPCError('NOT_FOUND', { defined: true, message: `这台电脑没有可以打开“${fileName}”的程序。请在文件夹中查看，或安装 Word、WPS 后再打开。` })))
    }),
    forget: os.publish.forget.handler(({ input }) => library.publishing.forget(input.exports)),
  }
}

const isFile = (path: string): Promise<boolean> => stat(path).then((found) => found.isFile(), () => false)

/** By rule and severity, the worst first. What is open or not verified is counted apart. */
function summed(findings: readonly Finding[]): Found[] {
  const rank = ({ severity }: Pick<Finding, 'severity'>): number => SEVERITIES.indexOf(severity)
  return RULES.flatMap(({ id, title }): Found[] => {
    const all = id === 'slot.open' ? [] : findings.filter(({ rule }) => rule === id)
    return SEVERITIES.flatMap((severity): Found[] => {
      const own = all.filter((f) => f.severity === severity)
      const place = own[0]?.anchors[0]
      return place ? [{ rule: id, title, severity, count: own.length, first: { blockId: place.paragraphId, start: place.start, end: place.end } }] : []
    })
  }).sort((a, b) => rank(a) - rank(b))
}

function openOf(report: Report): { openSlots: number; unverified: number; figures: number; verified: number } {
  const nodes = allParagraphs(report).flatMap((p) => p.content)
  const running = new Set(allParagraphs(report).map(({ id }) => id))
  const figures = reportFigures(report).filter((figure) => isCore(figure) && running.has(figure.paragraphId)).length
  // a figure of which a part is bold stands in several nodes
  const verified = new Set(nodes.flatMap((n) => (n.type === 'figure' && n.state === 'verified' ? [n.id] : []))).size
  return { figures, verified, openSlots: nodes.filter((n) => n.type === 'slot').length, unverified: nodes.filter((n) => n.type === 'figure' && (n.state === 'filled' || n.state === 'doubtful')).length }
}
