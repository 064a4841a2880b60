import { itemCounts, masked } from './items.ts'

/** Several that each got something, and what they got: as many of the one as of the other. Offsets in the text. */
export interface Awarded {
  subjects: number
  objects: number
  subjectPlace: { start: number; end: number }
  objectPlace: { start: number; end: number }
}

const GOT = '夺得|获得|荣获|获评|摘得|斩获|捧得|获|当选为?|被?授予|被?评为|被?命名为|入选|被?认定为'
const STATEMENT = new RegExp(`(?<=^|[，；：。])([^，。；：\\d]{4,60}?)分别(?:被|共)?(?:${GOT})了?([^，。；：]{4,60}?)(?=[，。；：]|$)`, 'gu')
/** each of these is one thing: 女子跳远、男子举重61公斤级金牌 */
const HONOUR = /(?:[金银铜]牌|[冠亚季]军|[特一二三][等级]?奖|优秀奖|第[一二三四五六]名|称号)$/u
/** a name of a person or a place or a body, which 和 is no part of */
const NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{2,12}(?:镇|乡|村|社区|街道|学校|中学|小学|幼儿园|县|区|市|局|医院|公司|同志|老师|支部))$/u
/** only which level it was of, loosely */
const LEVEL = /^(?:(?:全|本)?[国省市县区校州]|国家级|省部级|[省市县区校]级|中央|全球|世界)$/u
/** given to each of them, an open list, or with their numbers */
const OTHERWISE = /各|等(?!奖|级)|均|共同|\d+\s*(?:个|项|次|枚|名|人|块)|以及|先后|多次|[两三四五六七八九]个?[枚项块名次人]/u

/** 周晓岚、陈立、徐子昂分别夺得女子跳远、男子举重61公斤级金牌: more or fewer honours than those who won one each. */
export function wronglyAwarded(text: string): Awarded[] {
  if (!text.includes('分别') || !/[牌军奖名号]/u.test(text)) return []
  return [...text.matchAll(STATEMENT)].flatMap((statement): Awarded[] => {
    const [all, who = '', what = ''] = statement
    const names = who.replace(/\s+/gu, '').split(/[、和及与]/u)
    if (names.length < 2 || !names.slice(1).every((name) => NAME.test(name)) || !HONOUR.test(what) || OTHERWISE.test(what) || OTHERWISE.test(who) || !/[、和及与]/u.test(what)) return []
    if (what.split(/[、和及与]/u).slice(0, -1).some((word) => LEVEL.test(word.trim()))) return []
    // the list may have begun before the comma
    const before = /[^，。；：]*$/u.exec(text.slice(0, Math.max(0, statement.index - 1)))?.[0] ?? ''
    if (text.charAt(statement.index - 1) === '，' && masked(before).includes('、')) return []
    const counts = [itemCounts(who), itemCounts(what)].map((set) => [...set])
    const [subjects = [], objects = []] = counts
    const [n, m] = [subjects[0], objects[0]]
    if (subjects.length !== 1 || objects.length !== 1 || n === undefined || m === undefined || n === m || n < 2) return []
    const start = statement.index
    const objectEnd = start + all.length
    return [{ subjects: n, objects: m, subjectPlace: { start, end: start + who.length }, objectPlace: { start: objectEnd - what.length, end: objectEnd } }]
  })
}
