import { resolutionOf } from '../../figures/writing.ts'
import type { Term } from './sentence.ts'

/** Scales of which every answer, person or sector has one value, each value with the words that name it. */
interface Scale {
  values: readonly RegExp[]
  /** may there be those who gave no answer at all, so that the shares come to less than 100? */
  open?: true
  /** does it stand alone, since words before it (硕士中女生) would name another whole? */
  bare?: true
}

const SCALES: readonly Scale[] = [
  { values: [/(?:非常|很|十分)满意/u, /(?<!非常|很|十分|基本|比较|较|不)满意|(?:比较|较)满意/u, /基本满意|一般/u, /不满意/u], open: true },
  { values: [/(?<!非常|很|十分|基本|比较|较|不)满意|非常满意/u, /(?:基本|比较|较)满意|一般/u, /不满意/u], open: true },
  { values: [/优秀/u, /良好/u, /(?<!不)(?:合格|及格)|一般/u, /不合格|不及格|较差/u], open: true },
  { values: [/优秀/u, /(?<!基本|不)(?:称职|合格)/u, /基本(?:称职|合格)/u, /不(?:称职|合格)/u], open: true },
  { values: [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产|服务业/u] },
  { values: [/男(?:性|生|职工|教师|员工|会员|委员|代表)/u, /女(?:性|生|职工|教师|员工|会员|委员|代表)/u], bare: true },
]

const SHARED = /占(?:比|[^，；。、占]{0,10}的(?:比[重例])?)?(?:为|达到?)?$/u
const CHANGE = /增长|下降|提高|比上年|较上年|同比|贡献|拉动/u

/** Shares of all values of one scale, told one after another, that do not come to 100 % ± their rounding. */
export function wrongScales(terms: readonly Term[]): (readonly Term[])[] {
  const shares = terms.filter(({ figure }) => figure.unit === '%' && figure.kind === 'percent' && figure.high === undefined && figure.approx === 'exact')
  if (shares.length < 2) return []
  return SCALES.flatMap(({ values, open, bare }) => {
    const found: (readonly Term[])[] = []
    for (let from = 0; from + values.length <= shares.length; from++) {
      const run = shares.slice(from, from + values.length)
      if (isScale(run, values, bare === true) && isOff(run, open === true)) found.push(run)
    }
    return found
  }).slice(0, 1)
}

/** Does each of these name another value, and are they told alike? */
function isScale(run: readonly Term[], values: readonly RegExp[], bare: boolean): boolean {
  const labels = run.map(({ before }, i) => (i === 0 ? (/[^，；。：]*$/u.exec(before)?.[0] ?? '') : before))
  const [first = ''] = labels
  return (
    labels.every((label, i) => (SHARED.test(label) || (i > 0 && SHARED.test(first) && /^[，、；]/u.test(label))) && label.length <= 30 && !CHANGE.test(label)) &&
    labels.slice(1).every((label) => /^[^，；、]{0,2}[，；、]/u.test(label) && !/[，；、].*[，；]/u.test(label)) &&
    !(bare && labels.slice(1).some((label) => !/^[，、；]“?[男女]/u.test(label))) &&
    values.every((value) => labels.filter((label) => value.test(label.replace(/满意度|满意率/u, ''))).length === 1)
  )
}

function isOff(run: readonly Term[], open: boolean): boolean {
  const steps = run.map(({ figure }) => resolutionOf(figure.text))
  const room = steps.reduce((sum, step) => sum + step, 0) / 2 + 1e-9
  const sum = run.reduce((total, { figure }) => total + figure.value, 0)
  return open ? sum > 100 + room : Math.abs(sum - 100) > room && sum > 80 && sum < 120
}
