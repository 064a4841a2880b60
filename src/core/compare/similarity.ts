import { MARK_GROUPS, type Features, type State } from './features.ts'
import { canonical, overlap, type Overlap } from './wording.ts'

export interface Similarity {
  /** 0 to 1 */
  score: number
  /** why two figures of one indicator cannot be set against each other, in Chinese; empty where they can */
  why: string[]
}

/** Below this, two figures are no pair. */
export const PAIR_THRESHOLD = 0.5

/** Below this, no support from neighbours makes a pair. */
const HOPELESS = 0.34

/** What the words alone must bring, however well the surroundings agree. */
const LEAST_WORDS = 0.3

/**
 * How well two figures agree in what they count. Symmetric. Their values play no part: equal numbers are mostly chance. Undefined where they
 * cannot be the same indicator at all. `taught` is what an editor once said of two such wordings.
 */
export function similarity(a: Features, b: Features, taught?: 'same' | 'different'): Similarity | undefined {
  const x = a.figure
  const y = b.figure
  if (taught === 'different') return undefined
  // of another kind, measure or time
  if (a.bucket !== b.bucket || a.former !== b.former || (a.unit === '百分点') !== (b.unit === '百分点')) return undefined
  const why: string[] = []
  if (taught === 'same') {
    const [near, place] = [overlap(a.near, b.near).dice, overlap(a.place, b.place).dice]
    if (!sameUnit(a, b)) why.push(unitsDiffer(x.unit, y.unit))
    return { score: 0.95 + 0.03 * near + 0.02 * place, why }
  }
  if (a.period !== b.period || a.denied !== b.denied || (a.grades !== '' && b.grades !== '' && a.grades !== b.grades)) return undefined
  if (a.per !== b.per || (a.rate !== '' && b.rate !== '' && a.rate !== b.rate)) return undefined
  for (let g = 0; g < a.marks.length; g++) {
    const one = a.marks[g] ?? -1
    const other = b.marks[g] ?? -1
    if (one >= 0 && other >= 0 && one !== other) return undefined
  }
  if (a.state !== b.state && a.state !== undefined && b.state !== undefined && !MIXED.has(`${a.state} ${b.state}`)) return undefined
  const own = overlap(a.wordGrams, b.wordGrams)
  const around = overlap(a.clause, b.clause)
  const equal = a.words === b.words && a.words !== ''
  const byWords = equal ? 1 : agreement(own)
  const byClause = 0.92 * Math.min(1, 0.4 + 0.3 * around.telling) * agreement(around)
  const words = Math.max(byWords, byClause)
  const near = overlap(a.near, b.near).dice
  if (words < LEAST_WORDS && near < 0.5) return undefined
  const place = overlap(a.place, b.place).dice
  // words of every report (提出建议, 解决问题) tell little: there the surroundings decide
  const thin = (equal ? a.wordGrams.telling : Math.max(own.telling, around.telling)) === 0
  let score = thin ? (equal ? 0.45 : 0.3) * words + 0.45 * near + 0.15 * place : 0.7 * words + 0.22 * near + 0.08 * place
  // 提案立案 in whatever words: the same became of the same kind of things
  if (a.state === b.state && a.state !== undefined && a.unit === b.unit && THINGS.some((thing) => thing.test(x.indicator) && thing.test(y.indicator))) score = Math.max(score, 0.56 + 0.1 * words)
  if (a.state !== b.state) score -= 0.06
  if (!equal && a.head !== '' && b.head !== '') {
    if (a.head === b.head) score += thin ? 0 : 0.07
    else if (a.words.length >= 4 && b.words.length >= 4 && !sharesCharacter(a.head, b.head)) score -= 0.05
  }
  // a result of one named activity is not that of another, where nothing but the name says which
  const strange = [a.named.some((name) => !b.names.includes(name)), b.named.some((name) => !a.names.includes(name))]
  if ((thin && strange.includes(true)) || !strange.includes(false)) score -= 0.12
  if (a.added !== b.added) score -= newAgainstAll(a, b) ? 0.08 : 0.03
  if (a.part !== b.part) score -= 0.03
  if (a.ranks.size > 0 || b.ranks.size > 0) {
    let shared = 0
    for (const rank of a.ranks) if (b.ranks.has(rank)) shared++
    const differ = shared < a.ranks.size || shared < b.ranks.size
    if (a.ranks.size > 0 && b.ranks.size > 0 && differ) {
      if (shared === 0) return undefined
      score -= 0.06
    } else if (differ) score -= 0.02
    if (differ) why.push(`范围不同：${x.indicator}／${y.indicator}`)
  }
  if (!sameUnit(a, b)) {
    if (!comparable(a.unit, b.unit)) return undefined
    score *= x.kind === 'money' ? 0.55 : 0.82
    why.push(unitsDiffer(x.unit, y.unit))
  }
  if (score < HOPELESS) return undefined
  if (why.length === 0 && !equal && SCOPES.some((g) => (a.marks[g] ?? -1) < 0 !== (b.marks[g] ?? -1) < 0)) why.push(`范围不同：${x.indicator}／${y.indicator}`)
  if (why.length === 0 && (a.narrowed !== b.narrowed || newAgainstAll(a, b) || a.grades !== b.grades || (byWords < 0.55 && own.contained < 0.9 && !opened(a.words, b.words)) || (!equal && a.several !== b.several && Math.max(leftOver(a.words, b.words), leftOver(b.words, a.words)) >= 3))) why.push(`口径可能不同：${x.indicator || '指标未写明'}／${y.indicator || '指标未写明'}`)
  // only equal words are all there is
  return { score: Math.max(0, Math.min(equal ? 1 : 0.97, score)), why }
}

/** Marks that only one of two indicators has say that it counts a part. */
const SCOPES: readonly number[] = ['residents', 'court', 'insurance', 'care', 'school', 'investment', 'crop', 'unemployment', 'bank', 'sex', 'whence', 'weight', 'owner', 'line', 'graduates', 'stage', 'goods', 'rice'].map((group) => MARK_GROUPS.indexOf(group))

const newAgainstAll = (a: Features, b: Features): boolean => a.added !== b.added && a.added !== 'made' && b.added !== 'made'

/** Is one the other with a few characters put in (监督公安机关立案 for 监督立案)? */
function opened(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 3 || long.length - short.length > 4) return false
  let at = 0
  for (const c of long) if (c === short.charAt(at)) at++
  return at === short.length
}

/** How many characters of a text stand in no pair of neighbours that the other has. */
function leftOver(text: string, other: string): number {
  let covered = 0
  let upTo = 0
  for (let i = 0; i + 1 < text.length; i++) {
    if (!other.includes(text.slice(i, i + 2))) continue
    covered += i + 2 - Math.max(i, upTo)
    upTo = i + 2
  }
  return text.length - covered
}

/** How far two texts say the same: all that both have, and a little for one that stands whole in the other. */
const agreement = ({ dice, contained, telling }: Overlap): number => 0.72 * dice + 0.28 * contained * Math.min(1, 0.4 + telling / 4)

const sharesCharacter = (a: string, b: string): boolean => [...a].some((c) => b.includes(c))

const THINGS = [/提案/u, /社情民意|信息/u, /议案/u, /代表建议/u]

/** Units that may count the same thing in another way; 场 and 条 never do. */
const LIKE_UNITS: readonly (readonly string[])[] = [
  ['人', '人次', '万人', '户', '户次', '家', '个', '对', '组', '例'],
  ['家', '户', '个', '所', '处', '座', '栋', '幢', '片', '批', '家次', '户次'],
  ['件', '条', '项', '个', '篇', '份', '期', '则', '部', '本', '册', '批', '宗', '起', '例', '张', '套', '笔', '个方面', '万字', '字'],
  ['次', '场', '期', '轮', '批', '届', '回', '个', '趟', '项', '课', '讲', '天', '班次', '人次'],
  ['亩', '公顷', '平方公里', '平方千米', '平方米', '万亩'],
  ['吨', '公斤', '斤', '千克', '克', '担'],
  ['公里', '米', '里', '条', '千米'],
  ['千瓦', '千瓦时', '度', '兆瓦', '瓦'],
  ['立方米', '方', '吨', '升'],
  ['辆', '台', '辆次', '台次', '列', '列次', '架', '架次', '艘', '艘次', '套', '个'],
  ['天', '个工作日', '工作日', '小时', '分钟', '个月', '个小时', '日'],
]
/** Measure words that one editor uses where the next uses another, for one noun: 12份报告, 9篇报告. */
const PLAIN_UNITS: readonly (readonly string[])[] = [['份', '篇'], ['个', '家', '所'], ['个', '项'], ['场', '次'], ['件', '宗', '起']]
/** Do two figures count in one unit? 名 and 人 do, and 份 and 篇 of one noun. */
export const sameUnit = (a: Features, b: Features): boolean => a.unit === b.unit || (a.head === b.head && PLAIN_UNITS.some((group) => group.includes(a.unit) && group.includes(b.unit)))

const comparable = (a: string, b: string): boolean => a === '' || b === '' || (a.endsWith('元') && b.endsWith('元')) || LIKE_UNITS.some((group) => group.includes(a) && group.includes(b))

const unitsDiffer = (a: string, b: string): string => `单位不同：${a || '无单位'}／${b || '无单位'}`

/** States that one clause may name together (办理 and 办复), in either order. */
const MIXED: ReadonlySet<string> = new Set((['answered concluded', 'concluded enforced'] satisfies `${State} ${State}`[]).flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]))

/** The wording of an indicator by which an editor's word on a pair is remembered. */
export const wordingKey = ({ words, measure }: Pick<Features, 'words' | 'measure'>): string => `${measure}:${words}`

/** The same for an indicator as it was kept with a decision. */
export const storedWordingKey = (indicator: string, measure: Features['measure']): string => `${measure}:${canonical(indicator, measure === 'growth' || measure === 'difference')}`
