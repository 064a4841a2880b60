import { inlineText, textNode } from '#core/model/inline.ts'
import { allParagraphs } from '#core/model/tree.ts'
import type { Paragraph, Report, Section } from '#core/model/report.ts'
import { Chance } from '../core/checker/chance.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'

/**
 * Long reports in the language of real ones: sentences are put together anew from the clauses of the seeds, with other numbers, so that nothing stands
 * twice. Every second clause has a figure, which gives some 300 core figures in 20,000 characters.
 */
const clauses = SEEDS.flatMap((seed) => allParagraphs(seedReport(seed))).flatMap((p) =>
  p.content.map(inlineText).join('').replace(/\s+/gu, '').split(/[，,。；;：:！？]/u).filter((clause) => clause.length >= 5 && clause.length <= 40 && !/[“”《》（）()‘’]/u.test(clause)))
const withFigure = clauses.filter((clause) => /\d/u.test(clause))
const without = clauses.filter((clause) => !/\d/u.test(clause))

const NUMBERS = '一二三四五六七八九十'

/** A report of about so many characters; another `seed` of chance gives one in which no paragraph is the same. */
export function longReport(characters: number, seed: number): Report {
  const chance = new Chance(seed)
  const numbered = (clause: string): string => clause.replace(/(?<!\d)\d{2,4}(?![\d年月日])/gu, (n) => String(chance.whole(10 ** (n.length - 1), 10 ** n.length - 1)))
  const sentence = (): string => `${Array.from({ length: chance.whole(3, 5) }, () => (chance.next() < 0.2 ? numbered(chance.pick(withFigure)) : chance.pick(without))).join('，')}。`
  const sections: Section[] = []
  let count = 0
  for (let s = 0; count < characters; s++) {
    const paragraphs: Paragraph[] = []
    for (let p = 0; p < 4 && count < characters; p++) {
      const text = Array.from({ length: chance.whole(2, 5) }, sentence).join('')
      count += text.length
      paragraphs.push({ id: `p${s}-${p}`, content: [textNode(text)] })
    }
    sections.push({ id: `s${s}`, level: 1, number: `${s < 10 ? NUMBERS.charAt(s) : `${s < 20 ? '' : NUMBERS.charAt(Math.floor((s + 1) / 10) - 1)}十${(s + 1) % 10 === 0 ? '' : NUMBERS.charAt((s + 1) % 10 - 1)}`}、`, heading: chance.pick(without).slice(0, 16), paragraphs, sections: [] })
  }
  const [first] = SEEDS
  return { ...seedReport(first), id: `long${seed}`, sections, captions: [], noise: [] }
}
