import type { Measure } from './laid.ts'
import type { FontFamily, LeadStyle, PrintRun, PrintStyle } from '../model.ts'
import { isEmMark, isFullWidth, isIdeograph, isLatin, isLetterOrDigit, isPaired, isSpace, mayHang, mayNotBegin, mayNotEnd } from './characters.ts'

/** What no line divides: a Chinese character with what belongs to it, a word, a number, a space. Widths in points. */
export interface Atom {
  text: string
  width: number
  /** how many characters letter-spacing is added behind */
  characters: number
  /** space before it where it does not begin a line */
  gap: number
  /** a line may begin here */
  breakBefore: boolean
  /** a line must begin here */
  mustBreak: boolean
  hangs: boolean
  space: boolean
  latin: boolean
  /** neither a letter nor of one em by nature: drawn for itself, so that a face that has it in another width moves nothing else */
  alone: boolean
  run: PrintRun
}

/** What a paragraph is set in. */
export interface Setting {
  style: PrintStyle
  /** added behind every character */
  spacing: number
  /** between Chinese characters and letters or numerals, in ems */
  autoSpace: number
  hanging: boolean
  /** how lead sentences differ */
  lead: LeadStyle
  measure: Measure
}

export const isBold = ({ style, lead }: Pick<Setting, 'style' | 'lead'>, run: PrintRun): boolean => style.bold || run.bold === true || (run.lead === true && lead.bold)
/** The face of a run's letters or Chinese characters. */
export const faceOf = ({ style, lead }: Pick<Setting, 'style' | 'lead'>, run: PrintRun, latin: boolean): string => {
  const font: FontFamily = (run.lead ? lead.font : undefined) ?? style.font
  return latin ? font.ascii : font.eastAsia
}

/** The atoms of a paragraph. Every character of the runs stands in exactly one of them, in order. */
export function atomsOf(runs: readonly PrintRun[], setting: Setting): Atom[] {
  const { style, spacing, autoSpace, hanging } = setting
  const gap = style.size * autoSpace
  const atoms: Atom[] = []
  let before = -1
  for (const run of runs) {
    let mustBreak = run.lineBreak === true
    for (const { text, latin, characters } of tokens(run.text)) {
      if (text === '\n') {
        mustBreak = true
        continue
      }
      const cp = text.codePointAt(0) ?? 0
      const space = isSpace(cp)
      const last = atoms.at(-1)
      const near = last !== undefined && ((isIdeograph(before) && isLetterOrDigit(cp)) || (isLetterOrDigit(before) && isIdeograph(cp)))
      atoms.push({
        text, characters, latin, space, run, mustBreak, alone: !latin && !isFullWidth(cp),
        width: widthOf(text, cp, latin, run, setting) + characters * spacing,
        gap: near && !mustBreak ? gap : 0,
        breakBefore: last !== undefined && breaksBetween(last, before, cp, latin, space),
        hangs: hanging && mayHang(text),
      })
      mustBreak = false
      before = latin ? (text.codePointAt(text.length - 1) ?? 0) : cp
    }
    // a break at the end of a run, or in a run without text
    if (mustBreak) {
      atoms.push({ text: '', characters: 0, latin: false, alone: false, space: false, run, mustBreak, width: 0, gap: 0, breakBefore: false, hangs: false })
      before = -1
    }
  }
  return atoms
}

function breaksBetween(last: Atom, before: number, first: number, latin: boolean, space: boolean): boolean {
  if (space || mayNotBegin(first)) return false
  if (last.space) return true
  if (mayNotEnd(before)) return false
  if (latin && last.latin) return before === 0x2d
  return !(isPaired(first) && before === first)
}

function widthOf(text: string, cp: number, latin: boolean, run: PrintRun, setting: Setting): number {
  const { size } = setting.style
  if (!latin && (isFullWidth(cp) || isEmMark(cp))) return size
  return setting.measure(text, faceOf(setting, run, latin), size, isBold(setting, run))
}

/** Words of letters, single spaces, and everything else character by character with the marks that combine with it. */
function* tokens(text: string): Generator<{ text: string; latin: boolean; characters: number }> {
  const word = /[^\s\u00a0]/u
  let i = 0
  while (i < text.length) {
    const cp = text.codePointAt(i) ?? 0
    let end = i + (cp > 0xffff ? 2 : 1)
    const latin = isLatin(cp)
    // most characters by far: Chinese ones, with nothing behind them that combines
    if (isFullWidth(cp) && (end >= text.length || isFullWidth(text.charCodeAt(end)))) {
      yield { text: text.slice(i, end), latin: false, characters: 1 }
      i = end
      continue
    }
    if (cp === 0x0d) {
      i = end
      continue
    }
    if (latin && !isSpace(cp) && cp !== 0x0a) {
      while (end < text.length) {
        const next = text.charCodeAt(end)
        if (!(isLatin(next) || isCombining(next)) || !word.test(text.charAt(end))) break
        end++
        // the hyphen of a compound word ends what stands together
        if (next === 0x2d && isLetter(text.charCodeAt(end - 2)) && isLetter(text.charCodeAt(end))) break
      }
    } else {
      for (; end < text.length; ) {
        const next = text.codePointAt(end) ?? 0
        const joined = next === 0x200d
        if (!joined && !isCombining(next)) break
        end += next > 0xffff ? 2 : 1
        if (joined && end < text.length) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
      }
    }
    const piece = text.slice(i, end)
    yield { text: piece, latin, characters: latin ? piece.length : 1 }
    i = end
  }
}

const isLetter = (code: number): boolean => isLetterOrDigit(code) && !(code >= 0x30 && code <= 0x39)
/** Marks over and under letters, selectors of variants, skin tones. */
const isCombining = (cp: number): boolean => (cp >= 0x300 && cp <= 0x36f) || (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0xe0100 && cp <= 0xe01ef) || (cp >= 0x1f3fb && cp <= 0x1f3ff) || cp === 0x20e3
