import { CharSet } from '../../../text/char-set.ts'

/** A full stop behind a word that something must follow. UTF-16, half-open: the word and the stop. */
export interface Break {
  start: number
  end: number
  word: string
}

/** The last characters of such words: most sentences end in others. */
const LAST = new CharSet('及和与并步在将对使于照便期断而是未中据为把')

/** Nouns of bodies, things and actions end so; 和 and 与 behind them join (部门和。), while 温和, 参与, 太和 are words. */
const NOUN = '(?:单位|部门|企业|人员|群众|干部|职工|学校|医院|法院|检察院|公司|社区|乡镇|街道|委员会|政府|办公室|中心|项目|工程|工作|服务|管理|建设|制度|机制|政策|措施|资金|器官|设施|安全|保障|监督|治理|环境|问题)'

/**
 * Behind these a sentence cannot stop. 及, 和, 与, 并, 将, 对, 在 are the ends of words as well (普及, 缓和, 参与, 合并, 名将, 应对, 存在), and 进一步 of 更进一步, so
 * that each has what must stand before it.
 */
const DANGLING = new RegExp(
  `(?:以及|正在逐步|正在|逐步|尚未|旨在|即将|以便|以期|由于|从而|因而|关于|基于|尤其是|特别是|不仅是|(?<=${NOUN}(?:等)?|等|等主要\\p{Script=Han}{2})及|(?<=${NOUN})[和与]|(?<=[，、；])(?:并|将|对|在|使|把|为|不断|按照|根据|其中|进一步|逐步)|(?<=[也还均必就我们])将|(?<=[将要应需须并已]|工作|方面)进一步)$`,
  'u',
)
/** A clause of nothing but a verb that wants an object, behind one with a figure: 发表论文62篇，获得 */
const VERB_ALONE = /\d[^。；]{1,40}[，；](?:并|共|累计|先后|成功)?(获得|取得|完成|实现|新增|建成|发放|举办|开展|组织|达到|解决|化解|争取|引进|培育|受理|办结|审结|兑现|发表|帮助|推动|挽回|救助|覆盖|惠及)(?:[。]|$)/gu

/** How far back a word and what must stand before it reach. */
const FAR = 14

/** Sentences of a paragraph that stop behind 及, 以及, 正在, 逐步…: 等主要器官及。, 正在逐步。 */
export function breaksIn(text: string): Break[] {
  const found: Break[] = []
  for (let at = text.indexOf('。'); at >= 0; at = text.indexOf('。', at + 1)) {
    if (!LAST.has(text.charCodeAt(at - 1))) continue
    const word = DANGLING.exec(text.slice(Math.max(0, at - FAR), at))?.[0]
    if (word !== undefined) found.push({ start: at - word.length, end: at + 1, word })
  }
  for (const { 0: whole, 1: word = '', index } of VERB_END.test(text) ? text.matchAll(VERB_ALONE) : []) {
    const end = index + whole.length
    found.push({ start: whole.endsWith('。') ? end - word.length - 1 : end - word.length, end, word })
  }
  return found
}

/** A quick look: such a verb at the end of a sentence. */
const VERB_END = /[，；](?:并|共|累计|先后|成功)?[获取完实新建发举开组达解化争引培受办审兑帮推挽救覆惠]\p{Script=Han}(?:。|$)/u
