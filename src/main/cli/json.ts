import type { Comparison } from '#core/compare/pair.ts'
import type { Finding } from '#core/checker/finding.ts'
import type { PlacedFigure } from '#core/figures/figure.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report, Section } from '#core/model/report.ts'

/** The stable JSON forms of the command line; other programs read them. */

interface OutlineSection {
  number: string
  heading: string
  level: number
  paragraphs: string[]
  sections: OutlineSection[]
}

/** `shuhe outline`. The occasion line counts as the subtitle where there is no other. */
export const outlineJson = (file: string, report: Report) => ({
  file,
  title: report.title,
  subtitle: report.subtitle !== '' ? report.subtitle : report.occasion,
  body: report.body,
  byline: report.byline,
  date: report.date,
  year: report.year,
  sections: report.sections.map(sectionJson),
  captions: report.captions,
  noise: report.noise,
})

const sectionJson = ({ number, heading, level, paragraphs, sections }: Section): OutlineSection => ({
  number,
  heading,
  level,
  paragraphs: paragraphs.map((p) => plainText(p.content)),
  sections: sections.map(sectionJson),
})

/** A figure as every command prints it. */
const figureJson = ({ text, value, high, unit, approx, kind, indicator, section, paragraph, start, end, before, after }: PlacedFigure) => ({
  text, value, ...(high === undefined ? {} : { high }), unit, approx, kind, indicator, section, paragraph, start, end, before, after,
})

/** `shuhe figures` */
export const figuresJson = (file: string, figures: readonly PlacedFigure[]) => ({ file, figures: figures.map(figureJson) })

/** `shuhe compare` */
export const compareJson = ({ pairs, onlyThis, onlyLast }: Comparison) => ({
  pairs: pairs.map(({ indicator, this: here, last, same, change, score }) => ({ indicator, this: figureJson(here), last: figureJson(last), same, change, score })),
  onlyThis: onlyThis.map(figureJson),
  onlyLast: onlyLast.map(figureJson),
})

/** `shuhe check` */
export const checkJson = (file: string, findings: readonly Finding[]) => ({
  file,
  findings: findings.map(({ rule, severity, message, anchors, suggestion }) => ({
    rule,
    severity,
    message,
    anchors: anchors.map(({ paragraph, start, end, text, before, after }) => ({ paragraph, start, end, text, before, after })),
    ...(suggestion === undefined ? {} : { suggestion }),
  })),
})
