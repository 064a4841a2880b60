/** Scales of which everyone or everything counted has one value, so that a list of all values comes to the whole. */

const DISABILITIES = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重']
/** 厅级干部, 处级干部, 科级干部, 一般干部 */
const RANKS = ['厅', '处', '科', '一般|其他|其它']
const FORMS = ['第一种', '第二种', '第三种', '第四种']
const QUARTERS = ['[一1]季度', '[二2]季度', '[三3]季度', '[四4]季度']

const GRADES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']

const SCALES: readonly (readonly RegExp[])[] = [DISABILITIES, DISABILITIES.slice(0, 6), RANKS, FORMS, QUARTERS, GRADES, GRADES.slice(0, 3), ['七年级', '八年级', '九年级'], ['高一', '高二', '高三']].map((scale) => scale.map((word) => new RegExp(word, 'u')))

/** Do these labels name each value of one scale once, or every step of a ladder of ages? */
export const isClosedScale = (labels: readonly string[]): boolean =>
  SCALES.some((scale) => scale.length === labels.length && scale.every((value) => labels.filter((label) => value.test(label)).length === 1)) || isLadder(labels)

/** 30岁及以下, 31至35岁, …, 61岁及以上: each step begins where the one before it ends */
function isLadder(labels: readonly string[]): boolean {
  if (labels.length < 3 || !labels.every((label) => label.includes('岁'))) return false
  const steps = labels.map((label, i) => {
    const [a, b] = [...label.matchAll(/\d{1,3}/gu)].map(([n]) => Number(n))
    if (a === undefined) return undefined
    if (b !== undefined) return { low: a, high: b }
    return /以下|不满/u.test(label) ? { low: -1, high: a } : /以上/u.test(label) && i > 0 ? { low: a, high: 999 } : undefined
  })
  const rising = steps[0]?.low === -1 ? steps : [...steps].reverse()
  return rising[0]?.low === -1 && rising.at(-1)?.high === 999 && rising.every((step, i) => i === 0 || (step !== undefined && step.low - (rising[i - 1]?.high ?? NaN) >= 0 && step.low - (rising[i - 1]?.high ?? NaN) <= 1))
}
