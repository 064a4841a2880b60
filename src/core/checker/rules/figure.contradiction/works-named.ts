/** Who says it, and what is done or to be done to the works that are named behind it. */
const LEADING =
  /^(?:我们|我[省市县区镇乡村局]|全力|加快|统筹|继续|持续|大力|扎实|有序|重点|同步|将|要|已|正|推进|推动|实施|抓好|做好|抓紧|确保|力争|争取|完成|启动|谋划|建设|建成|新建|在建|开工|续建|全面|积极|着力|顺利|高标准|高质量|投资|以及|[和及以对把])+/u
/** what the works are ends here; another measure of them, told with a number, may stand between */
const ENDS = /(?:[期区段线馆院校园厂站库桥路道港渠坝场]|项目|工程|中心|基地|公路|铁路|水库|枢纽|医院|学校|泵站)$/u
const MEASURED = /^(?:计划|概算|项目|工程)*(?:总投资|[全总]?长|总?建筑|总?占地|总?用地|总?库容|总?装机|总?规划|床位|设[计置]|日处理|概算)[^，；]*\d[^，；]*$/u
/** 二期工程, of which the first stands before it in the sentence */
const PHASE = /^[一二三四]期/u
const PHASED = /(\p{Script=Han}{4,14}?)[一二三四]期/gu

/**
 * The name of some works that stands before what is told of them. `front`: the words of the clause before the measure (加快推进城东大道改造工程（), `lead`:
 * what stands before that in the sentence, both without white space; `plain` takes the words off that a name has not. In 实施青龙水库除险加固工程，总库容2680万立方米
 * the clause before has it, and in 城东污水处理厂一期工程…；二期工程总投资1.86亿元 its head stands with the phase before.
 */
export function nameBefore(front: string, lead: string, plain: (front: string) => string): string {
  const own = unled(plain(front))
  if (PHASE.test(own)) {
    const heads = new Set([...lead.matchAll(PHASED)].map(([, head = '']) => unled(plain(head.replace(/^.*[，；。：、]/u, '')))))
    const [head, another] = heads
    return head === undefined || another !== undefined ? '' : head + own
  }
  if (own !== '') return own
  const clause = lead.replace(/[，；]$/u, '').split(/[，；：]/u).findLast((words) => !MEASURED.test(words))
  return clause !== undefined && !/\d(?![期号])/u.test(clause) && ENDS.test(clause) ? unled(plain(clause)) : ''
}

const unled = (words: string): string => words.replace(LEADING, '')
