import { readNumeral } from '../text/numerals.ts'

/** A mention of how many years ago something happened: 中华人民共和国成立75周年. */
export interface AnniversaryMention {
  /** of the surface `75周年` */
  start: number
  end: number
  years: number
  /** the number as it is written */
  numeral: string
  /** the words before it, without white space, from the last mark on (at most 40 units) */
  before: string
  /** the event, where its year is common knowledge */
  event?: { name: string; year: number }
}

/** Events of which official reports keep anniversaries, by the words in front of the number. */
const EVENTS: readonly [string, number, RegExp][] = [
  ['中华人民共和国成立', 1949, /(?:中华人民共和国|新中国|(?<!民)共和国)(?:和(?:中国)?人民政协)?(?:成立|建立|诞生|华诞)?$|(?:建国|国庆)$/u],
  ['人民政协成立', 1949, /(?:(?<![省市县区州旗盟])人民政协|中国人民政治协商会议|全国政协)(?:成立|诞生)$/u],
  ['中国共产党成立', 1921, /(?:中国共产党|(?<!\p{Script=Han})党的?)(?:成立|建党|诞生|华诞)$|(?<![党盟进会社公团])建党$/u],
  ['改革开放', 1978, /改革开放$/u],
  ['中国人民抗日战争胜利', 1945, /(?:抗日战争|抗战)(?:暨世界反法西斯战争|和世界反法西斯战争)?胜利$/u],
  ['中国人民解放军建军', 1927, /(?:解放军(?:建军|成立)|(?<!\p{Script=Han})建军)$/u],
  ['红军长征胜利', 1936, /长征胜利$/u],
  ['抗美援朝出国作战', 1950, /抗美援朝(?:战争)?出国作战$/u],
  ['五四运动', 1919, /五四运动$/u],
  ['香港回归', 1997, /香港回归(?:祖国)?$/u],
  ['澳门回归', 1999, /澳门回归(?:祖国)?$/u],
]

const MENTION = /(\d{1,4}|[一二三四五六七八九十百]{1,5})\s{0,2}周\s{0,2}年/gu

/** All anniversaries of a plain paragraph. */
export function anniversariesIn(text: string): AnniversaryMention[] {
  const out: AnniversaryMention[] = []
  for (const match of text.matchAll(MENTION)) {
    const numeral = match[1] ?? ''
    const years = readNumeral(numeral)
    if (!Number.isInteger(years) || years < 1) continue
    const before = text.slice(Math.max(0, match.index - 60), match.index).replace(/\s+/gu, '').replace(/^.*[，。；：！？、“”‘’《》（）()]/su, '').slice(-40)
    const known = EVENTS.find(([, , pattern]) => pattern.test(before))
    out.push({
      start: match.index,
      end: match.index + match[0].length,
      years,
      numeral,
      before,
      ...(known ? { event: { name: known[0], year: known[1] } } : {}),
    })
  }
  return out
}
