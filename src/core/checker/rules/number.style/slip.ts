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

function hasOne(text: string, signs: string): boolean {
  for (let i = 0; i < signs.length; i++) if (text.includes(signs.charAt(i))) return true
  return false
}

/** All slips that a list of patterns finds. */
export const slipsOf = (patterns: readonly Pattern[], text: string): NumberSlip[] =>
  patterns.flatMap(({ sign, needs, pattern, judge }) =>
    hasOne(text, sign) && needs.test(text)
      ? [...text.matchAll(pattern)].flatMap((match): NumberSlip[] => {
          const said = judge(match, text)
          return said ? [{ start: match.index, end: match.index + match[0].length, ...said }] : []
        })
      : [],
  )

/** A number in digits or characters, with 万 or 亿. */
export const NUMBER = '(?:\\d(?:[\\d,.]| (?=\\d{3}))*[千百]?|[一二两三四五六七八九十百千〇零]+(?:点[一二三四五六七八九〇零]+)?)'
/** Units behind which 以上, 左右 belong to the number itself and not to a rank or a grade (中级以上). */
export const UNIT =
  '(?:个百分点|百分点|个小时|小时|学时|课时|学分|平方公里|平方米|立方米|公里|公顷|万元|亿元|人次|户次|场次|批次|班次|车次|个月|[名人次场个件家项篇户倍天年月份条吨亩元部本期例批宗起支座辆台所处间套张棵株头只米岁种类轮届度]|[%％])'
