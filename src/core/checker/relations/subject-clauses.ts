/** Readings of the clause before the one in which 分别 stands. */

const PERIOD = '(?:第?[一二三四1-4]季度|上半年|下半年|前[二三两]季度|全年|\\d{1,2}[-—~～至]\\d{1,2}月份?|\\d{1,2}月份?|年[初中末底]|去年|今年|上年)'
const PERIODS = new RegExp(`(?:^|[，。；：])((?:${PERIOD}(?:、|以及|和|及|与))+${PERIOD})，$`, 'u')

/** 一季度、上半年、前三季度和全年，全区规上工业增加值分别增长…: how many spans of time the clause before lists; `ahead` ends with its comma, `words` are those before 分别. Undefined where it lists none, or the clause itself lists things. */
export function periodsBefore(ahead: string, words: string): { count: number; text: string } | undefined {
  if (!/[季半年月]，$|[季半年]度，$/u.test(ahead) || /[、和及与\d]/u.test(words)) return undefined
  const list = PERIODS.exec(ahead)?.[1]
  return list === undefined ? undefined : { count: list.split(/、|以及|和|及|与/u).length, text: list }
}

const FINISHED = /、[^、]*(?:带头|全面|持续|深入|积极|扎实|有序|稳步|不断|有效|切实|认真|着力|同步|协同|联动|分工|合力|共同)\p{Script=Han}{2,8}，$|、[^、]{4,}(?:办案|推进|提升|增强|落实|见效|好转|向好|改善|加强|开展|到位|运行|发力|优化|显现|回升|加快|履职|协作|包案|督办)，$/u

/** 检察长、副检察长带头办案，刑事、民事部门分别…: does the clause before, a list in it, say all of it itself, so that none of its things belongs to 分别? */
export const isFinished = (clause: string): boolean => FINISHED.test(clause)
