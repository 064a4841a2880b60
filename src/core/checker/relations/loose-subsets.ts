import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** A number that is told as a part of the only one of its unit before it. */
export interface LooseSubset {
  part: Term
  whole: Term
  partName: string
  wholeName: string
  /** the words leave it open whether it is a part */
  uncertain?: true
}

const COUNTED = /^(?:[件个名人位条项家份起处篇批宗户所例辆台张座套组]|批次|元|亩)$/u
/** 143家企业中，有研发活动的达到118家; 36个村中，通动车的有12个 */
const AMONG = /^[^，；。：、]{0,16}(?<![其当集高初镇贫水医政])中，?[^，；。：、]{1,18}的(?:就|已|只|仅|共)?(?:有|达到?|为|占到?)?(?:了)?$/u
/** ，实现稳定增收的达到, ，参加技能培训的 */
const WHO = /^[^，；。：、\d]{0,12}，(?:其中)?[^，；。：、]{2,18}的(?:就|已|只|仅|共)?(?:有|达到?|为)?$/u
/** ，已办理居住证; ，年内已挂牌 */
const DONE = /^[^，；。：、\d]{0,12}，(?:目前|现|年内)?(?:已有?|均已)\p{Script=Han}{2,8}$/u
/** a whole of which parts may be told: all that there is */
const ALL = /全[县市区镇乡村校院省州体行局]|现有|共有|辖|在[职册校编岗园院]|登记|应[到参收]|[^新]共|总数|拥有|[^上下本]属/u
/** what is counted may be others than those of the whole */
const OTHERS = /退休|死亡|流动|外来|外地|来自|离|另|其他|非|未|新|又|再|还|同时|此外|以来|累计|往年|历年|去年|上年|旧存|结转|全[县市区省国]|家属|子女|带动|辐射|惠及|(?<!志愿|参加\p{Script=Han}{0,4})服务|覆盖|超额|转化|转为|引进|每|人均|平均|计划|目标|任务|[比较超]/u
/** the whole is itself what some of them did */
const PART = /的(?:有|达到?|为)?$|新|其中|计划|目标|任务|拟|今年|本年|当年|去年|上年|增|超/u

/** farther off, the two are of different things */
const FAR = 2

/** Parts larger than the only number of their unit before them in the sentence. */
export function looseSubsets({ terms, text, start, end }: Sentence): LooseSubset[] {
  if (terms.length < 2 || !/[的已实]/u.test(text.slice(start, end))) return []
  return terms.flatMap((part): LooseSubset[] => {
    // 36个村中，收入超50万元的有12个: a number inside the words
    const [near, far] = [terms[part.at - 1], terms[part.at - 2]]
    const whole = near && far && !sameMeasure(near, part) && sameMeasure(far, part) && (near.figure.approx !== 'exact' || /以[上下内外]|满|不足|低于|高于/u.test(near.before + near.after)) ? far : near
    if (!whole || !isLevel(part) || !isLevel(whole) || !sameMeasure(part, whole) || part.span.low <= whole.span.high || isDelta(part) || isDelta(whole) || part.depth !== whole.depth || !COUNTED.test(part.figure.unit)) return []
    const [own, name] = [labelOf(part), labelOf(whole)]
    // 除1个延期外，已有26个建成: what is excepted is no whole
    if (/除[^，；。]{0,4}$/u.test(name)) return []
    const found = (uncertain?: true): LooseSubset[] => [{ part, whole, partName: own.replace(/^其中|(?:的)?(?:有|达到?|为)?$/gu, '').slice(-12), wholeName: name.slice(-12), ...(uncertain ? { uncertain } : {}) }]
    const said = whole === near ? part.before : text.slice(whole.figure.end, part.figure.start).replace(/\s+/gu, '')
    const others = OTHERS.test(whole === near ? said : said.replace(/[超过近约]+(?=\d)|低于|高于/gu, ''))
    if (AMONG.test(said) && !others) return found()
    // the only one of its unit
    if (terms.some((t) => t.at < whole.at && sameMeasure(t, whole)) || PART.test(name) || others || name === '') return []
    if (WHO.test(said) && /^[^，；。：、\d]{0,8}[，。；、]/u.test(part.after)) return ALL.test(name) ? found() : part.figure.value < FAR * whole.figure.value ? found(true) : []
    return DONE.test(said) && part.figure.unit !== '元' && part.figure.value < FAR * whole.figure.value && !isMade(own, name) ? found(true) : []
  })
}

/** 建成示范村12个，已创建省级示范村36个: does each tell of its own making, of things that are called alike or otherwise? */
const isMade = (own: string, name: string): boolean => /建[成设]|创建|打造|培育|设立|成立|举办|开展|组织|召开|发放|签订|签约/u.test(name) && /建[成设]|创建|打造|培育|设立|成立|举办|开展|组织|召开/u.test(own)
