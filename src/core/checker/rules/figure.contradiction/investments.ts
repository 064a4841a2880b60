import type { CoreFigure } from '../../../figures/figure.ts'
import { digitsOf, isTransposition, looksMistyped } from '../../number-slip.ts'
import { clauseEnd, clauseStart, isQuoted, squeezed } from '../../reading.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import { bare } from './statement.ts'
import type { Told } from './told.ts'
import { VERBS } from './words.ts'
import { nameBefore } from './works-named.ts'

/** what is told of works as a whole, under the name that a message has for it */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/总投资(?:额|约|达|为)?$/u, '总投资'],
  [/(?:线路|道路|全线|主线|路线)?[全总]长(?:度|约|达|为)?$/u, '全长'],
  [/总?建筑(?:总)?面积(?:约|达|为)?$/u, '建筑面积'],
  [/(?:总?占地|总?用地)(?:总?面积)?(?:约|达|为)?$/u, '占地'],
  [/总?库容(?:量|约|达|为)?$/u, '库容'],
  [/总?装机(?:总?容量|总?规模)?(?:约|达|为)?$/u, '装机'],
  [/(?:规划|设计|编制|设置|开放|核定|共设|设有|设)?床位数?(?:约|达|为)?$/u, '床位'],
  [/(?:设计)?日(?:供水|(?:处理)?(?:污水|生活垃圾|垃圾)?处理)(?:总?能力|规模|量)?(?:约|达|为)?$/u, '日处理能力'],
  [/总?规划(?:总?面积|用地)(?:约|达|为)?$/u, '规划面积'],
  [/(?:共?建(?:成|设)?|规划|提供|设计)?(?:安置住房|安置房|住房|住宅)(?:约|达|为)?$/u, '住房'],
]
const TOLD = /投资|[全总]长|长\d|面积|占地|用地|库容|装机|公里|床位|日处理|日供水|住房|安置房|住宅/u
/** how a name of works ends */
const WORKS = /(?:[期区段线馆院校园厂站库桥路道港渠坝楼场]|项目|工程|中心|基地|公路|铁路|水库|枢纽|医院|学校|泵站)$/u
/** what may be said of works, as against what goes on with their name (产业园|标准厂房) or makes them more (及配套管网) */
const SAID = /^(?:$|项目|工程|主体(?:工程)?|建设(?:项目|工程)?|[，。；]|\d|今年|年[内底]|已|正|将|于|在|建成|竣工|开工|动工|完工|投产|投用|投入|通[水车气航]|全面|全线|顺利|加快|按期|如期|实现|成功|签约|落地|进展|推进|启动|获批|封顶|结顶|交付|收尾|复工|启用|开业|运营|用地|累计|完成|进入|提前|基本|贯通)/u
/** 城关至大桥段|改建工程: it is as long as the stretch itself */
const REBUILT = /^(?:新建|改建|扩建|改扩建|改造|提升|拓宽|升级|除险|加固|建设|整治)*(?:项目|工程)?/u
/** 省级重点项目: of which there are many */
const MANY_ARE = /^(?:[、“\d]|(?:国家|[省市县区]|亿元|\p{Script=Han}{1,2})?级?(?:重[点大]|亿元|产业|建设|续建|新建|在建|签约|招商|工业|农业|文旅|民生)?(?:项目|工程))/u
/** what is done again every year, under the same name */
const EVERY_YEAR = /^(?:城区|城镇|城乡|农村|县城|全[省市县区])?(?:老旧|高标准农田|公路|危旧?房|棚户区|城中村|背街小巷|污水管网|供水管网|饮水安全|[和美丽]{2}乡村|城市更新|民生实事)/u
/** shortest beginning that two names share */
const SHORTEST = 4
/** a name so long that one digit tells */
const LONG = 6
/** of a part of it, or of what is done so far */
const PARTLY = /其中|累计|已|完成|路基|路面|桥梁|隧道|剩余|其余|首段|先行段|每/u

/** How large some works are as a whole: their cost, their length, their floor space. */
class Size extends Mention {
  constructor(
    saying: Saying,
    /** begins with their name */
    private readonly words: string,
    private readonly measure: string,
  ) {
    super(saying)
  }

  isOf(other: Mention): boolean {
    return other instanceof Size && nameOfBoth(this.words, other.words, this.measure) !== undefined
  }

  deniedBy(other: Mention): string | undefined {
    if (!(other instanceof Size)) return undefined
    const [a, b] = [digitsOf(this.text), digitsOf(other.text)]
    const name = nameOfBoth(this.words, other.words, this.measure) ?? ''
    const slip = isTransposition(a, b) || (Math.min(a.length, b.length) >= 3 && looksMistyped(a, b) && (this.measure === '总投资' || name.length >= LONG))
    return slip ? `${name}${this.measure}` : undefined
  }
}

/** The name with which both begin, where nothing that follows makes them two. */
function nameOfBoth(a: string, b: string, measure: string): string | undefined {
  let k = 0
  while (k < Math.min(a.length, b.length) && a.charAt(k) === b.charAt(k)) k++
  const isSaid = (rest: string): boolean => SAID.test(measure === '全长' || measure === '库容' ? rest.replace(REBUILT, '') : rest)
  // 二期6月通水 and 二期6月竣工: the name ends before what is said
  for (; k >= SHORTEST; k--) {
    const name = a.slice(0, k)
    if ((WORKS.test(name) || (k === a.length && k === b.length)) && isSaid(a.slice(k)) && isSaid(b.slice(k))) return name
  }
  return undefined
}

/** The works of which a paragraph tells how large they are: 总投资4.8亿元的城北水厂二期, 城北水厂二期总投资4.8亿元, 全长18.6公里的城东大道. */
export function investmentsOf({ paragraph: { text }, core, sentenceAt, body }: Told): Mention[] {
  if (!TOLD.test(text)) return []
  const out: Mention[] = []
  for (const figure of core) {
    if (figure.kind === 'percent' || figure.high !== undefined || figure.approx !== 'exact' || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const before = squeezed(text.slice(Math.max(start, clauseStart(text, figure.start)), figure.start))
    const behind = squeezed(text.slice(figure.end, clauseEnd(text, figure.end)))
    const size = sizeOf(figure, before, behind)
    if (!size || (size.measure === '总投资') !== (figure.kind === 'money')) continue
    const whole = squeezed(text.slice(start, figure.start))
    const named = behind.startsWith('的') ? behind.slice(1, 31) : nameBefore(size.front.replace(/（$/u, ''), whole.slice(0, whole.length - before.length), (front) => bare(front, body).replace(/(?:计划|协议|概算)$/u, '').replace(VERBS, ''))
    const words = named.replace(ROUTE, '').replace(/^[县市区](?!级)/u, '')
    if (words.length < SHORTEST || MANY_ARE.test(words) || EVERY_YEAR.test(words)) continue
    out.push(new Size(sayingOf(figure, index, String(figure.value), `${size.measure}|${figure.unit}|${words.slice(0, SHORTEST)}`), words, size.measure))
  }
  return out
}
/** of what is there or done so far */
const SO_FAR = /累计|已|现|其中|完成|目前|全年|今年|年内|新增/u
const ROAD = /[路道段线渠廊](?:新建|改建|扩建|改扩建|改造|提升|拓宽|升级|建设)*(?:工程|项目)?（$/u
/** 235国道城关至大桥段 is called 城关至大桥段 too */
const ROUTE = /^(?:[GSX]?\d{1,4}(?:国道|省道|县道|线|高速)?|国道|省道|县道)/u

/** What is told of works by the words around a number, and the words before that. */
function sizeOf(figure: CoreFigure, before: string, behind: string): { measure: string; front: string } | undefined {
  for (const [pattern, measure] of MEASURES) {
    const told = pattern.exec(before)
    // 日供水6.8万吨 may be what it gives today
    if (told && measure === '日处理能力' && !/能力|规模/u.test(told[0]) && !behind.startsWith('的')) continue
    if (told && !(/床位|住房|日处理/u.test(measure) && SO_FAR.test(before.slice(0, told.index)))) return { measure, front: before.slice(0, told.index) }
  }
  // 投资|3.86亿元|的县职教中心迁建项目
  if (figure.kind === 'money' && behind.startsWith('的') && /^(?:概算|估算|计划)?投资$/u.test(before)) return { measure: '总投资', front: '' }
  // 环湖路改造工程（|18.6公里|）
  if (figure.unit === '公里' && before.endsWith('（') && behind.startsWith('）') && ROAD.test(before)) return { measure: '全长', front: before }
  // 清溪至石桥公路拓宽工程长|8.6公里
  if (figure.unit === '公里' && /(?:工程|段|公路|大道|项目|大桥|隧道)长$/u.test(before)) return { measure: '全长', front: before.slice(0, -1) }
  // 城关至大桥段|16.8公里|全线贯通, 14.2公里的|安平大道全线通车
  const through = figure.unit === '公里' && (behind.startsWith('的') ? before === '' : WORKS.test(before)) && /全线|全段|贯通|通车|通航/u.test(behind)
  return through && !PARTLY.test(before) && !PARTLY.test(behind) ? { measure: '全长', front: before } : undefined
}
