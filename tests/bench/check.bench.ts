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
import type { Paragraph, Report, Section } from '#core/model/report.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'

/**
 * All checks, cold and at a keystroke, and how they grow; `npm run bench -- check`. The peer for the wording part is textlint with its published rule for
 * unmatched pairs and the same word patterns as rules of its own, on the same text in the same run.
 */
const seeds = SEEDS.map(seedReport)

/** A report of at least so many characters, made of the seeds; `turn` makes every paragraph a new one, which nothing remembers. */
function reportOf(characters: number, turn: number): Report {
  const [first] = seeds
  if (!first) throw new Error('no seeds')
  const sections: Section[] = []
  let count = 0
  for (let round = 0; count < characters; round++) {
    for (const seed of seeds) {
      if (count >= characters) break
      for (const section of seed.sections) {
        if (count >= characters) break
        const copy = marked(section, `${turn}·${round}·${seed.id}`)
        sections.push(copy)
        count += countCharacters({ ...first, sections: [copy] })
      }
    }
  }
  return { ...first, id: `r${characters}-${turn}`, sections }
}

function marked(section: Section, mark: string): Section {
  const words = `（${mark.replace(/\d/gu, (d) => '甲乙丙丁戊己庚辛壬癸'.charAt(Number(d))).replace(/[^\p{Script=Han}·]/gu, '')}）`
  return {
    ...section,
    id: `${mark}${section.id}`,
    paragraphs: section.paragraphs.map((p): Paragraph => ({ id: `${mark}${p.id}`, content: p.content.length === 0 ? [] : [...p.content, { type: 'text', text: words }] })),
    sections: section.sections.map((s) => marked(s, mark)),
  }
}

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
const cold = (characters: number): Report[] => Array.from({ length: 400 }, () => reportOf(characters, turn++))

const core = (report: Report): number => reportFigures(report).filter(({ kind }) => kind === 'quantity' || kind === 'percent' || kind === 'money').length
const sample = reportOf(20_000, turn++)
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
  if (!report) return reportOf(20_000, turn++)
  return report
}

describe(`${countCharacters(sample)} characters with ${core(sample)} figures, wording alone`, () => {
  bench('peer: textlint', async () => void (await kernel.lintText(plainParagraphs(next(TWENTY)).map(({ text }) => text).join('\n\n'), textlintOptions)), { iterations: 20, time: 0, warmupIterations: 3, warmupTime: 0 })
  bench('our wording rules, nothing remembered', () => void checkReport(next(TWENTY), { rules: WORDING }), { iterations: 20, time: 0, warmupIterations: 3, warmupTime: 0 })
})

describe('all rules, nothing remembered', () => {
  const options = { iterations: 40, time: 0, warmupIterations: 5, warmupTime: 0 }
  bench('20,000 characters', () => void checkReport(next(TWENTY)), options)
  bench('40,000 characters', () => void checkReport(next(FORTY)), options)
  bench('80,000 characters', () => void checkReport(next(EIGHTY)), options)
})

describe('a keystroke', () => {
  const draft = reportOf(100_000, turn++)
  const checker = new Checker()
  checker.check(draft)
  let n = 0
  // made outside of what is measured: the window hands over a new report
  const states = Array.from({ length: 300 }, () => typed(draft, ++n))
  bench(`in ${countCharacters(draft)} characters`, () => void checker.check(states[n++ % states.length] ?? draft), { iterations: 250, time: 0, warmupIterations: 20, warmupTime: 0 })
})
