import { TextlintKernel, type TextlintRuleModule } from '@textlint/kernel'
import textPlugin from '@textlint/textlint-plugin-text'
// @ts-expect-error has no types
import noUnmatchedPair from '@textlint-rule/textlint-rule-no-unmatched-pair'
import { bench, describe } from 'vitest'
import { Checker, checkReport } from '#core/checker/check.ts'
import { RULES } from '#core/checker/rules.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { inlineText } from '#core/model/inline.ts'
import { countCharacters, plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { longReport } from './long-report.ts'

/**
 * All checks, cold and at a keystroke, and how they grow; `npm run bench -- check`. The peer for the wording part is textlint with its published rule for
 * unmatched pairs and the same word patterns as rules of its own, on the same text in the same run.
 */
/** The report with another character typed into the paragraph in its middle. */
function typed(report: Report, n: number): Report {
  const at = report.sections.findIndex((section, i) => i >= report.sections.length / 2 && section.paragraphs.some((p) => p.content.length > 0))
  return {
    ...report,
    sections: report.sections.map((section, i) => (i !== at ? section : {
      ...section,
      paragraphs: section.paragraphs.map((p, k) => (k !== section.paragraphs.findIndex((q) => q.content.length > 0) ? p : { ...p, content: [{ type: 'text', text: p.content.map(inlineText).join('') + '协'.repeat(n % 40) + String(n) }] })),
    })),
  }
}

let turn = 0
const cold = (characters: number): Report[] => Array.from({ length: 400 }, () => longReport(characters, turn++))

const core = (report: Report): number => reportFigures(report).filter(({ kind }) => kind === 'quantity' || kind === 'percent' || kind === 'money').length
const sample = longReport(20_000, turn++)
const WORDING = RULES.filter(({ id }) => /^(?:punct|quote|text|term|number)\./u.test(id)).map(({ id }) => id)

/** A rule of textlint that looks for a pattern in every text, as our wording rules do. */
const patternRule = (pattern: RegExp): TextlintRuleModule => ({ Syntax, RuleError, getSource, report }) => ({
  [Syntax.Str](node) {
    for (const match of getSource(node).matchAll(pattern)) report(node, new RuleError('wording', { index: match.index }))
  },
})
const kernel = new TextlintKernel()
const textlintOptions = {
  filePath: 'report.txt',
  ext: '.txt',
  plugins: [{ pluginId: 'text', plugin: textPlugin }],
  rules: [
    { ruleId: 'no-unmatched-pair', rule: noUnmatchedPair },
    { ruleId: 'half-width', rule: patternRule(/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/gu) },
    { ruleId: 'repeated-mark', rule: patternRule(/[，。、；：][，。、；：]+/gu) },
    { ruleId: 'repeated-word', rule: patternRule(/(\p{Script=Han}{2})\1|的的|了了/gu) },
    { ruleId: 'words', rule: patternRule(/按步就班|再接再励|一如继往|截止\d{4}年|布署|成份|坚苦奋斗|攻艰克难/gu) },
  ],
}

const TWENTY = cold(20_000)
const FORTY = cold(40_000).slice(0, 200)
const EIGHTY = cold(80_000).slice(0, 100)
const next = (reports: Report[]): Report => {
  const report = reports.shift()
  if (!report) return longReport(20_000, turn++)
  return report
}

describe(`${countCharacters(sample)} characters with ${core(sample)} figures, wording alone`, () => {
  bench('peer: textlint', async () => void (await kernel.lintText(plainParagraphs(next(TWENTY)).map(({ text }) => text).join('\n\n'), textlintOptions)), { iterations: 20, time: 0, warmupIterations: 3, warmupTime: 0 })
  bench('our wording rules, nothing remembered', () => void checkReport(next(TWENTY), { rules: WORDING }), { iterations: 20, time: 0, warmupIterations: 3, warmupTime: 0 })
})

/** The times of one measured function, told by their quantiles at the end: a mean hides what the editor feels. */
function timed(name: string, work: () => void): { run: () => void; teardown: (_: unknown, mode?: string) => void } {
  let times: number[] = []
  return {
    run: () => {
      const start = performance.now()
      work()
      times.push(performance.now() - start)
    },
    teardown: (_, mode) => {
      const sorted = times.sort((a, b) => a - b)
      const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
      if (mode === 'run') console.log(`${name}: half within ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms`)
      times = []
    },
  }
}

describe('all rules, nothing remembered', () => {
  // nothing is remembered of the text; the engine has compiled what it runs, as in a worker that has checked a report before
  const options = { iterations: 40, time: 0, warmupIterations: 60, warmupTime: 0 }
  for (const [name, reports] of [['20,000 characters', TWENTY], ['40,000 characters', FORTY], ['80,000 characters', EIGHTY]] as const) {
    const { run, teardown } = timed(name, () => void checkReport(next(reports)))
    bench(name, run, { ...options, teardown })
  }
})

describe('a keystroke', () => {
  const draft = longReport(100_000, turn++)
  const checker = new Checker()
  checker.check(draft)
  let n = 0
  // made outside of what is measured: the window hands over a new report
  const states = Array.from({ length: 300 }, () => typed(draft, ++n))
  const options = { iterations: 250, time: 0, warmupIterations: 100, warmupTime: 0 }
  const ours = timed(`a keystroke in ${countCharacters(draft)} characters`, () => void checker.check(states[n++ % states.length] ?? draft))
  // textlint remembers nothing from text to text
  const text = plainParagraphs(draft).map((paragraph) => paragraph.text).join('\n\n')
  bench('peer: textlint', async () => void (await kernel.lintText(`${text}${++n}`, textlintOptions)), { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 })
  bench(`in ${countCharacters(draft)} characters`, ours.run, { ...options, teardown: ours.teardown })
})
