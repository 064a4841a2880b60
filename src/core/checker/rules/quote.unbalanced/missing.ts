/** Where a mark that is missing most likely belongs: between the characters at `at - 1` and `at`. */
export interface Missing {
  at: number
  /** the word beside it, for the message */
  word: string
}

/** How far a title, a name or an aside reaches at most. */
const FAR = 40
const DOCUMENT = /(?:条例|规定|办法|细则|准则|规则|章程|规划|纲要|意见|方案|决定|通知|指引|指南|报告|措施|公报|要点|清单|制度|手册|倡议书|协议|公约)/gu
/** behind the quoted name of a campaign, a brand, a way of working stands what it is */
const KIND =
  /专项|行动|活动|工程|机制|品牌|模式|工作法|平台|精神|经验|理念|改革|计划|整治|系列|战略|制度|称号|项目|体系|主题|荣誉|试点|专栏|课堂|讲堂|大赛|比赛|服务队|团队|驿站|基地|攻坚|竞赛|监督|协商|议事|工作室|论坛|政策|目标|格局|作风|形象|要求/gu
const ACTS =
  /弘扬|开展|打造|推进|推行|推出|实施|创建|创新|启动|举办|设立|建设|建立|擦亮|深化|构建|健全|完善|落实|贯彻|坚持|发扬|践行|组织|获评|荣获|授予|评为|获得|称为|做好|办好|建成|创办|开设|成立|形成|探索|争创|唱响|叫响|聚焦|围绕|运用|发挥|做到|增强|坚定|学习|印发|出台|制定|执行|修订|编制|宣传|编印|出版|根据|按照|依据|发布|通过|[的以为了和与把将用由在从对]/gu
const ASIDE_OPENS = /其中|含(?!量)|占|包括|不含|以下简称|试行|暂行|征求意见稿|同比|较上年|原|折合|合计/gu
const QUANTITY = /\d[\d.,]*(?:[%％‰]|[万亿]*(?:平方公里|平方米|立方米|公里|公顷|人次|户次|场次|批次|美元|[\p{Script=Han}]))|试行|暂行|征求意见稿/u
const CLAUSE_END = /[，。；！？：]/u
const BOUNDARY = /[，。；：、！？”》）]/u

/** Where the closing `partner` of a mark that opens at `open` belongs. Undefined where nothing tells. Looks at a few words only. */
export function missingCloser(text: string, open: number, partner: string): Missing | undefined {
  const from = open + 1
  const rest = text.slice(from, from + FAR)
  const end = rest.search(CLAUSE_END)
  const clause = end < 0 ? rest : rest.slice(0, end)
  const at = (length: number): Missing | undefined => (length < 2 ? undefined : { at: from + length, word: wordBefore(text, from, from + length) })
  if (partner === '》' || partner === '〉') {
    const last = [...clause.matchAll(DOCUMENT)].at(-1)
    return at(last ? last.index + last[0].length : end < 0 && rest.length === FAR ? 0 : clause.replace(/[、《“].*$/su, '').length)
  }
  if (partner === '）') {
    const quantity = QUANTITY.exec(rest.slice(0, Math.max(0, rest.search(/[。；]/u)) || FAR))
    return at(quantity ? quantity.index + quantity[0].length : end < 0 ? 0 : clause.length)
  }
  if (partner !== '”' && partner !== '’') return undefined
  // 说：“…。” is closed behind the sentence; a name before what it is
  if (/[：，]$/u.test(text.slice(open - 1, open))) {
    const stop = text.slice(from).search(/[。！？]/u)
    return stop < 0 ? undefined : at(stop + 1)
  }
  const kind = [...clause.matchAll(KIND)].find(({ index }) => index >= 2)
  return at(kind ? kind.index : end < 0 && rest.length === FAR ? 0 : clause.length)
}

/** Where the opening `partner` of a mark that closes at `close` belongs. */
export function missingOpener(text: string, close: number, partner: string): Missing | undefined {
  const from = Math.max(0, close - FAR)
  const before = text.slice(from, close)
  const boundary = [...before].findLastIndex((c) => BOUNDARY.test(c)) + 1
  const clause = before.slice(boundary)
  const pattern = partner === '（' ? ASIDE_OPENS : ACTS
  const found = partner === '（' ? [...clause.matchAll(pattern)].at(-1) : [...clause.matchAll(pattern)].findLast(({ index, 0: word }) => index + word.length <= clause.length - 2)
  if (!found && from > 0 && boundary === 0) return undefined
  const at = from + boundary + (found ? (partner === '（' ? found.index : found.index + found[0].length) : 0)
  return at >= close ? undefined : { at, word: text.slice(at, Math.min(close, at + 4)) }
}

const wordBefore = (text: string, from: number, at: number): string => text.slice(Math.max(from, at - 4), at)
