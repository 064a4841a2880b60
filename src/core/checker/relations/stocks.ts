import { isTransposition } from '../number-slip.ts'
import { isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** What there was, what came, what went, and what there is, as a sentence tells it. */
export interface Stock {
  opening: Term
  came: Term
  gone: Term
  closing: Term
}

const OPENING = /旧存|(?:上年|上期|去年|年初|期初)(?:结转|结余|滚存结余|结存|未结|留存|存量|存栏|在册|共有|有|库存)|年初(?:共有|现有|有)?[^，；。]{0,12}$/u
const CAME = /(?:当年|本年|全年|年内)受理|收入|新收|新接|新受理|收案|新纳入|新识别|新增(?:纳入|认定|识别|入库)?|纳入|调入|购入|新入|入库|新发展|新登记|新注册|新建档/u
const GONE = /支出|审结|办结|结案|执结|退出|清退|注销|调出|出库|销号|迁出|转出|消除风险|核减/u
const CLOSING = /(?:年末|期末)?(?:滚存)?结余|未结|结转下[年期]|结转至|结存|尚余|期末|(?:年末|年底|月底)(?:在册|共有|现有|实有|存量|库存|登记|有)?|在册|现有|实有/u
/** every case that came is either closed or still open; of persons and households some also die, move or are counted anew */
const CASES = /旧存|未结|结转|结余/u
/** something else came or went */
const ELSE = /其他|死亡|自然|净增|净减|同比|比上年|较上年|累计|以来|其中|移送|撤回|合并|迁入|划转|[另含]/u

/** 旧存86件，新收420件，审结438件，未结86件: a stock that does not follow from the one before it, what came and what went. */
export function wrongStocks(sentence: Sentence): Stock[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 4) return []
  const said = text.slice(start, end)
  if (!/旧存|结转|年初|期初|上年/u.test(said)) return []
  const [first] = terms
  const kinds = first ? terms.filter((t, i) => isLevel(t) && terms.findIndex((other) => sameMeasure(other, t)) === i) : []
  return kinds.flatMap((kind) => {
    const stock = stockOf(terms.filter((t) => isLevel(t) && sameMeasure(t, kind)))
    // what is said behind ； is of something else
    const stop = stock ? text.indexOf('；', stock.closing.figure.end) : -1
    return !stock || ELSE.test(text.slice(start, stop < 0 || stop > end ? end : stop)) ? [] : [stock]
  })
}

const isBare = (term: Term, words: RegExp): boolean => labelOf(term).replace(words, '').replace(/各类|案件|执行|信访|共|已|全年|年内|当年|本年|一年来/gu, '') === ''

/** Exactly these four numbers, each with its own words, all exact. */
function stockOf(like: readonly Term[]): Stock | undefined {
  const [a, b, c, closing] = like
  if (!a || !b || !c || !closing || like.length !== 4 || like.some(({ figure, depth }) => figure.approx !== 'exact' || depth > 0)) return undefined
  const has = (term: Term, words: RegExp): boolean => words.test(labelOf(term))
  const [opening, came] = has(a, OPENING) ? [a, b] : [b, a]
  if (!has(opening, OPENING) || !has(came, CAME) || has(came, OPENING) || !has(c, GONE) || !has(closing, CLOSING)) return undefined
  const due = opening.figure.value + came.figure.value - c.figure.value
  if (due === closing.figure.value || due <= 0) return undefined
  // 审结民事案件 are fewer than all that were closed
  const strict = has(opening, CASES) && has(closing, CASES) && isBare(came, CAME) && isBare(c, GONE)
  const slipped = like.some((term) => isTransposition(String(term.figure.value), String(term === c ? term.figure.value + due - closing.figure.value : term === closing ? due : term.figure.value - due + closing.figure.value)))
  return strict || slipped ? { opening, came, gone: c, closing } : undefined
}
