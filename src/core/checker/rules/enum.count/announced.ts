import { readNumeral } from '../../../text/numerals.ts'
import { CLOSE, OPEN, type View } from '../../view.ts'
import { isPart, MANY, PART } from './nouns.ts'

/** A count of things that the text names too: 三个角度, 六大工程, “三新”. Offsets in the view's text. */
export interface Announced {
  start: number
  /** behind what is counted, as far as that is certain */
  end: number
  count: number
  /** the measure word (个, 大, 项), or the only character behind the number (三级, 三新) */
  measure: string
  /** up to eight characters behind the measure word */
  noun: string
  arabic: boolean
  /** does a quotation begin with it (“三大提升”)? Then `start` is that of the mark */
  quoted: boolean
}

const NUMERAL = '[2-9]|1[0-9]|20|[二三四五六七八九两]|十[一二三四五六]?'
const NO_NUMERAL = '0-9０-９.．一二三四五六七八九十百千万亿第几数初周星每逢零〇两'
const MEASURE = '大|个|项|条|种|类|件|点|家|所|部|本|篇|卷|册|首|支|座|张|道|套|步|级|省|地|方|市|县|区|州|国|校|院|[\\p{Script=Han}]'
const COUNT = new RegExp(`(?<![${NO_NUMERAL}])(${NUMERAL})(?![0-9.．%％/+：:—–~～十百千万亿余多来几至到-])(${MEASURE})`, 'gu')
const QUOTED_COUNT = new RegExp(`^(${NUMERAL})(?![0-9.十百千万])(${MEASURE})`, 'u')
/** 两级分化 counts nothing; nor do 三八妇女节, 五一, 四中全会 and 一二三产业 */
const NO_COUNT = /^(?:中|五规划|五时期|届|次|月|日|号|年|天|周|时|分|季|岁|旬|世纪|期|成|折|倍|是|要|、|来|小时|分钟|者|手|边|岸|会|八|一|三|四|五)/u

/** Counts that may belong to a list, in reading order. */
export function announcedIn({ text, masked }: View): Announced[] {
  const out: Announced[] = []
  const add = (match: RegExpExecArray | RegExpMatchArray, from: number, quoted: boolean): void => {
    const [surface, numeral = '', measure = ''] = match
    const start = from + (match.index ?? 0)
    const behind = start + surface.length
    const noun = /^\p{Script=Han}{0,8}/u.exec(text.slice(behind, behind + 8))?.[0] ?? ''
    if (NO_COUNT.test(measure + noun)) return
    const count = readNumeral(numeral)
    if (!Number.isInteger(count) || count < 2) return
    const part = isPart(noun) ? /^.{0,5}?(?:方面|环节|角度|维度|领域|层面|[\p{Script=Han}]{2})/u.exec(noun)?.[0].length ?? 0 : Math.min(2, noun.length)
    const alone = PART_ALONE.exec(measure + noun)?.[0].length ?? 0
    const closes = quoted ? masked.indexOf(CLOSE, start) + 1 : 0
    out.push({ start: quoted ? start - 1 : start, end: quoted && closes > 0 ? closes : behind + (/[大个项条种类件家支张座道套]/u.test(measure) ? part : Math.max(0, alone - measure.length)), count, measure, noun, arabic: /\d/u.test(numeral), quoted })
  }
  for (const match of masked.matchAll(COUNT)) add(match, 0, false)
  for (let open = masked.indexOf(OPEN); open >= 0; open = masked.indexOf(OPEN, open + 1)) {
    if (!/[“‘]/u.test(text.charAt(open))) continue
    const inner = QUOTED_COUNT.exec(text.slice(open + 1, open + 6))
    if (inner) add(inner, open + 1, true)
  }
  return out.sort((a, b) => a.start - b.start)
}

const PART_ALONE = new RegExp(`^(?:${PART})`, 'u')

/** Is what is counted listed in full where it is listed at all? */
export function countsItems({ measure, noun, arabic, quoted }: Announced): boolean {
  // 三方面, 五部门: the noun without a measure word
  if (PART_ALONE.test(measure + noun)) return true
  if (/^[级省地方市县区州国校院]$/u.test(measure)) return !quoted && !/^(?:[分化响]|有|里|带|位|向|法|式|便|块|道|产|形|下|理|场|民|情|志|家队|直|属|内)/u.test(noun)
  if ((measure === '位' && noun.startsWith('一体')) || (measure === '步' && /^(?:工作法|法|流程)/u.test(noun)) || (measure === '门' && noun.startsWith('课程'))) return true
  if (measure === '大') return noun !== '' && !/^(?:[于型幅大量宗件多会以]|小时)/u.test(noun)
  if (!/^[个项条种类件家支张座道套]$/u.test(measure)) return false
  if (noun === '') return false
  if (isPart(noun) && !/^(?:月|年|季度|百分点)/u.test(noun)) return true
  // 供水、供热、道路三类问题: kinds are told apart where they are counted
  if (!arabic && /^[种类]$/u.test(measure)) return true
  return !arabic && /^[个项条种类支张道套]$/u.test(measure) && !MANY.test(noun)
}
