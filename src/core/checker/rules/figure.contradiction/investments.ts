import { digitsOf, isTransposition, looksMistyped } from '../../number-slip.ts'
import { clauseEnd, clauseStart, isQuoted, squeezed } from '../../reading.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import { bare } from './statement.ts'
import type { Told } from './told.ts'
import { VERBS } from './words.ts'

const TOTAL = /总投资(?:额|约|达|为)?$/u
/** how a name of works ends */
const WORKS = /(?:[期区段线馆院校园厂站库桥路港渠坝楼场]|项目|工程|中心|基地|公路|铁路|水库|枢纽|医院|学校|泵站)$/u
/** what may be said of works, as against what goes on with their name (产业园|标准厂房) or makes them more (及配套管网) */
const SAID = /^(?:$|项目|工程|主体(?:工程)?|建设(?:项目|工程)?|[，。；]|\d|今年|年[内底]|已|正|将|于|在|建成|竣工|开工|动工|完工|投产|投用|投入|通[水车气航]|全面|全线|顺利|加快|按期|如期|实现|成功|签约|落地|进展|推进|启动|获批|封顶|结顶|交付|收尾|复工|启用|开业|运营|用地|累计|完成|进入|提前|基本)/u
/** 省级重点项目: of which there are many */
const MANY_ARE = /^(?:[、“\d]|(?:国家|[省市县区]|亿元|\p{Script=Han}{1,2})?级?(?:重[点大]|亿元|产业|建设|续建|新建|在建|签约|招商|工业|农业|文旅|民生)?(?:项目|工程))/u
/** what is done again every year, under the same name */
const EVERY_YEAR = /^(?:城区|城镇|城乡|农村|县城|全[省市县区])?(?:老旧|高标准农田|公路|危旧?房|棚户区|城中村|背街小巷|污水管网|供水管网|饮水安全|[和美丽]{2}乡村|城市更新|民生实事)/u
/** shortest beginning that two names share */
const SHORTEST = 4

/** What some works cost in all. */
class Investment extends Mention {
  constructor(
    saying: Saying,
    /** begins with their name */
    private readonly words: string,
  ) {
    super(saying)
  }

  isOf(other: Mention): boolean {
    return other instanceof Investment && nameOfBoth(this.words, other.words) !== undefined
  }

  deniedBy(other: Mention): string | undefined {
    if (!(other instanceof Investment)) return undefined
    const [a, b] = [digitsOf(this.text), digitsOf(other.text)]
    const slip = isTransposition(a, b) || (Math.min(a.length, b.length) >= 3 && looksMistyped(a, b))
    return slip ? `${nameOfBoth(this.words, other.words) ?? ''}总投资` : undefined
  }
}

/** The name with which both begin, where nothing that follows makes them two. */
function nameOfBoth(a: string, b: string): string | undefined {
  let k = 0
  while (k < Math.min(a.length, b.length) && a.charAt(k) === b.charAt(k)) k++
  // 二期6月通水 and 二期6月竣工: the name ends before what is said
  for (; k >= SHORTEST; k--) {
    const name = a.slice(0, k)
    if ((WORKS.test(name) || (k === a.length && k === b.length)) && SAID.test(a.slice(k)) && SAID.test(b.slice(k))) return name
  }
  return undefined
}

/** The works whose whole cost a paragraph tells: 总投资4.8亿元的城北水厂二期, 城北水厂二期总投资4.8亿元. */
export function investmentsOf({ paragraph: { text }, core, sentenceAt, body }: Told): Mention[] {
  if (!text.includes('总投资')) return []
  const out: Mention[] = []
  for (const figure of core) {
    if (figure.kind !== 'money' || figure.high !== undefined || figure.approx !== 'exact' || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const before = squeezed(text.slice(Math.max(start, clauseStart(text, figure.start)), figure.start))
    const total = TOTAL.exec(before)
    if (!total) continue
    const behind = squeezed(text.slice(figure.end, clauseEnd(text, figure.end)))
    const words = behind.startsWith('的') ? behind.slice(1, 31) : bare(before.slice(0, total.index), body).replace(/(?:计划|协议|概算)$/u, '').replace(VERBS, '')
    if (words.length < SHORTEST || MANY_ARE.test(words) || EVERY_YEAR.test(words)) continue
    out.push(new Investment(sayingOf(figure, index, String(figure.value), `cost|${words.slice(0, SHORTEST)}`), words))
  }
  return out
}
