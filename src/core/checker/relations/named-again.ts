import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** A part, and the whole that has its name. */
export interface NamedAgain {
  part: Term
  whole: Term
  /** what both are */
  noun: string
}

/** 218个行政村中，: what so many are */
const OF_THESE = /^([^，；。：、\d]{1,10})(?<!其|当|集|高|初|镇|贫|水|医|政)中，?/u
/** of a larger whole, of another, or over a longer time */
const ELSEWHERE = /累计|以来|历年|带动|辐射|周边|邻[村县镇近]|外[地来县省市]|全[国省]|新增|新引进|引进|培育|计划|目标|合计|总计|其中|；|。/u
/** what happens more than once a year meets the same ones again */
const AGAIN = /^(?:次|场|期|批|场次|批次|届|轮|年|人次|户次)$/u
const STOCK = /(?:现有|共有|实有|拥有|在册|在校|在岗|登记|全[村校院县镇区市乡厂]|[村镇校院区县]里?有?)[^，；。：、\d]{0,8}$/u
const SINGLE = '村户镇校'

/** Parts that are called what their whole is called, among other numbers, and are larger: 218个行政村中，示范村31个，收入50万元以上的村276个; 现有农户486户，人口1124人，572户农户加入. */
export function largerNamesakes(sentence: Sentence): NamedAgain[] {
  const { terms } = sentence
  if (terms.length < 2) return []
  return terms.flatMap((whole) => (terms.some((part) => part.at > whole.at + 1 && part.figure.value > whole.figure.value && sameMeasure(part, whole)) && isLevel(whole) && !isDelta(whole) && whole.depth === 0 ? [...amongThese(sentence, whole), ...withTheirName(sentence, whole)] : []))
}

function amongThese({ terms, text }: Sentence, whole: Term): NamedAgain[] {
  // 23个行政村、2个社区中: of the two together
  const beside = terms[whole.at + 1]
  const two = beside !== undefined && /^[^，；。：、\d]{1,10}[、和及与]$/u.test(whole.after) && OF_THESE.test(beside.after) && isLevel(beside)
  const things = two ? whole.after.slice(0, -1) : OF_THESE.exec(whole.after)?.[1]
  const room = two ? beside.span.high : 0
  if (things === undefined) return []
  return terms.slice(whole.at + 2).flatMap((part): NamedAgain[] => {
    if (!exceeds(part, whole) || part.span.low <= whole.span.high + room || ELSEWHERE.test(text.slice(whole.figure.end, part.figure.start))) return []
    const label = labelOf(part).replace(/(?:达到?|[有为共已]|数量)+$/u, '')
    const noun = /的(\p{Script=Han}{1,6})$/u.exec(label)?.[1] ?? ''
    return noun !== '' && things.endsWith(noun) && (noun.length > 1 || SINGLE.includes(noun)) ? [{ part, whole, noun: things }] : []
  })
}

function withTheirName({ terms, text }: Sentence, whole: Term): NamedAgain[] {
  const label = labelOf(whole)
  if (!STOCK.test(label)) return []
  return terms.slice(whole.at + 2, whole.at + 4).flatMap((part): NamedAgain[] => {
    if (!exceeds(part, whole) || !/(?:^|，)(?:其中|已|现|均|目前)?有?$/u.test(part.before) || !part.before.includes('，')) return []
    if (ELSEWHERE.test(text.slice(whole.figure.end, part.figure.start)) || terms.slice(whole.at + 1, part.at).some(({ figure }) => AGAIN.test(figure.unit))) return []
    const noun = [4, 3, 2].map((n) => part.after.slice(0, n)).find((words) => /^\p{Script=Han}{2,}$/u.test(words) && label.endsWith(words))
    return noun === undefined ? [] : [{ part, whole, noun }]
  })
}

const exceeds = (part: Term, whole: Term): boolean => isLevel(part) && !isDelta(part) && sameMeasure(part, whole) && part.depth === whole.depth && part.span.low > whole.span.high
