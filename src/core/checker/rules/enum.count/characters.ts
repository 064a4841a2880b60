import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'

/** “团结、拼搏、务实、创新”的六字校训: a number of characters beside the words that have them. Offsets in the view's text. */
export interface WrongCharacters {
  /** of 六字 */
  start: number
  end: number
  message: string
  /** the quoted words */
  also: readonly { start: number; end: number }[]
}

const NUMERAL = '[一二三四五六七八九]?十[一二三四五六七八九]?|[四五六七八九]|[1-4]?\\d'
/** what is called by the number of its characters; 四字成语 are so many characters each */
const NOUN = '(?:[^，。；：、“”《》\\d]{0,4}?)(?:校训|院训|馆训|警训|家训|店训|班训|方针|要求|原则|思路|精神|价值观|核心价值|作风|理念|标准|目标|准则|箴言|口号|宗旨|要诀|真经|工作法|经验|誓言|承诺|嘱托|重托|指示|警示|医风|校风|院风|学风|教风)'
const QUOTED = '[“‘]([^“”‘’《》（）]{3,60})[”’]'
/** …”的六字校训, …”这八个字的方针, …”十二字方针 */
const BEHIND = new RegExp(`${QUOTED}(?:的|这)?((${NUMERAL})个?字)(?:的)?${NOUN}`, 'gu')
/** 八字校训“…”, 十六字方针：“…” */
const BEFORE = new RegExp(`(?<![\\d一二三四五六七八九十第])((${NUMERAL})字)${NOUN}(?:：|——|，即|即)?${QUOTED}(?![的工和、“])`, 'gu')
const SINGLE = /^\p{Script=Han}(?:[、，]?\p{Script=Han})*$/u

/**
 * Mottos and principles that are called by their number of characters (六字校训, 十六字方针, 十字方针), and the words themselves in quotation marks right beside it. The marks between the words do not count. A
 * quotation with a digit, a letter or 等 in it is not read, nor one of half the length, which is a part of the whole; what is quoted behind the number must be parted by marks, since else it may be one of the words.
 */
export function wrongCharacters({ text }: View): WrongCharacters[] {
  if (!text.includes('字') || !/[”’]/u.test(text)) return []
  const out: WrongCharacters[] = []
  const add = (number: string, at: number, quoted: string, from: number, surface: string, whole: string): void => {
    const said = readNumeral(number)
    const words = quoted.replace(/[、，；。！·\s]/gu, '')
    if (!SINGLE.test(words) || /等|……|…/u.test(quoted) || words.endsWith('字')) return
    const count = [...words].length
    // 四字诀 of four items each of its own length: the number may be that of the items (学、访、议、督)
    if (count === said || !(said >= 3) || count < said / 2 || count > said * 1.5 + 1 || quoted.split(/[、，；]/u).length === said) return
    // “忠专实”“勤正廉”六字要求: the words stand in several quotations
    if (/[”’][、和]?$/u.test(text.slice(Math.max(0, from - 3), from - 1))) return
    // 坚持“严”字当头: what is quoted is one part of the whole
    if (whole !== '' && !/[、，]/u.test(quoted)) return
    out.push({ start: at, end: at + surface.length, message: `“${quoted}”共${count}个字，文中写作“${surface}”`, also: [{ start: from, end: from + quoted.length }] })
  }
  for (const { index, 0: surface, 1: quoted = '', 2: counted = '', 3: number = '' } of text.matchAll(BEHIND)) add(number, index + surface.indexOf(counted, quoted.length + 2), quoted, index + 1, counted, '')
  for (const { index, 0: surface, 1: counted = '', 2: number = '', 3: quoted = '' } of text.matchAll(BEFORE)) {
    if (!out.some(({ start }) => start === index)) add(number, index, quoted, index + surface.length - quoted.length - 1, counted, surface)
  }
  return out
}
