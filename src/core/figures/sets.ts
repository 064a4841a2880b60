import { readNumeral } from '../text/numerals.ts'
import { at, behind, named, type Matcher } from './matcher.ts'

const CN = '[一二三四五六七八九十两]'
const PLAN = /十[一二三四五]五(?!年)/uy
const SET = new RegExp(`(${CN}{1,2})((?:大|项|个|种|类|条|支|级|色|化|方面|件|股|座|张|路|轮|步|道|本|根|链|网|篇|套|场|双|重|条主?线|层|步)[^，。；、：！？“”‘’《》（）()\\s\\d]{0,6})`, 'uy')
const QUOTED_SET = new RegExp(`(${CN}{1,2}(?:[^”“，。；]{0,10}))(?=”)`, 'uy')
const NAMED_REGIONS = new RegExp(`${CN}{1,3}(?:省|市|县|区|州)${CN}{1,3}(?:省|市|县|区|州|县市)`, 'uy')
/** 一县一策, 一个委员一个亮点: one for each, a way of saying and no count */
const PARALLEL = /一(?:[个件项名条人家])?\p{Script=Han}{1,2}[、]?一(?:[个件项名条人家])?\p{Script=Han}{1,2}/uy
/** 五水共治, 三医联动: a slogan counts its parts */
const JOINT = new RegExp(`(${CN})\\p{Script=Han}{1,2}(?:共治|同治|联动|同创|并举|并重|合一|同步|共建|融合)`, 'uy')
/** a numeral with its noun inside a name; 一 alone is mostly an article there */
const IN_NAME = /([零二三四五六七八九两百千万][十百千万]?|[二三四五六七八九]?十[一二三四五六七八九]?|一(?=[个条件项站度策网]))[^”“’‘》《，。、·]{1,4}/uy
const SET_NOUN = /^(?:大|项|个|种|类|条|支|级|色|化|方面|张|路|股|座|链)/u

/**
 * Chinese numerals that name sets and slogans: 三个角度, 六大专项行动, 省市县三级 (kind `enum`); “十四五”, “一堂一庭”, 三省七县 (`label`).
 * They are no core figures, but a recogniser that does not know them reports them as such.
 */
export const matchSet: Matcher = (text, i) => {
  const plan = at(PLAN, text, i)
  if (plan) return named(i, i + plan[0].length, 'label', null)
  const regions = at(NAMED_REGIONS, text, i)
  if (regions) return named(i, i + regions[0].length, 'label', null)
  const quoted = /[“‘]$/u.test(behind(text, i, 1)) ? at(QUOTED_SET, text, i) : undefined
  if (quoted) {
    const numerals = quoted[0].match(/[一二三四五六七八九十百千万两]+/gu) ?? []
    const value = numerals.length === 1 ? readNumeral(numerals[0] ?? '') : Number.NaN
    const rest = quoted[0].slice((numerals[0] ?? '').length)
    return named(i, i + quoted[0].length, SET_NOUN.test(rest) && numerals.length === 1 ? 'enum' : 'label', Number.isNaN(value) ? null : value, SET_NOUN.test(rest) ? rest : '')
  }
  const parallel = at(PARALLEL, text, i)
  if (parallel) return named(i, i + parallel[0].length, 'label', null)
  const joint = at(JOINT, text, i)
  if (joint && !/[第十百千万]$/u.test(behind(text, i, 1))) return named(i, i + joint[0].length, 'label', readNumeral(joint[1] ?? ''))
  const set = at(SET, text, i)
  if (set && announces(text, i, set[0], set[1] ?? '')) {
    const unit = trimSet(set[2] ?? '')
    return named(i, i + (set[1] ?? '').length + unit.length, 'enum', readNumeral(set[1] ?? ''), unit)
  }
  const inside = at(IN_NAME, text, i)
  if (inside && insideName(text, i, i + inside[0].length)) {
    const value = readNumeral(inside[1] ?? '')
    return named(i, i + inside[0].length, 'label', Number.isNaN(value) ? null : value)
  }
  return undefined
}

/** Does [start, end) stand inside a short quotation or a title (《柯城百村故事》, “污水零直排区”)? */
export function insideName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 20)
  for (const [open, close, stop] of [['《', '》', /[。；]/u], ['“', '”', /[，。；：]/u], ['‘', '’', /[，。；：]/u]] as const) {
    const from = before.lastIndexOf(open)
    const to = after.indexOf(close)
    if (from >= 0 && to >= 0 && !before.slice(from).includes(close) && !after.slice(0, to).includes(open) && !stop.test(before.slice(from)) && !stop.test(after.slice(0, to))) return true
  }
  return false
}

/** 一 with a measure word is mostly an article; two and more with one of these announce a set. */
function announces(text: string, i: number, surface: string, numeral: string): boolean {
  const before = behind(text, i, 1)
  if (numeral === '一' || /[第初十百千万亿两\d.一二三四五六七八九统唯]/u.test(before)) return false
  return !/^[一二三四五六七八九十两]{1,2}(?:级(?:以|领|巡|调|主|高)|化肥|类似|重要|网通|条腿)/u.test(surface)
}

/** Cuts a set's noun at the word that ends it. */
function trimSet(unit: string): string {
  if (/^级/u.test(unit)) return '级'
  const cut = /(?:[的地得在为与和及对从向于将把被让使是有共]|建设|推进|落实|开展|联动)/u.exec(unit.slice(1))
  return cut ? unit.slice(0, cut.index + 1) : unit
}
