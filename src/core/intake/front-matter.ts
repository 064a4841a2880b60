import type { Line } from './source.ts'

/** The lines above the text. */
export interface FrontMatter {
  title: string
  subtitle: string
  occasion: string
  byline: string
  /** indices of the lines that it took */
  taken: Set<number>
}

const OCCASION = /^[（(]?[—―\-]*\s*[（(]?(?:(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[，,]?)?\s*[在于].{4,60}(?:会议|全会|大会|会)(?:第.{1,3}次(?:全体)?会议)?上?(?:的.{0,12}(?:报告|讲话))?[）)]?$/u
const DATE_LINE = /^[（(]?(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?[）)]?$/u
const NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}[\s\u3000]+\p{Script=Han}$|^\p{Script=Han}{1,2}·\p{Script=Han}{1,6}$/u
const OFFICE = /(?:主席|主任|省长|市长|县长|区长|州长|旗长|乡长|镇长|总理|院长|检察长|书记|局长|记者|通讯员|作者|本报)/u

/** Does a line say when and where a report was delivered? */
export const isOccasion = (text: string): boolean => OCCASION.test(text)

/**
 * Reads the title lines from the top: title (one or more lines), subtitle (——…), occasion (在…会议上), byline. It stops at the first
 * heading or line of prose. `skip` marks furniture, `stop` the first line that cannot belong to it.
 */
export function readFrontMatter(lines: readonly Line[], skip: readonly boolean[], stop: (i: number) => boolean): FrontMatter {
  const taken = new Set<number>()
  const titles: string[] = []
  let subtitle = ''
  let occasion = ''
  let byline = ''
  let styled = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line || skip[i]) continue
    if (line.style === 'title') {
      titles.push(line.text)
      styled = true
    } else if (line.style === 'subtitle' && isOccasion(line.text) && occasion === '') occasion = line.text
    else if (line.style === 'subtitle' && byline === '' && isByline(line.text, true)) byline = line.text
    else if (line.style === 'subtitle') subtitle = subtitle === '' ? line.text : `${subtitle} ${line.text}`
    // …第三次会议 | 上: a last word that the column broke off
    else if (occasion !== '' && /会议?$/u.test(occasion) && /^上[）)]?$/u.test(line.text)) occasion += line.text
    // …在孔城镇第三届人民代表大会 | 第四次会议上
    else if (occasion !== '' && /大会$/u.test(occasion) && /^第.{1,3}次(?:全体)?会议上?[）)]?$/u.test(line.text)) occasion += line.text
    else if (isOccasion(line.text) && titles.length > 0 && occasion === '') occasion = line.text
    // …在孔城镇第三届 | 人民代表大会第四次会议上
    else if (titles.length > 0 && occasion === '' && isHalfOccasion(line, lines[i + 1]) && !skip[i + 1]) {
      occasion = line.text + (lines[i + 1]?.text ?? '')
      taken.add(i)
      i++
    }
    else if (stop(i) || line.ends || line.width > 60) break
    else if (/^(?:[—―－─–]{1,}|--)/u.test(line.text) && titles.length > 0) {
      if (subtitle !== '') break
      subtitle = line.text
    } else if (DATE_LINE.test(line.text) && titles.length > 0) {
      if (occasion !== '') break
      occasion = line.text
    } else if (titles.length > 0 && byline === '' && isByline(line.text, occasion !== '' || subtitle !== '')) byline = line.text
    // below a title that the source sets as one, a short line names who wrote it
    else if (styled && byline === '' && line.width <= 20 && !line.indented && standsAlone(lines[i + 1], stop(i + 1)) && !/[，。；：、,.;:]/u.test(line.text)) byline = line.text
    else if (!styled && subtitle === '' && occasion === '' && byline === '' && titles.length < 4 && (!/[：:，,；;、]$/u.test(line.text) || goesOn(line, lines[i + 1], lines[i + 2]))) titles.push(line.text)
    else break
    taken.add(i)
  }
  // a lone short line above prose is a title; several lines without any other title line may be one title set in lines
  return { title: titles.join(' '), subtitle, occasion, byline, taken }
}

const BEGINS_OCCASION = /^[（(]?[—―\-]*\s*[（(]?(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[，,]?\s*在\p{Script=Han}{3,30}$/u
/** Do two lines say together, and not the first alone, when and where a report was delivered? */
const isHalfOccasion = (line: Line, next: Line | undefined): boolean =>
  next !== undefined && !line.ends && next.blanksBefore === 0 && next.width <= 24 && BEGINS_OCCASION.test(line.text) && /会议上?[）)]?$/u.test(next.text) && isOccasion(line.text + next.text)

/** Does a line not run on into this one? */
const standsAlone = (next: Line | undefined, stops: boolean): boolean => next === undefined || next.indented || next.blanksBefore > 0 || stops

/** Is a line that ends with a comma the first half of a title that was set in two lines (从“专项攻坚”到“质量开花”，| 衢州政协这样干)? */
const goesOn = (line: Line, next: Line | undefined, below: Line | undefined): boolean =>
  /[，,]$/u.test(line.text) && line.width <= 20 && next !== undefined && next.blanksBefore === 0 && isShort(next) && (below === undefined || below.blanksBefore > 0 || below.indented || isShort(below))
const isShort = ({ ends, width, text }: Line): boolean => !ends && width <= 20 && !/[，,、；;：:]$/u.test(text)

/** Does a line name who wrote or delivered a report? */
export function isByline(text: string, afterTitles: boolean): boolean {
  if (/[（(]?(?:记者|通讯员|作者|本报记者|文[/／])/u.test(text) && text.length <= 40) return true
  if (NAME.test(text)) return afterTitles || /\s/u.test(text)
  return afterTitles && text.length <= 40 && OFFICE.test(text) && /[\s\u3000]\p{Script=Han}[\s\u3000]?\p{Script=Han}{1,3}$/u.test(text)
}
