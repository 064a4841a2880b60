import { pairsOf } from '../../compare/wording.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Term } from './sentence.ts'

const SHARE_AMONG = /^[^，；。：、\d]{1,14}中(?:就|已|便|只|仅)*占(?:了|到|据了?|有|比)?(?:的比[重例])?(?:达到?|为|约|近|超过?)*$/u
const AMONG = /[，；](?:而)?在(?:全[^，；。、]{1,4})?(?:现有|已有)?$/u

/** 在园幼儿2415人，在3488名在园幼儿中占近七成: the part and the whole of a share that is said so, where both are called alike. */
export function sharedAmong(terms: readonly Term[], stated: Term): { part: Term; whole: Term } | undefined {
  if (!stated.before.includes('中')) return undefined
  const [part, whole] = [terms[stated.at - 2], terms[stated.at - 1]]
  if (!part || !whole || !SHARE_AMONG.test(stated.before) || !AMONG.test(whole.before)) return undefined
  if (!isLevel(part) || !isLevel(whole) || isDelta(part) || !sameMeasure(part, whole) || part.figure.value >= whole.figure.value) return undefined
  const named = pairsOf(/^[^，；。]*?(?=中)/u.exec(stated.before)?.[0] ?? '')
  const has = pairsOf(labelOf(part) + (/^[^，；。]*/u.exec(part.after)?.[0] ?? ''))
  return [...named].some((pair) => has.has(pair)) ? { part, whole } : undefined
}
