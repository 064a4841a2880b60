import { CharSet, haveOneInCommon } from '../../../text/char-set.ts'

/** A numeral that is written against the standard: UTF-16, half-open. */
export interface NumberSlip {
  start: number
  end: number
  message: string
  suggestion?: string
  severity?: 'error' | 'warning' | 'info'
}

/** A pattern and what is said of its matches; undefined where a match is right after all. `text` is the whole paragraph. */
export interface Pattern {
  /** characters of which every match has one: most paragraphs have none of them, and this is quick to see */
  sign: string
  /** what every match has in it, quicker to look for than the pattern */
  needs: RegExp
  pattern: RegExp
  judge: (match: RegExpMatchArray & { index: number }, text: string) => Omit<NumberSlip, 'start' | 'end'> | undefined
}

/** The signs of a list of patterns. */
const SIGNS = new WeakMap<readonly Pattern[], CharSet>()

function signsOf(patterns: readonly Pattern[]): CharSet {
  const known = SIGNS.get(patterns) ?? new CharSet(patterns.map(({ sign }) => sign).join(''))
  SIGNS.set(patterns, known)
  return known
}

/** All slips that a list of patterns finds. The text is searched once for the signs of all of them. */
export function slipsOf(patterns: readonly Pattern[], text: string): NumberSlip[] {
  const signs = signsOf(patterns).standingIn(text)
  return patterns.flatMap(({ sign, needs, pattern, judge }) =>
    haveOneInCommon(sign, signs) && needs.test(text)
      ? [...text.matchAll(pattern)].flatMap((match): NumberSlip[] => {
          const said = judge(match, text)
          return said ? [{ start: match.index, end: match.index + match[0].length, ...said }] : []
        })
      : [],
  )
}

/** A number in digits or characters, with 万 or 亿. */
export const NUMBER = '(?:\\d(?:[\\d,.]| (?=\\d{3}))*[千百]?|[一二两三四五六七八九十百千〇零]+(?:点[一二三四五六七八九〇零]+)?)'
/** Units behind which 以上, 左右 belong to the number itself and not to a rank or a grade (中级以上). */
export const UNIT =
  '(?:个百分点|百分点|个小时|小时|学时|课时|学分|平方公里|平方米|立方米|公里|公顷|万元|亿元|人次|户次|场次|批次|班次|车次|个月|[名人次场个件家项篇户倍天年月份条吨亩元部本期例批宗起支座辆台所处间套张棵株头只米岁种类轮届度]|[%％])'
