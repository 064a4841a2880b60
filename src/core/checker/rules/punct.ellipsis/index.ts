import type { Finding } from '../../finding.ts'
import { defineParagraphRule } from '../../rule.ts'

const HAN = /\p{Script=Han}/u
const ASIDE = /[\p{Script=Han}”’》）」，。！？：、；]/u

/** Ellipses: the right one is two characters of three dots each (……), four where a whole paragraph is left out. */
const DOTS = /[…⋯]+[.。．]*|[.．]{3,}|。{3,}|[•・]{3,}|·{3,}/gu
/** Dashes: the right one is two em dashes (——), which most fonts join. */
const DASHES = /[—–－―─-]+(?:[ \u3000][—–－―─-]+)*/gu

/** ……等: the dots and the word say the same; ……等待, ……等你 go on in another way. */
const TWICE = /(?<=[\p{Script=Han}”’》）])(?:……|⋯⋯|…)等(?![待你我他她到于候级额同效着闲])/gu

/** 等等……, 等……: the same the other way round; 人人平等……, 三六九等…… end in another word. */
const TWICE_BEHIND = /(?:(?<=[\p{Script=Han}”’》）])等等|(?<=[\p{Script=Han}”’》）])(?<![平相高优中初均同劣上下一二三四五六七八九头对特次官职坐星我你他她它您们不稍何久苦再请])等)(?:……|⋯⋯|…)/gu

/** Ellipses and dashes in other characters, or too long or too short (GB/T 15834—2011, 4.10, 4.11). */
export const punctEllipsis = defineParagraphRule({
  id: 'punct.ellipsis',
  title: '省略号、破折号的形式',
  severity: 'warning',
  mechanical: true,
  basis: { on: 'standard', clause: 'GB/T 15834—2011，4.10（破折号“——”）、4.11（省略号“……”）' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    const found: Finding[] = []
    const { text } = paragraph
    const report = (start: number, written: string, right: string, name: string): void => {
      found.push(finding(`${name}应为“${right}”，文中写作“${written}”`, [{ in: paragraph, start, end: start + written.length }], { suggestion: right }))
    }
    for (const { 0: written, index } of text.matchAll(DOTS)) {
      if (written === '……' || written === '…………' || !isInChinese(text, index, index + written.length) || isLeader(text, index, written)) continue
      report(index, written, '……', '省略号')
    }
    if (text.includes('…等') || text.includes('⋯等')) {
      for (const { 0: written, index } of text.matchAll(TWICE)) {
        found.push(finding('省略号与“等”意思重复，应只留一个', [{ in: paragraph, start: index, end: index + written.length }], { suggestion: '等' }))
      }
    }
    if (text.includes('等…') || text.includes('等⋯')) {
      for (const { 0: written, index } of text.matchAll(TWICE_BEHIND)) {
        found.push(finding('“等”与省略号意思重复，应只留一个', [{ in: paragraph, start: index, end: index + written.length }], { suggestion: '……' }))
      }
    }
    for (const { 0: written, index } of text.matchAll(DASHES)) {
      if (written === '——' || written === '————') continue
      if (isDash(text, index, index + written.length, written)) report(index, written, '——', '破折号')
    }
    return found
  },
})

/** Dots between Chinese words, or at the end of them. */
const isInChinese = (text: string, start: number, end: number): boolean => ASIDE.test(text.charAt(start - 1)) || (start === 0 && HAN.test(text.charAt(end)))

/** Dots that lead to a page number (目录……1), or stand for a place to fill in. */
const isLeader = (text: string, start: number, written: string): boolean => written.length > 6 || /^\s*\d+\s*$/u.test(text.slice(start + written.length)) || text.charAt(start - 1) === '。' && written.startsWith('。')

/** One hyphen or dash joins (京津冀—长三角, 2021—2025年, 一对一-帮扶); two of them, or one behind closing marks before a clause, are meant as a dash. */
function isDash(text: string, start: number, end: number, written: string): boolean {
  const [left, right] = [text.charAt(start - 1), text.charAt(end)]
  if (written.length >= 2) {
    if (/—{3}/u.test(written) || written.length > 4 || written === '— —') return false
    return (HAN.test(right) || '“《‘'.includes(right) && right !== '') && (left === '' || ASIDE.test(left) || /\d/u.test(left))
  }
  if (written !== '—' && written !== '－' && written !== '―' && written !== '─') return false
  // a dash opens a paragraph, or stands between two clauses; between two names it joins them
  if (left === '' && HAN.test(right)) return written === '—' || written === '－'
  if (!HAN.test(right)) return false
  if ('”’》）'.includes(left) && left !== '') return false
  return /\p{Script=Han}{2,6}$/u.test(text.slice(Math.max(0, start - 6), start)) && CLAUSE.test(text.slice(end, end + 24)) && isClauseBefore(text, start)
}

/** A clause behind: at least a few words up to a mark of pause, and not the other end of a route or a range (衢州—黄山高速公路). */
const CLAUSE = /^\p{Script=Han}{4,16}[、，]\p{Script=Han}{2}/u

/** A clause before, with its quotation marks (擦亮“同心圆”品牌): joined names stand by themselves. */
const isClauseBefore = (text: string, at: number): boolean => /”\p{Script=Han}{1,8}$/u.test(text.slice(Math.max(0, at - 16), at))
