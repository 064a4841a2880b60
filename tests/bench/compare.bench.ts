import { bench, describe } from 'vitest'
import { alignReports } from '#core/compare/align.ts'
import { compareReports, forgetFeatures, reportFeatures } from '#core/compare/compare.ts'
import { buildSeries } from '#core/compare/series.ts'
import { changesBetween } from '#core/compare/versions.ts'
import { wordChanges } from '#core/text/word-diff.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { countCharacters, plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { longReport } from './long-report.ts'
import { baseline, MARKED, markedNames, readMarked } from '../core/compare/marked-pairs.ts'

/**
 * Pairing beside the plain baseline (neighbouring characters of every indicator with every other, the most alike first), on reports made of
 * the marked ones under places of different names. Both begin with recognised figures; our memory of reports is defeated by a copy.
 * `npm run bench`
 */
const PLACES = ['东', '南', '西', '北', '中', '新', '旧', '上', '下', '前', '后', '内', '外', '左', '右', '高', '低', '长', '短', '青', '白', '红', '金', '银', '玉', '石', '竹', '松', '梅', '兰', '柳', '桃'].flatMap((a) => ['溪', '山', '江', '城', '湖', '州', '阳', '安'].map((b) => `${a}${b}`))
const NAMES = markedNames()
const sources = { this: NAMES.map((name) => readMarked(MARKED, name, 'this').report), last: NAMES.map((name) => readMarked(MARKED, name, 'last').report) }

/** What reports say between their figures, so that there is one in sixty-odd characters as in real ones. */
const WORDS = '坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实上级决策部署，围绕中心、服务大局，扎实推进各项工作，取得新的成效，为高质量发展作出积极贡献。'

/** A report of about so many figures: the marked reports one after another, each round under other places. */
function made(which: 'this' | 'last', figures: number): Report {
  const lines: string[] = ['2024年工作综述']
  let count = 0
  for (let round = 0; count < figures; round++) {
    for (const source of sources[which]) {
      if (count >= figures) break
      const place = PLACES[(round * NAMES.length + sources[which].indexOf(source)) % PLACES.length] ?? ''
      for (const { role, text } of plainParagraphs(source)) {
        if (role === 'title') continue
        const filler = WORDS.repeat(Math.max(1, Math.round(text.length / 45)))
        lines.push(role === 'heading' ? text : filler + text.replace(/(?<=[，。；、])(?=[\p{Script=Han}]{4})/gu, round === 0 ? '' : place))
      }
      count += reportFeatures(source).length
    }
  }
  return recoverReport(linesOfText(lines.join('\n')), { id: which, origin: { from: 'blank' } })
}
const anew = (report: Report): Report => ({ ...report })
const cold = (report: Report): Report => {
  forgetFeatures()
  return { ...report }
}

const [now, last] = [made('this', 300), made('last', 300)]
console.log(`${reportFeatures(now).length} and ${reportFeatures(last).length} figures in ${countCharacters(now)} and ${countCharacters(last)} characters`)

describe('two reports of 300 figures', () => {
  bench('plain baseline (peer)', () => void baseline(now, last))
  bench('pairing, both never seen before', () => void compareReports(cold(now), anew(last)))
  bench('pairing after an edit of one', () => void compareReports(anew(now), last))
  bench('sections and paragraphs side by side', () => void alignReports(now, last))
})

describe('growth: ten times the figures, about ten times the time', () => {
  for (const figures of [100, 300, 1000, 3000]) {
    const [a, b] = [made('this', figures), made('last', figures)]
    bench(`${reportFeatures(a).length} with ${reportFeatures(b).length} figures`, () => void compareReports(cold(a), anew(b)))
  }
})

describe('series', () => {
  for (const years of [5, 20]) {
    const reports = Array.from({ length: years }, (_, i): Report => ({ ...(i % 2 === 0 ? now : last), id: `r${i}`, year: 2000 + i }))
    bench(`${years} years of 300 figures, all read anew`, () => void buildSeries(reports.map(anew)))
    bench(`${years} years of 300 figures after an edit of the latest`, () => void buildSeries([...reports.slice(0, -1), anew(reports.at(-1) ?? now)]))
  }
})

describe('differences by word', () => {
  const texts = [now, last].map((report) => plainParagraphs(report).map(({ text }) => text).join('').slice(0, 500)) as [string, string]
  bench('two paragraphs of 500 characters', () => void wordChanges(texts[1], texts[0]))
})

describe('changes between versions', () => {
  for (const characters of [20_000, 200_000]) {
    const [a, b] = [longReport(characters, 1), longReport(characters, 2)]
    bench(`two texts of ${characters} characters that share no paragraph`, () => void changesBetween(a, b))
    bench(`a text of ${characters} characters turned round`, () => void changesBetween(a, { ...a, sections: [...a.sections].reverse() }))
  }
})
