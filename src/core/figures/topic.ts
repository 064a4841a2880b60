/**
 * What a result came from, where its own clause does not say so (围绕…开展“请你来协商”，提出意见建议122条): the activity named last before it, in
 * its sentence or, where that names none, in a short sentence before (深入开展党纪学习教育。先后组织集中学习23次).
 */

/** how far back a sentence is looked through, in UTF-16 units */
const REACH = 160

const QUOTED = /“([^“”]{2,16})”(\p{Script=Han}{0,4}?(?:活动|行动|协商|平台|工作|制度|教育|夜校|讲坛|课题|计划))?/gu
const EVENT =
  /(?:开展|举行|举办|召开|组织|承办|成立|建立|运行|实施|深化|推进|关注|聚焦|打造|加强|开设|参加|通过|借助|依托|以|在)(?:了|好)?([^，。；：“”！？]{2,24}?)(?=[，,。；]|期间|为切入点|为契机|为抓手)/gu
/** nouns of things that are done, with results of their own */
const EVENT_NOUN = /(?:协商|监督|视察|调研|活动|会议|全会|大会|座谈会?|协商会|培训班?|教育|行动|工作室|平台|智库|试点|讲坛|讲堂|巡察|督查|检查|论坛|课题|打造|振兴|品牌)$/u
/** persons and bodies that do it, at the head of a clause */
const ACTOR = /(?:^|[，。；：])([^，。；：“”]{0,40}?)(\p{Script=Han}{2,10}(?:平台|工作室|团体委员|小组|委员会|专委会|代表团))(?=共|累计|全年|先后|积极|围绕|广泛|深入|参加|开展|提出|组织|实现)/gu

/** The activity, or an empty text. `start` is where the clause of the result begins. */
export function topicBefore(text: string, start: number): string {
  const zone = text.slice(Math.max(0, start - REACH), start)
  const cut = Math.max(zone.lastIndexOf('。', zone.length - 1), zone.lastIndexOf('！'), zone.lastIndexOf('？'))
  const topic = last(zone.slice(cut + 1))
  if (topic !== '' || cut < 0) return topic
  const previous = zone.slice(0, cut)
  const lead = previous.slice(Math.max(previous.lastIndexOf('。'), previous.lastIndexOf('；')) + 1)
  return lead.length <= 40 ? last(`${lead}。`) : ''
}

/** The subject that a heading names (提案工作, 协商议政), where it is a noun and not a programme (坚持政治引领，…); without 工作. */
export function subjectOf(heading: string): string {
  const name = heading.replace(/工作$/u, '')
  return /^\p{Script=Han}{2,8}$/u.test(name) && !/^(?:坚持|强化|深化|加强|推进|聚焦|围绕|突出|持续|全面|不断|着力|注重|紧扣|把|以|全力|切实|扎实|积极|认真|严格|回顾|总结|主要|存在|下一步|今年|过去|一年)/u.test(name) && !/(?:回顾|总结|安排|意见|打算|情况|问题|计划|任务|体会)$/u.test(name) ? name : ''
}

/** The last activity that a stretch of text names. */
function last(zone: string): string {
  let topic = ''
  let at = -1
  const take = (index: number, name: string): void => {
    if (index < at) return
    at = index
    topic = name
  }
  for (const found of zone.matchAll(QUOTED)) {
    const named = found[2] !== undefined || /(?:开展|举办|举行|推进|打造|深化|加强|建设|承办|开设|运行|助力|关注\p{Script=Han}{0,6}|列入\p{Script=Han}{0,4}|推广|实施)$/u.test(zone.slice(Math.max(0, found.index - 8), found.index))
    if (named && /\p{Script=Han}{2}/u.test(found[1] ?? '')) take(found.index, `“${found[1] ?? ''}”${found[2] ?? ''}`)
  }
  for (const found of zone.matchAll(EVENT)) {
    const name = (found[1] ?? '').split(/[、的]|联动|联合|开展|组织|举办|召开|进行/u).at(-1) ?? ''
    if (name.length > 1 && EVENT_NOUN.test(name) && !/\d/u.test(name)) take(found.index, name)
  }
  for (const found of zone.matchAll(ACTOR)) take(found.index, found[2] ?? '')
  return topic
}
