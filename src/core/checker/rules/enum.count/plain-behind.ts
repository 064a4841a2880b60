import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'
import type { Announced } from './announced.ts'
import { readItems, splitItems } from './items.ts'
import { FUSED, PERSON } from './nouns.ts'
import type { PlainMismatch } from './plain-lists.ts'

/** Lists behind their count that the stricter readings leave over: clauses of one build, names before a clause that tells of all, groups by their numbers. Offsets in the view's text. */

const MEASURES = /^[名位所大个项条种类件家点所支座部本篇方级道张套次场期批轮堂节门]$/u
/** how a clause begins that tells instead of listing */
const TELLS = /^(?:要|应|必须|通过|针对|关于|由于|由|因|当|如|我|本|该|这|其|一方面|首先|既|不仅|不但|虽|但|从而|希望|建议|一是|第一|（一|①|1[.．、]|\d)/u
/** with what a clause begins that tells of all that is listed in front of it */
const OF_ALL = /^(?:惠及|覆盖|累计|共|均|都|全部|受益|带动|成效|效果|得到|受到|赢得|获得|吸引|服务|参与|参加|全年|合计|总|并取得|取得|帮助|有效|切实|有力)/u

/** A list behind its count, off by one; undefined where another way of counting comes to the number. */
export function plainBehind(view: View, announced: Announced): PlainMismatch | undefined {
  const { measure, noun, quoted, count } = announced
  if (count > 12 || !(MEASURES.test(measure) || noun.startsWith('方面') || measure === '方')) return undefined
  const { text, masked } = view
  const base = quoted ? announced.end : announced.start + (announced.arabic ? String(count).length : count > 10 ? 2 : 1)
  const bridge = /^[^，。；：、\d（）]{0,18}?(：(?:即|分别[是为])?|——|，(?:主题|内容|课题|议题|对象|名称)?(?:分别|依次)[是为]|，即)/u.exec(text.slice(base, base + 28))
  const lead = bridge?.[1]
  if (!bridge || lead === undefined) return undefined
  const start = base + bridge[0].length
  const stop = /[。！？]/u.exec(masked.slice(start, start + 260))
  const end = stop ? start + stop.index : masked.length
  if (end - start < 5 || end - start > 260 || /^(?:[一二三四五六七八九]是|第[一二三]|首先|（[一1]|①|1[.．、])/u.test(text.slice(start, start + 3))) return undefined
  const body = text.slice(start, end)
  if (/等|[“‘《]/u.test(body) && /等(?=[，。；]|$)|等(?:工作|内容|方面|措施)/u.test(body)) return undefined
  const goesOn = text.slice(end + 1, end + 3)
  // 此外，…: told on behind the full stop
  if (/^(?:此外|另外|同时|还有|另有|其次|第二|二是)/u.test(goesOn)) return undefined
  if (lead === '——') {
    const bodies = namesThenVerb(view, announced, start)
    if (bodies) return bodies
  }
  return named(view, announced, start, end) ?? clausesOf(view, announced, start, end, goesOn, lead) ?? namesThenAll(view, announced, start, end, lead)
}

const short = (words: string): string => words.slice(0, 2)

/** 两个坚持：坚持A，坚持B，坚持C: every clause begins with what is counted. */
function named(view: View, announced: Announced, start: number, end: number): PlainMismatch | undefined {
  const word = /^[个大项]$/u.test(announced.measure) ? short(announced.noun) : ''
  if (word.length < 2) return undefined
  for (const marks of ['；', '，', '、', '，、；']) {
    const items = splitItems(view, start, end, marks)
    if (items.length < 2 || !items.every(({ text }) => text.startsWith(word)) || items.some(({ text }) => text.split(word).length > 2)) continue
    return Math.abs(items.length - announced.count) === 1 ? { announced, items, listed: items.length, hint: false } : undefined
  }
  return undefined
}

/** 三个方面的不足：A，B，C。: clauses of one build up to the full stop, each of them one. */
function clausesOf(view: View, announced: Announced, start: number, end: number, goesOn: string, lead: string): PlainMismatch | undefined {
  if (!lead.startsWith('：') && lead !== '——') return undefined
  const { count } = announced
  const clauses = splitItems(view, start, end, '，')
  const parts = splitItems(view, start, end, '；')
  const items = parts.length > 1 ? parts : clauses
  if (items.length < 2 || Math.abs(items.length - count) !== 1) return undefined
  // any other way of counting
  if (clauses.length === count || splitItems(view, start, end, '、，；').length === count || splitItems(view, start, end, '，；').length === count) return undefined
  const words = items.map(({ text }) => text)
  const head = short(words[0] ?? '')
  const alike = words.every((it) => it.startsWith(head)) || sharedFirst(words)
  const lengths = words.map((it) => it.length)
  const even = Math.max(...lengths) <= Math.min(...lengths) * 1.4 + 1
  const same = new Set(lengths).size === 1
  if (goesOn !== '' && (goesOn === head || goesOn.charAt(0) === head.charAt(0))) return undefined
  const joined = words.some((it) => /[、和与及并且]/u.test(it.replace(FUSED, '')))
  // 二者之外 a last clause may tell of all: more than counted only where all are built alike
  if (items.length > count) return (alike || same) && !joined && !/[\d]/u.test(words.join('')) && items.length > 2 ? { announced, items, listed: items.length, hint: !alike } : undefined
  if (joined && !(alike && !words.some((it) => it.includes('、')))) return undefined
  if (parts.length > 1 ? !alike && !same : !alike && !even) return undefined
  if ((!alike && (items.length === 2 || words.some((it) => TELLS.test(it)))) || words.some((it) => it.length < 3 || it.length > 40)) return undefined
  return { announced, items, listed: items.length, hint: !alike || items.length === 2 }
}

const sharedFirst = (words: readonly string[]): boolean => words.length > 2 && new Set(words.map((it) => it.charAt(0))).size === 1

/** “四项行动”：A、B、C，惠及居民2300户: names of one length or with one ending, and a clause that tells of all. Names that a full stop ends too, behind 分别为. */
function namesThenAll(view: View, announced: Announced, start: number, end: number, lead: string): PlainMismatch | undefined {
  const { masked, text } = view
  if (TELLS.test(text.slice(start, start + 4))) return undefined
  const mark = /[，；：]/u.exec(masked.slice(start, end))
  const first = mark ? start + mark.index : end
  const items = splitItems(view, start, first)
  const [one] = items
  if (!one || items.length < 2 || items.length > 9) return undefined
  const words = items.map((it) => it.text)
  const tail = one.text.slice(-2)
  const same = one.text.length > 1 && words.every((it) => it.length === one.text.length)
  const ending = tail.length === 2 && words.every((it) => it.length > 2 && it.endsWith(tail))
  if (words.some((it) => it === '' || it.length > 16 || /[\d的]/u.test(it)) || !(same || ending || (/分别|依次/u.test(lead) && items.length > 2))) return undefined
  const reading = readItems(view, items)
  if (reading.fits.has(announced.count) || Math.abs(reading.best - announced.count) !== 1) return undefined
  const rest = text.slice(first, end)
  if (rest === '') return /分别|依次|即/u.test(lead) || same || ending ? { announced, items, listed: reading.best, hint: !/分别|依次/u.test(lead) && items.length === 2 } : undefined
  if (!rest.startsWith('，') || rest.includes('、') || rest.includes('；') || (ending && rest.includes(tail))) return undefined
  const behind = rest.slice(1).split('，')
  const all = OF_ALL.test(behind[0] ?? '')
  if (behind.some((it) => it.length <= one.text.length) || !(all || /\d/u.test(behind[0] ?? ''))) return undefined
  return { announced, items, listed: reading.best, hint: !all || !same }
}

/** 三家医院——县人民医院、县中医院、县妇幼保健院全部通过评审: bodies and persons of one kind, and what they did. */
function namesThenVerb(view: View, announced: Announced, start: number): PlainMismatch | undefined {
  const { masked } = view
  const mark = /[，；：。]|——/u.exec(masked.slice(start, start + 160))
  const items = splitItems(view, start, mark ? start + mark.index : Math.min(masked.length, start + 160))
  const [first] = items
  const last = items.at(-1)
  if (!first || !last || items.length < 2 || Math.abs(items.length - announced.count) !== 1 || /[\d和与及]|等$/u.test(items.map((it) => it.text.replace(FUSED, '')).join(''))) return undefined
  const before = items.slice(0, -1)
  const kind = first.text.slice(-1)
  const persons = /^[名位]$/u.test(announced.measure) && before.every((it) => PERSON.test(it.text)) && PERSON.test(last.text.slice(0, 3))
  const bodies = /^[家所个座]$/u.test(announced.measure) && /[院校馆站所园司厂村镇乡县区社场局]/u.test(kind) && before.every((it) => it.text.length > 2 && it.text.length <= 14 && it.text.endsWith(kind)) && last.text.includes(kind)
  return persons || bodies ? { announced, items, listed: items.length, hint: items.length === 2 && !persons } : undefined
}

const DIVIDED = /(?:分|组成|成立|划分|分成|分为|分赴|组建|派出|兵分)了?([二两三四五六七八九2-9])(个|支|路|批)?(?:\p{Script=Han}{0,6}?)(小组|组|路|批|阶段|步|队|片区|板块)/gu
const RUNNING = /第([一二三四五六七八九])(小组|组|路|批|阶段|步|队|片区|板块)(?![人长名])/gu

/** A count of groups or stages, and each of them by its number behind it. */
export interface WrongGroups {
  start: number
  end: number
  message: string
  also: readonly { start: number; end: number }[]
}

/** 分两个小组开展视察：第一组…，第二组…，第三组…: the run of numbers goes on beyond the count, or ends before it. Linear in the text. */
export function wrongGroups({ text }: View): WrongGroups[] {
  if (!text.includes('第一') || !text.includes('第二')) return []
  return [...text.matchAll(DIVIDED)].flatMap(({ index, 0: surface, 1: numeral = '', 2: measure = '', 3: kind = '' }): WrongGroups[] => {
    const from = index + surface.length
    const word = kind.slice(-1)
    const run = [...text.slice(from, from + 300).matchAll(RUNNING)].filter(({ 2: own = '' }) => own.endsWith(word))
    const values = run.map(({ 1: n = '' }) => readNumeral(n))
    const said = readNumeral(numeral.replace('两', '二'))
    if (values.length < 2 || values.some((n, i) => n !== i + 1) || Math.abs(values.length - said) !== 1) return []
    // the last may be told in other words: 其余人员留守
    if (values.length < said && /其余|其他|另一|另外|最后/u.test(text.slice(from, from + 300))) return []
    const at = index + surface.indexOf(numeral)
    return [{
      start: at, end: at + numeral.length + measure.length,
      message: `文中写作“${numeral}${measure}${kind}”，后面逐一列出${values.length}个：${run.map(([words]) => words).join('、')}`,
      also: run.map(({ index: i, 0: words }) => ({ start: from + i, end: from + i + words.length })),
    }]
  })
}

const TIMES = /(?<![\d.第余多近约每一二三四五六七八九十百])([2-9]|1[0-2]|[二两三四五六七八九])(次|场|期|批|轮|堂)([^，。；：“”\d]{0,14})，(?:主题|内容|议题|课题)?(?:分别[是为]|依次[是为]|即)([^，。；：\d]{5,90})(?=[，。；]|$)/gu

/** 组织3次集中培训，分别为业务培训、法律培训、安全培训: times that are named one by one. Linear in the text. */
export function wrongTimesNamed({ text }: View): WrongGroups[] {
  if (!/，(?:主题|内容|议题|课题)?(?:分别|依次|即)/u.test(text)) return []
  return [...text.matchAll(TIMES)].flatMap(({ index, 1: numeral = '', 2: unit = '', 3: what = '', 4: list = '', 0: surface }): WrongGroups[] => {
    const words = list.split('、')
    const said = readNumeral(numeral.replace('两', '二'))
    if (words.length < 2 || Math.abs(words.length - said) !== 1 || /等|[和与及]/u.test(list) || /[以余多]上?$/u.test(what)) return []
    const lengths = words.map((it) => it.length)
    if (Math.min(...lengths) < 2 || Math.max(...lengths) > 2 * Math.min(...lengths) + 2) return []
    const from = index + surface.length - list.length
    return [{
      start: index, end: index + numeral.length + unit.length,
      message: `文中写作“${numeral}${unit}”，后面逐一列出${words.length}${unit}：${words.join('、')}`,
      also: [{ start: from, end: from + list.length }],
    }]
  })
}
