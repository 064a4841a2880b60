import type { Report } from '../model/report.ts'
import { readNumeral } from '../text/numerals.ts'
import { reviewOf } from './claims.ts'

/** Ranks that reports tell: 营商环境评价位列全市第2名, 平安建设满意度居全省前三. Two rules read claims on them. */
export interface Rank {
  /** offset in the text that was read, and the end */
  start: number
  end: number
  /** what is ranked, as it is called right before */
  name: string
  /** 全市; empty where it is not said */
  scope: string
  /** 2, or 3 of 前三 */
  place: number
  /** 前三: the place or a better one */
  top: boolean
}

const N = '[一二三四五六七八九十]{1,3}|\\d{1,3}'
const VERB = '位列|位居|名列|排名|排在|排|列|居|升至|升到|上升[至到]|前移[至到]|跃居|跃升[至到]?|跃至|荣获|获得|获|夺得|夺|取得|进入|跻身|挤进|迈入|迈进|保持|稳居|稳定|蝉联|在|为|均|继续|再次|首次|连续(?:[一两二三四五六七八九十]{1,3}|\\d{1,2})年'
const RANK = new RegExp(`([^，。；：、]{0,30}?)((?:${VERB})+)了?(全[国省市县区州盟镇院校局]|全系统|全行业)?(?:同类[^，。；\\d第前]{0,4}|各[^，。；\\d第前]{0,6}|[^，。；、\\d第前全榜首]{0,4})?(?:第(${N})(?=位|名|[，。；、）”]|$)|前(${N})(?=位|名|强|[，。；、）”]|$)|(首位|榜首)(?=[，。；、）”]|$))(?:位|名|强)?`, 'gu')
const PREFIX = /^(?:(?:19|20)\d{2}年度?|全年|今年|年内|其中|同时|并|且|在|我[国省市县区州院校局镇村司]|全[省市县区州院校局镇村])+/u
const SUFFIX = /(?:的|在|排名|结果|分别|总体|均|并|位次|名次)+$/u
/** what a name may have or not */
const MAY_LACK = /(?:得分|成绩|总分|综合|考核|评价|水平)+$/u

/** What a name is compared by. */
export const rankedName = (words: string): string => words.replace(PREFIX, '').replace(/[\d.]+(?:%|‰|分|\p{Script=Han}{1,2})?$/u, '').replace(SUFFIX, '')

/** The ranks of a text without white space, in order. Linear in it but for the names, which are short. */
export function ranksIn(text: string): Rank[] {
  if (!/第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]|首位|榜首/u.test(text)) return []
  return [...text.matchAll(RANK)].flatMap(({ index, 0: surface, 1: name = '', 3: scope = '', 4: exact, 5: top }): Rank[] => {
    const place = exact ?? top
    const value = place === undefined ? 1 : readNumeral(place)
    return value >= 1 && value <= 200 ? [{ start: index + name.length, end: index + surface.length, name: rankedName(name), scope, place: value, top: top !== undefined }] : []
  })
}

const read = new WeakMap<Report, readonly Rank[]>()

/** The ranks that an earlier report tells of its own year. A report is never changed in place, so it is read once. */
export function ranksOf(report: Report): readonly Rank[] {
  const known = read.get(report)
  if (known) return known
  const ranks = reviewOf(report).flatMap(({ text }) => ranksIn(text))
  read.set(report, ranks)
  return ranks
}

/** What an earlier report tells of the same thing in the same field; undefined where it tells nothing, or several things. */
export function rankTold(report: Report, { name, scope }: Pick<Rank, 'name' | 'scope'>): Rank | undefined {
  if (name.length < 4) return undefined
  const bare = name.replace(MAY_LACK, '')
  const same = ranksOf(report).filter((rank) => rank.scope === scope && rank.name.length >= 4 && (rank.name === name || (bare.length >= 4 && rank.name.replace(MAY_LACK, '') === bare) || (Math.abs(rank.name.length - name.length) <= 4 && (rank.name.endsWith(name) || name.endsWith(rank.name)))))
  const [first] = same
  return first && same.every(({ place, top }) => place === first.place && top === first.top) ? first : undefined
}

/** 全市第6名, 全省前五 */
export const sayRank = ({ scope, place, top }: Pick<Rank, 'scope' | 'place' | 'top'>): string => `${scope}${top ? '前' : '第'}${place}名`
