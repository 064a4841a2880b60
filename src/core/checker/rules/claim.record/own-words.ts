import { clauseStart, squeezed } from '../../reading.ts'

/** What the sentence of a claim itself says against it. */

const CHANGED = /(?<!增速|增幅|降幅|亏损|差距|缺口|负债|逾期|成本)(?:同比|[比较](?:上年|去年)(?:同期)?)(?:略|小幅|大幅|再|又)?(上升|增长|提高|增加|提升|上涨|下降|减少|降低|回落)了?(?:约|近|超)?[\d.]+(?:%|个?百分点|[万亿]?\p{Script=Han}{1,2})[，,](?:再次|再度|再|又|实现|创下?了?|创造|刷新|达到?|为|是|均)*$/u
const BEHIND = /^[，,](?:同比|[比较](?:上年|去年)(?:同期)?)(?:略|小幅|大幅)?(上升|增长|提高|增加|提升|上涨|多|下降|减少|降低|回落|少)了?(?:约|近|超)?[\d.]+(?:%|个?百分点|[万亿]?\p{Script=Han}{1,2})/u
const FALLS = /下降|减少|降低|回落|少/u

/** 收入同比下降2.1%，创历史新高: the words right before or right behind a record that say that this very year went the other way; undefined where they do not. */
export function otherWay(text: string, { start, end, direction }: { start: number; end: number; direction: 'high' | 'low' }): string | undefined {
  // of what is best (最好) one cannot say whether it must rise
  if (!/[高多低少]|纪录|记录/u.test(text.slice(start, end))) return undefined
  const before = CHANGED.exec(text.slice(Math.max(0, start - 44), start).replace(/^.*[。；]/su, ''))
  if (before) return FALLS.test(before[1] ?? '') === (direction === 'high') ? before[0].replace(/[，,].*$/su, '') : undefined
  const behind = /^.{0,2}[，,]/u.test(text.slice(end, end + 3)) ? BEHIND.exec(text.slice(end)) : null
  return behind && FALLS.test(behind[1] ?? '') === (direction === 'high') ? behind[0].slice(1) : undefined
}

const VERBS = '(?:成功|顺利|再次|正式)*(?:入选|上榜|登榜|获评|荣获|荣膺|获得|获|被评为|被授予|被命名为|评为|跻身|进入|迈入|列入|夺得|摘得|承办|举办|通过|创成|创建为|建成)'
const OBJECT = new RegExp(`^${VERBS}了?[“《]?([^，。；“”《》\\d]{4,24})`, 'u')
const TAIL = /(?:称号|荣誉|名单|行列|榜单|表彰)$/u
const PAST = /(?:(?:19|20)\d{2}年|去年|上年|前年|上届|上一届|此前)/u
const GENERAL = /(?:(?:19|20)\d{2}年度?|今年|本年|当年|又|再|也|并|我们|学校|医院|公司|集团|机关|单位|[我全本][国省市县区州盟旗乡镇村街院校局处司馆社])+/gu

/**
 * 继2021年入选全国百强县后，2024年首次入选全国百强县: the words of the sentence that tell the same of an earlier year; undefined where there are none. `what` is what was done for the
 * first time, white space removed.
 */
export function saidBefore(text: string, from: number, start: number, what: string): string | undefined {
  const object = OBJECT.exec(what)?.[1]?.replace(TAIL, '')
  if (object === undefined || object.length < 4 || /连续|蝉联|再次/u.test(what)) return undefined
  const lead = squeezed(text.slice(from, start))
  const at = lead.lastIndexOf(object)
  if (at < 0 || !PAST.test(lead.slice(0, at)) || !new RegExp(`${VERBS}了?[“《]?$`, 'u').test(lead.slice(0, at)) || /未能|没有|未入|落选|提名|推荐|申报|争创|力争/u.test(lead)) return undefined
  // 继上墅村入选…后，溪口村首次入选…
  const own = squeezed(text.slice(clauseStart(text, start), start)).replace(GENERAL, '')
  if (own !== '' && !lead.slice(0, at).includes(own)) return undefined
  return lead.slice(0, at + object.length).split(/[，]/u).at(-1)
}
