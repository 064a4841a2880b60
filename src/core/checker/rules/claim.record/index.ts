import type { Finding } from '../../finding.ts'
import { reviewOf, seriesOf } from '../../claims.ts'
import { certainPairs, yearName, yearsApart } from '../../last-year.ts'
import { rankTold, sayRank } from '../../ranks.ts'
import { defineReportRule, type Earlier, type Place } from '../../rule.ts'
import { isAbove, spanOf } from '../../span.ts'
import { sayYear } from '../../years-told.ts'
import { readRecords, type FirstTime } from './read.ts'

/**
 * Claims of a record (历史新高, 首次, 突破…大关, 零的突破) that earlier reports or the sentence's own years contradict, and a threshold that the stated figure itself has not passed.
 * A claim of which no earlier report gives a value is left alone where there are no earlier reports, and else mentioned.
 */
export const claimRecord = defineReportRule({
  id: 'claim.record',
  title: '纪录之说与往年不符',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '新高、首次、突破须与往年报告的数据一致' },
  defaults: {},
  read: readRecords,
  check: ({ earlier, year, finding }, all) => {
    const found: Finding[] = []
    for (const { in: paragraph, it: { records, passings, firsts, fromZero } } of all) {
      const place = ({ start, end }: { start: number; end: number }): Place => ({ in: paragraph, start, end })
      for (const { over, level, first, crossed } of passings) {
        if (level && spanOf(level).high < over.value && level.approx !== 'about') {
          found.push(finding(`${level.text}小于${over.text.replace(/^突破/u, '')}，与“${crossed ?? ''}${over.text}”矛盾`, [place(over), place(level)], { severity: 'error' }))
          continue
        }
        if (!first || !earlier || yearsApart(earlier, year) === null) continue
        const told = level ?? over
        const pair = certainPairs(earlier).find((p) => p.this.paragraph === paragraph.index && (p.this.start === told.start || p.this.start === over.start))
        if (pair && spanOf(pair.last).low >= over.value) found.push(finding(`${yearName(earlier)}报告中“${pair.last.indicator.replaceAll('“', '‘').replaceAll('”', '’')}”已为${pair.last.text}，今年不是首次${/^\d/u.test(over.text) ? '达到' : ''}${over.text}`, [placeOfFirst(paragraph.text, place(over)), place(told)]))
      }
      for (const { start, end, direction, years, figures, against: told, turned } of records) {
        const claim = paragraph.text.slice(start, end)
        if (turned !== undefined) {
          found.push(finding(`文中写作“${turned}”，与“${claim}”不符`, [place({ start, end })]))
          continue
        }
        if (told) {
          const [own, worst] = told
          found.push(finding(`${sayYear(worst)}，${direction === 'high' ? '高' : '低'}于${sayYear(own)}，与“${claim}”不符`, [place({ start, end }), place(own.figure), place(worst.figure)]))
          continue
        }
        if (!earlier || year === null) continue
        let known = false
        const places: Place[] = []
        const against = figures.flatMap((figure) => {
          const points = seriesOf(earlier, year, paragraph, figure)?.points.slice(0, -1) ?? []
          if (points.length > 0) known = true
          const better = points.filter((p) => (years === undefined || p.year > year - years) && p.figure.high === undefined && (direction === 'high' ? isAbove(p.figure, figure) : isAbove(figure, p.figure)))
          const [worst] = better.sort((a, b) => (direction === 'high' ? b.value - a.value : a.value - b.value))
          if (!worst) return []
          places.push(place(figure))
          return [`“${figure.indicator}”${worst.year}年为${worst.figure.text}，${direction === 'high' ? '高' : '低'}于今年的${figure.text}`]
        })
        if (against.length > 0) found.push(finding(`${against.join('；')}，与“${claim}”不符`, [place({ start, end }), ...places]))
        else if (!known) found.push(finding(`往年报告中没有“${figures[0]?.indicator ?? ''}”的数据，“${claim}”无从核对`, [place({ start, end })], { severity: 'info' }))
      }
      for (const { start, end, before } of firsts) if (before !== undefined) found.push(finding(`前文已写到“${before.replaceAll('“', '‘').replaceAll('”', '’')}”，不是“${paragraph.text.slice(start, end)}”`, [place({ start, end })]))
      if (!earlier || year === null) continue
      for (const { start, end, figure } of fromZero) {
        const message = hadBefore(earlier, paragraph.index, figure)
        if (message !== undefined) found.push(finding(message, [place({ start, end }), place(figure)]))
      }
      for (const first of firsts) {
        if (first.before !== undefined) continue
        const message = yearsApart(earlier, year) === null ? undefined : (rankedBefore(earlier, first) ?? toldBefore(earlier, first))
        if (message !== undefined) found.push(finding(message, [place(first)]))
      }
    }
    return found
  },
})

/** 首次 before 突破 belongs to the claim. */
function placeOfFirst(text: string, { in: paragraph, start, end }: Place): Place {
  const before = /首次?(?:历史性|成功|一举|全面)*(?:破|跃上|站上|迈上|迈入|跨过|跨越|跨上|登上|越过|达到?|超过?)?了?$/u.exec(text.slice(Math.max(0, start - 10), start))?.[0] ?? ''
  return { in: paragraph, start: start - before.length, end }
}

const HOLDING = '举办|召开|开展|组织|举行|承办|推行|实行|建立|设立|成立|推出|启动|实施|开设|创办|创设|引入|采用|运用|编制|发布|评选|开通|打造|探索|出版|编印|获评|荣获|获得'
const NAMED = new RegExp(`^(?:(?:${HOLDING})了?)[^“《]{0,4}([“《][^”》]{2,20}[”》])`, 'u')
/** words that say so of the time to come, or of a beginning that is none yet */
const NOT_YET = /拟|计划|将|明年|下一年|筹备|谋划|筹划|力争|争取/u

/** 首次进入全省前十, where the last report tells that it was eighth; undefined where it tells no such thing. */
function rankedBefore(earlier: Earlier, { rank }: FirstTime): string | undefined {
  const told = rank && rankTold(earlier.last, rank)
  if (!rank || !told || (rank.top ? told.place > rank.place : told.top ? told.place !== 1 || rank.place !== 1 : told.place !== rank.place)) return undefined
  return `${yearName(earlier)}报告中“${told.name}”已为${sayRank(told)}，今年不是首次居${sayRank(rank)}`
}

/** Where an earlier report tells of the same event; undefined where none certainly does. */
function toldBefore(earlier: Earlier, { what }: FirstTime): string | undefined {
  const name = NAMED.exec(what)?.[1]
  const phrase = /^[^“”《》\d]{7,}/u.exec(what)?.[0].slice(0, 14)
  for (const { text } of reviewOf(earlier.last)) {
    const at = name !== undefined ? text.search(new RegExp(`(?:${HOLDING})了?[^“《，。；]{0,6}${escape(name)}`, 'u')) : phrase !== undefined ? text.indexOf(phrase) : -1
    if (at < 0) continue
    const sentenceAt = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at), -1) + 1
    if (NOT_YET.test(text.slice(sentenceAt, at))) continue
    const said = text.slice(sentenceAt, at + 36).split(/[。；]/u)[0] ?? ''
    return `${yearName(earlier)}报告已写到“${said.slice(-30).replaceAll('“', '‘').replaceAll('”', '’')}”，今年恐非“首次”`
  }
  return undefined
}

const ACQUIRED = /^(?:共|累计|全年|新增|新|获得|获评|荣获|获|取得|实现|有|培育|入选|立项)+/u

/** What an earlier report gives for a figure of which there is said to have been none; undefined where it gives nothing, or something that is called otherwise. */
function hadBefore(earlier: Earlier, paragraph: number, { start }: { start: number }): string | undefined {
  const pair = certainPairs(earlier).find((p) => p.this.paragraph === paragraph && p.this.start === start)
  if (!pair || pair.last.value <= 0 || NOT_YET.test(pair.last.before)) return undefined
  const [now, then] = [pair.this.indicator, pair.last.indicator].map((words) => words.replace(ACQUIRED, ''))
  return now !== undefined && now !== '' && now === then ? `${yearName(earlier)}报告中“${pair.last.indicator.replaceAll('“', '‘').replaceAll('”', '’')}”已为${pair.last.text}，今年恐非“零的突破”` : undefined
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
