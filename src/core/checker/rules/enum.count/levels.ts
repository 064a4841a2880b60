import type { View } from '../../view.ts'
import type { Announced } from './announced.ts'
import { splitItems, type Item, type Reading } from './items.ts'

/** Ranks of the administration in short (省市县三级), and provinces by their one-character names (浙皖赣三省). */

const RANK = '中央|国家|全国|社区|街道|乡镇|镇街|村居|村社|兵团|[国省市县区州盟旗乡镇村街社组师团连]'
const RANKS = new RegExp(`(?:${RANK})(?:[、和与及]?(?:${RANK}))+$`, 'u')
const SHORT = '京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕秦甘陇青宁新港澳台'
const PROVINCES = new RegExp(`[${SHORT}]{2,}$`, 'u')
/** of one rank each, though of two or three characters: 县区, 县（市、区） without its brackets, 乡镇 */
const MERGED = /县市区|市县区|区县市|县区|区县|县市|市区|乡镇|镇街|街镇|村社|村居|街乡/gu
/** Words behind which a rank begins and is no part of a name. */
const FREE = /(?:^|[^\p{Script=Han}]|[在于从自对向与和及的了着展动行织实合进过持立全成展通托化用强固抓各由以现盖])$/u

const single = (text: string, start: number, end: number): Item => ({ start, end, text: text.slice(start, end) })

const WHOLE = '全[国省市县区州]|国家级?|中央|[国省部市县区州镇]级|乡镇级|街道级'
const WHOLES = new RegExp(`(?:${WHOLE})(?:[、和与及](?:${WHOLE}))+$`, 'u')

/** 全国、全省、全市三级, 国家级、省级两级. */
export function wholeLevelReading(view: View, { measure, noun }: Announced, from: number, end: number): Reading | undefined {
  if (measure !== '级' || /^(?:甲|乙|以|及|综合|医|专科|等|教授|法官|检察|职称|警)/u.test(noun)) return undefined
  const run = WHOLES.exec(view.text.slice(from, end))
  if (!run || view.text.charAt(from + run.index - 1) === '、') return undefined
  const items = splitItems(view, from + run.index, from + run.index + run[0].length, '、和与及')
  return { items, fits: new Set([items.length]), best: items.length }
}

/** 省市县三级, 省、市、区三级. Undefined where the words are no ranks. */
export function levelReading(view: View, { measure, noun, count }: Announced, from: number, end: number): Reading | 'fits' | undefined {
  if (measure !== '级' || /^(?:以|及)/u.test(noun)) return undefined
  const run = RANKS.exec(view.text.slice(from, end).replace(/（[^）]*）$/u, (inner) => ' '.repeat(inner.length)).trimEnd())
  if (!run) return undefined
  const [surface] = run
  const before = view.text.slice(from, from + run.index)
  const letters = surface.replace(/[、和与及]/gu, '')
  const ranks = letters.replace(/中央|国家|全国|社区|街道/gu, '国')
  const most = Array.from(ranks).length
  const least = Array.from(surface.replace(MERGED, '县').replace(/[、和与及]/gu, '').replace(/中央|国家|全国|社区|街道/gu, '国')).length
  // 全市县乡两级, 衢州市县乡: the first may belong to what stands before it
  const bound = FREE.test(before) && !/[全我本该各]$/u.test(before)
  for (let n = bound ? least : least - 1; n <= most; n++) if (n === count) return 'fits'
  // a list that begins before the ranks (杭州、市、县三级) is read as any other
  if (before.endsWith('、')) return undefined
  const items = splitItems(view, from + run.index, from + run.index + surface.length, '、和与及')
  const marked = items.length > 1 ? items : [single(view.text, from + run.index, from + run.index + surface.length)]
  return { items: marked, fits: new Set([most]), best: most }
}

const NAMES = '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆'
const NAMED = new RegExp(`(?:${NAMES})(?:[、和与](?:${NAMES}))+$`, 'u')

/** 浙皖赣三省, 沪苏浙皖三省一市. */
export function provinceReading(view: View, { measure, noun, count }: Announced, from: number, end: number): Reading | 'fits' | undefined {
  if (!/^[省地方市]$/u.test(measure)) return undefined
  const named = measure === '省' ? NAMED.exec(view.text.slice(from, end)) : null
  if (named && view.text.charAt(from + named.index - 1) !== '、' && !/^[一二两三]/u.test(noun)) {
    const items = splitItems(view, from + named.index, from + named.index + named[0].length, '、和与')
    return items.length === count ? 'fits' : { items, fits: new Set([items.length]), best: items.length }
  }
  const run = PROVINCES.exec(view.text.slice(from, end))
  if (!run) return undefined
  const n = run[0].length
  const more = /^([一二两三])[市区省]/u.exec(noun)?.[1]
  if (n === count || (more !== undefined && n === count + '一二三'.indexOf(more === '两' ? '二' : more) + 1)) return 'fits'
  if (view.text.charAt(from + run.index - 1) === '、') return undefined
  return { items: [single(view.text, from + run.index, from + run.index + n)], fits: new Set([n]), best: n }
}
