import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'
import type { WrongSlogan } from './slogans.ts'

/** “三公开”，即党务公开、村务公开: a name that counts, and right behind it the list whose items end with its word. Offsets in the view's text; linear in it. */

const NAME = /[“‘]([两三四五六七八九十])([个张本项条类种份支])?([^“”‘’，。；：、\d一二两三四五六七八九十]{1,3})[”’]([^，。；：、“”（）\d]{0,6})(，即|（|：)/gu

/** Names whose list has one item more or less, all of them ending with the word of the name and more than it. Lists that go on behind another mark are left alone. */
export function wrongEndingLists({ text }: View): WrongSlogan[] {
  if (!/[”’][^，。；：、“”（）\d]{0,6}(?:，即|（|：)/u.test(text)) return []
  return [...text.matchAll(NAME)].flatMap(({ index, 0: surface, 1: numeral = '', 2: measure = '', 3: word = '', 5: bridge = '' }): WrongSlogan[] => {
    const from = index + surface.length
    const list = /^[^，。；：！？（）“”]*/u.exec(text.slice(from, from + 90))?.[0] ?? ''
    const words = list.split('、')
    const count = readNumeral(numeral.replace('两', '二'))
    if (words.length < 2 || Math.abs(words.length - count) !== 1 || /\d|等$|[和与及]/u.test(list)) return []
    if (words.some((it) => !it.endsWith(word) || it.length <= word.length || it.length > 10)) return []
    // of one character the items are of one length, or the word is by chance their last
    if (word.length === 1 && new Set(words.map((it) => it.length)).size > 1) return []
    const behind = text.slice(from + list.length)
    if (bridge === '（' ? !behind.startsWith('）') : /^[，；][^，。；：]*/u.exec(behind)?.[0].includes(word)) return []
    let at = from
    const items = words.map((it) => {
      const item = { start: at, end: at + it.length, text: it }
      at += it.length + 1
      return item
    })
    return [{ start: index + 1, end: index + 1 + numeral.length + measure.length + word.length, count, items }]
  })
}
