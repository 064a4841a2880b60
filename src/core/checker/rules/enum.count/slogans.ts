import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'

/** One half of a slogan (三看 of “三查三看”) whose items are not as many. Offsets in the view's text. */
export interface WrongSlogan {
  start: number
  end: number
  count: number
  items: readonly { start: number; end: number; text: string }[]
}

const NUMERAL = '一二两三四五六七八九十'
const SLOGAN = new RegExp(`[“‘]((?:[${NUMERAL}][^${NUMERAL}“”‘’，、。；：（）\\d]{1,2}){1,3})[”’][^，。；：“”（）\\d]{0,10}(?:，(?:即|也就是|分别是)：?|：(?:即)?|（即?|——)`, 'gu')
const HALF = new RegExp(`([${NUMERAL}])([^${NUMERAL}]{1,2})`, 'gu')

/**
 * “三查三看”，即查A、查B、查C，看D、看E、看F: each half counts the items that begin with its word. Only lists in which the words stand in order, each item begins with its own, and
 * one mark parts the items of a half: behind another mark a new clause may begin with the same verb (，查摆问题146个). A half whose items do not begin so (谋事要实) ends the reading.
 */
export function wrongSlogans({ text }: View): WrongSlogan[] {
  if (!/[“‘][一二两三四五六七八九十]/u.test(text)) return []
  return [...text.matchAll(SLOGAN)].flatMap((match): WrongSlogan[] => {
    const halves = [...(match[1] ?? '').matchAll(HALF)]
    const out: WrongSlogan[] = []
    let at = match.index + match[0].length
    for (const half of halves) {
      const [surface, numeral = '', word = ''] = half
      const group = itemsOf(text, at, word)
      if (!group) return out
      const count = readNumeral(numeral.replace('两', '二'))
      const { items, end } = group
      const start = match.index + 1 + half.index
      if (count >= 2 && items.length >= 2 && Math.abs(items.length - count) === 1) out.push({ start, end: start + surface.length, count, items })
      at = end
    }
    return out
  })
}

/** The items that begin with a word from here on, and where the next half begins; undefined where it is not certain where they end. */
function itemsOf(text: string, from: number, word: string): { items: WrongSlogan['items']; end: number } | undefined {
  const items: { start: number; end: number; text: string }[] = []
  let at = from
  let mark = ''
  while (text.startsWith(word, at)) {
    const said = /^[^，。、；：！？（）\d]{2,12}/u.exec(text.slice(at, at + 13))?.[0] ?? ''
    const joined = said.indexOf(`和${word}`)
    const item = joined > 1 ? said.slice(0, joined) : said
    const end = at + item.length
    if (item.length <= word.length || item.includes('等')) return undefined
    items.push({ start: at, end, text: item })
    const next = text.charAt(end)
    if (joined > 1) {
      at = end + 1
      continue
    }
    if (!'，。、；）！'.includes(next) && next !== '') return undefined
    const goesOn = text.startsWith(word, end + 1)
    if (mark === '' && goesOn && next !== '。' && next !== '）') mark = next
    if (next === mark && goesOn) {
      // clauses of one length only: behind them another may begin with the same verb
      if (mark === '，' && !(/^[^，。、；：！？（）\d]+(?=[，。；、）])/u.exec(text.slice(end + 1))?.[0].length === item.length)) return undefined
      at = end + 1
      continue
    }
    // 查思想、查作风、纪律: the word is said once for several
    if (next === '、' && mark === '、' && !goesOn && items.length < 2) return undefined
    return { items, end: end + 1 }
  }
  return items.length === 0 ? undefined : { items, end: at }
}
