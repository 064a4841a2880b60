import { EVERYWHERE, type Counted, type Slip } from './counted.ts'
import { TAILS } from './words.ts'

/** how a clause begins that takes up what the sentence before told; (1) what was done to it (目前下沉的156名干部) */
const TAKEN_UP = /^(?:目前|现|截至目前|年内)?(?:对于?|针对|面对|围绕|将|把|为|向|组织|给予?)?(?:这|这些|上述|以上|全部|所有)?(?:(?:新|已|所)?(\p{Script=Han}{2})的)?(?:这|这些)?$/u
/** of some of them only */
const SOME = /^(?:重[点大要]|典型|突出(?!问题)|优秀|一般|较大|疑难|未|尚|不|其中|其余|剩余|另|部分|首批|第|上年|去年|跨|历史|遗留|新)/u
/** how a noun ends: what follows is said of it */
const SAID = /^(?:$|[，。；、]|全部|均|都|已|逐|实行|实施|建立|进行|开展|予以|给予|明确|制定|分类|挂牌|限期|跟踪|严格|依法|及时|办结|整改|到|落实|进|奔赴|扎根|一一|一律|按)/u

/**
 * A number that the next sentence takes up: 交办问题83个。对38个交办问题实行清单化管理, 下沉165名。目前下沉的156名干部全部到岗. Of two digits
 * only with all that the noun is called, since one among many things may be told there as well; of more it is enough that the thing is the same.
 */
export function pointedNoun(told: Counted, taken: Counted, { exchanged, digits }: Slip): string | undefined {
  if (!exchanged || taken.sentence - told.sentence !== 1 || told.rate !== '' || taken.rate !== '') return undefined
  const { front, behind } = taken
  const up = TAKEN_UP.exec(front)
  if (!up || (front === '' && digits < 3) || SOME.test(behind) || !taken.opens) return undefined
  if (told.scope.some((word) => !taken.scope.includes(word) && word !== '每')) return undefined
  const said = told.front.replace(TAILS, '')
  const verb = up[1]
  if (verb !== undefined && digits >= 3 && told.behind === '' && told.front.endsWith(verb)) return verb
  const noun = longestWithin(behind, said)
  if (noun === undefined) return undefined
  if (verb !== undefined && !said.includes(verb)) return undefined
  // 新修机耕道12.4公里。新修的14.2公里机耕道方便了…: all that it was called is said again
  const whole = verb !== undefined && noun.length >= 3 && said.endsWith(`${verb}${noun}`)
  if (!whole && !SAID.test(behind.slice(noun.length))) return undefined
  return noun.length >= (digits >= 3 ? 2 : whole ? 3 : 4) && said.endsWith(noun.slice(-2)) && (digits >= 3 || noun.length >= 4 || !EVERYWHERE.test(noun)) ? noun : undefined
}

/** The longest beginning of some words that ends as the others do, and of which each character stands in them in this order. */
function longestWithin(words: string, said: string): string | undefined {
  for (let k = Math.min(words.length, said.length, 12); k >= 2; k--) {
    const noun = words.slice(0, k)
    if (!said.endsWith(noun.slice(-2))) continue
    let at = 0
    for (const c of said) if (c === noun.charAt(at)) at++
    if (at === k) return noun
  }
  return undefined
}

/** what a standard is told for: 每人每月 */
const PER = /每(?:[人户亩生床吨公斤]|平方米|立方米|千克|学时|小时|公里|床日)?每?[年月天日次]?/gu
const NEW = /^(?:新的?)?标准/u

/**
 * A standard that was raised, and later is told as the new one: 由每人每月1050元提高到1105元 and 按每人每月1150元的新标准. `told` stands before `taken`, in
 * one paragraph or in another one; without 新 both must be of the same thing by their words.
 */
export function raisedStandard(told: Counted, taken: Counted, { exchanged, digits }: Slip): string | undefined {
  if (!exchanged || digits < 3 || !NEW.test(taken.behind) || !/按照?|以/u.test(taken.front)) return undefined
  if (!/(?:提高|调整|上调|提标|增加)[到至]$/u.test(told.front) || !told.sentenceText.includes('标准')) return undefined
  const per = taken.front.match(PER)?.join('') ?? ''
  if (per === '' || !told.sentenceText.includes(per)) return undefined
  // 特困人员按每人每月1540元的标准: whose it is must have been said
  const [, whose = '', rest = ''] = /^(?:全年|年末)?(.*?)(?:按照?|以)(.*)$/u.exec(taken.front) ?? []
  return told.sentenceText.includes(whose) && (taken.behind.startsWith('新') || rest === per) ? '标准' : undefined
}
