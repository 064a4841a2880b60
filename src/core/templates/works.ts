import type { Change } from './step.ts'

/** What every report cites, year after year. */
const STANDING = [
  // laws and the charters of the Party, the CPPCC and mass organisations hold until they are changed
  /(?<![办方做用疗])法$|(?:法典|章程|党章)$/u,
  // laid before every session
  /^(?:政府|人民法院|人民检察院|法院|检察院|常委会|常务委员会)?工作报告$/u,
  /^习近平(?:谈治国理政|著作选读|新时代中国特色社会主义思想.*|关于.*论述摘编)/u,
  // names of papers and magazines
  /(?:日报|晚报|早报|晨报|商报|时报|周报|导报|学报|电视报|广播报|青年报|政协报|法院报|检察报|工人报|教育报|联谊报|画报)$|^(?:中国政协|求是|半月谈|瞭望|联谊报|同心苑)$/u,
]
const TITLE = /《[^《》]{1,80}(?:《[^《》]{1,60}》[^《》]{0,40})?》/gu
const PERIODICAL = /^(?:杂志|报(?!道|送|告)|周刊|月刊|期刊|学刊|客户端|公众号)/u

/** Titles of works and documents (《…》), which belong to the year in which they were written; those that every report cites are left out. */
export const workMarks = (text: string): Change[] =>
  Array.from(text.matchAll(TITLE)).flatMap((match): Change[] => {
    const title = match[0].slice(1, -1).replace(/\s+/gu, '').replace(/[（(][^（()）]*[)）]$/u, '')
    const end = match.index + match[0].length
    if (STANDING.some((pattern) => pattern.test(title)) || PERIODICAL.test(text.slice(end, end + 4))) return []
    return [{ start: match.index, end, review: 'work' }]
  })
