import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** Land that lies within other land by what the two words mean: first the wider one. 播种面积 is counted once for each harvest and lies within nothing. */
const WITHIN: readonly { whole: RegExp; part: RegExp }[] = [
  { whole: /(?:^|[有县区镇乡村市]|面积)(?:耕地(?:总)?(?:面积|保有量)?)$/u, part: /(?:划定|划入|现有|共有|其中|累计)?(?:永久)?基本农田(?:保护)?(?:面积)?$|累计?(?:已)?建成高标准(?:基本)?农田(?:面积)?$|高标准农田(?:总面积|面积累计)$/u },
  { whole: /(?:国土|土地|区域|辖区|幅员|行政区域)(?:总)?面积$|^(?:全[县区镇乡村市])?总面积$/u, part: /^(?:现有|其中|全[县区镇乡村市])?(?:耕地|林地|森林|水域|草地|湿地|山林|水田)(?:总)?面积$|^(?:现有|其中)?(?:耕地|林地|山林|水田)$/u },
]
const LEADING = /(?:达到?|为|约|有|共|至|稳定在|保持在|不少于)+$/u
/** of a year, of another place, or lost and won */
const OTHERWISE = /新增|补充|流转|整治|复垦|撂荒|改造|提升|占用|全[国省]|计划|目标|任务|规划|拟|每年/u

/** 耕地42.6万亩，累计建成高标准农田51.3万亩: land that is larger than the land that it lies in. */
export function largerWithin({ terms, text, start, end }: Sentence): { part: Term; whole: Term; partName: string; wholeName: string }[] {
  if (terms.length < 2 || !/耕地|面积/u.test(text.slice(start, end))) return []
  return terms.flatMap((whole) => {
    if (!isLand(whole)) return []
    const name = nameOf(whole)
    const kind = WITHIN.find((k) => k.whole.test(name))
    if (!kind || OTHERWISE.test(name)) return []
    return terms.slice(whole.at + 1, whole.at + 4).flatMap((part) => {
      const label = nameOf(part)
      if (!isLand(part) || !sameMeasure(part, whole) || part.depth !== whole.depth || part.span.low <= whole.span.high || !kind.part.test(label) || OTHERWISE.test(label)) return []
      return /[；。]/u.test(text.slice(whole.figure.end, part.figure.start)) ? [] : [{ part, whole, partName: label, wholeName: name }]
    })
  })
}

const nameOf = (t: Term): string => labelOf(t).replace(LEADING, '')
const isLand = (t: Term): boolean => isLevel(t) && !isDelta(t) && /^(?:亩|公顷|平方公里|平方千米)$/u.test(t.figure.unit)
