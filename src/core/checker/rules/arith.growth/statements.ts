import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import type { Span } from '../../span.ts'
import { isLevelAfterAll, type ByForTo } from './by-or-to.ts'
import type { Claim } from './change.ts'
import { AHEAD, AT_CONSTANT_PRICES, BY, CLAIM, directionOf, FOLD, FROM, INCOME, LAST_YEAR, MULTIPLE, OTHER_BASIS, PER_UNIT, REACHED, THAN, TO, TO_SHORT, WAS, type Direction } from './words.ts'

/** Two levels of one thing, with what is said of the change. */
export interface Move {
  from: CoreFigure
  to: CoreFigure
  /** of the words between the levels; undefined where they say neither */
  direction: Direction | undefined
  /** where these words stand */
  word?: { start: number; end: number; text: string }
  claims: Claim[]
}

/** A level that is said to have changed against the year before, which is not stated here. */
export interface OpenLevel {
  level: CoreFigure
  claims: Claim[]
}

/** A change in units and in per cent: 增加412件，增长14.3%, of one level. */
export interface Stated {
  level: CoreFigure
  difference: Claim
  rate: Claim
}

export interface Statements {
  moves: Move[]
  open: OpenLevel[]
  stated: Stated[]
  byForTo: ByForTo[]
}

/** ，立案数比上年增加: the name, and what is said */
const NAMED_AGAIN = /^[，,](?:其中)?(\p{Script=Han}{2,8}?)(?:总|件|人|户|起)?(?:[数量额]|人?次数?)?((?:同比|[比较同与](?:上|去)|均?(?:增长|增加|下降|减少)).*)$/u
const EACH = /[亩户人]均|每亩|单产/u
/** Are levels and change told of one each: 亩产 and 亩均, 人均收入 and 人均? */
const isOfEach = (base: string, lead: string): boolean => (/[户人]均/u.test(base) ? lead.includes(base.includes('户均') ? '户均' : '人均') : /亩产|亩均|单产|每亩/u.test(lead))
/** say which way only together with their levels */
const BETTER: ReadonlySet<string> = new Set(['改善', '提速'])

/** The statements of change in one sentence. `figures` are its core figures in order. */
export function statementsOf(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[]): Statements {
  const out: Statements = { moves: [], open: [], stated: [], byForTo: [] }
  const whole = squeezed(text.slice(sentence.start, sentence.end))
  const constant = AT_CONSTANT_PRICES.test(whole.replace(INCOME, ''))
  const otherBasis = OTHER_BASIS.test(whole)
  const used = new Set<CoreFigure>()
  for (let k = 0; k < figures.length; k++) {
    const from = figures[k]
    const to = figures[k + 1]
    if (!from || from.high !== undefined || used.has(from)) continue
    const move = to && to.high === undefined ? moveBetween(text, sentence, from, to) : undefined
    const by = move || !to ? undefined : changeBy(text, sentence, figures, k)
    if (by) {
      out.byForTo.push(by)
      used.add(by.claim.figure)
      k++
      continue
    }
    const level = move?.to ?? from
    const read = claimsAfter(text, sentence, figures, move ? k + 2 : k + 1, level, move && to ? to.end + nounBehind(text, from, to) : from.end)
    for (const { claim } of read) used.add(claim.figure)
    if (move) {
      const years = yearsBetween(text, sentence, move)
      const explicit = /\d{4}年|[\d两二三四五六七八九十]年前|原|最初|当初/u.test(squeezed(text.slice(Math.max(sentence.start, from.start - 12), from.start)))
      for (const { claim, base, mean, apart } of read) {
        if (apart || /环比|实际/u.test(base) || (BETTER.has(claim.word) && move.direction === undefined)) continue
        if (explicit && /上|去年|同比/u.test(base)) continue
        // 总产由500吨提高到800吨，亩均增产: of each is said of levels of each
        if (EACH.test(base) && !isOfEach(base, squeezed(text.slice(Math.max(sentence.start, from.start - 30), from.start)))) continue
        // 是“十三五”末的2倍: of that level, where it is told of the earlier one
        const plan = /(?:十[一二三四]?|[八九])五/u.exec(base)?.[0]
        if (plan !== undefined && !text.slice(sentence.start, from.start).includes(`${plan}”`)) continue
        const over = spanOfBoth(years, mean ? duration(base) : undefined)
        // 三年增长 between levels of other years
        const span = duration(base)
        if (!mean && span && years && (span.high < years.low || span.low > years.high)) continue
        if (mean && !over) continue
        const otherPrices = constant || otherBasis
        if (otherPrices && claim.how === 'rate' && !mean) continue
        // 由38微克降至36微克，改善5.3%: better is what it became
        const told = BETTER.has(claim.word) && move.direction ? { ...claim, direction: move.direction } : claim
        move.claims.push(mean && over ? { ...told, years: over, ...(otherPrices ? { totalOnly: true as const } : {}) } : told)
      }
      out.moves.push(move)
    } else if (read.length > 0) {
      const plain = read.filter(({ claim, mean, apart, base }) => !BETTER.has(claim.word) && !mean && !apart && !/环比|实际|累计|共|年间|年来|年前|[亩户人]均|每亩|单产/u.test(base))
      const difference = plain.find(({ claim }) => claim.how === 'difference')
      const rate = plain.find(({ claim }) => claim.how === 'rate')
      const oneBase = difference && rate && difference.base + rate.base !== '' && (rate.base === '' || difference.base === '' || (LAST_YEAR.test(rate.base) && LAST_YEAR.test(difference.base)))
      if (oneBase && !constant && !otherBasis && level.unit !== '%' && difference.claim.direction === rate.claim.direction) out.stated.push({ level, difference: difference.claim, rate: rate.claim })
      const against = otherBasis ? [] : plain.filter(({ claim, base }) => LAST_YEAR.test(base) && (base !== '' || claim.how === 'rate')).map(({ claim }) => claim)
      if (against.length > 0) out.open.push({ level, claims: against })
    }
    if (move) k++
  }
  if (!otherBasis) toldAhead(text, sentence, figures, out)
  respectively(text, sentence, figures, out)
  return out
}

/** 信息报送量同比增长11.7%，达到268篇: the change ahead of its level. */
function toldAhead(text: string, sentence: { start: number }, figures: readonly CoreFigure[], { open }: Statements): void {
  figures.forEach((figure, k) => {
    const level = figures[k + 1]
    if (!level || figure.high !== undefined || level.high !== undefined || level.kind === 'percent') return
    const how = figure.unit === '%' ? 'rate' : figure.unit === level.unit ? 'difference' : undefined
    const word = AHEAD.exec(squeezed(text.slice(Math.max(sentence.start, figure.start - 16), figure.start)))?.[1]
    const direction = directionOf(word ?? '')
    if (!how || word === undefined || !direction || !REACHED.test(squeezed(text.slice(figure.end, level.start)))) return
    // 受理168件，同比增长14.3%，达到…: then it is the change of what stands before it as well
    if (open.some(({ claims }) => claims.some((claim) => claim.figure === figure))) return
    open.push({ level, claims: [{ figure, direction, word, wordStart: figure.start, how }] })
  })
}

/** Two figures as the earlier and the later level of one thing. */
function moveBetween(text: string, sentence: { start: number }, from: CoreFigure, to: CoreFigure): Move | undefined {
  if (!sameMeasure(text, from, to)) return undefined
  const lead = squeezed(text.slice(Math.max(sentence.start, from.start - 14), from.start))
  const noun = nounBehind(text, from, to)
  const between = squeezed(text.slice(from.end + noun, to.start))
  if (between.length > 30) return undefined
  // 143件，比上年的126件增加17件: the later one first
  if (/^[，,（(]?(?:比|较)/u.test(between) && THAN.test(between) && directionOf(squeezed(text.slice(to.end, to.end + 6)).replace(/^[的，,]/u, '')) !== undefined) return { from: to, to: from, direction: undefined, claims: [] }
  if (WAS.test(between) && CLAIM.test(squeezed(text.slice(to.end, to.end + 12)).replace(/[\d.].*$/u, ''))) return { from: to, to: from, direction: undefined, claims: [] }
  const found = FROM.test(lead) ? (TO.exec(between) ?? TO_SHORT.exec(between)) : null
  // 由每月28元提高到每天2元
  if (found && between.includes('每') && perUnit(between) !== perUnit(lead)) return undefined
  if (found?.[1] !== undefined) {
    const word = found[1]
    const at = text.indexOf(word.charAt(0), from.end)
    const direction = isBetterEitherWay(word, to, squeezed(text.slice(Math.max(sentence.start, from.start - 30), from.start))) ? undefined : directionOf(word)
    return { from, to, direction, word: { start: at, end: to.start, text: word }, claims: [] }
  }
  // 去年提交提案126件，今年提交提案143件
  if (!between.includes('年') || !/^[^，。；：]{0,6}[，；][^，。；：]*$/u.test(between)) return undefined
  const clause = (f: CoreFigure): string => squeezed(text.slice(Math.max(sentence.start, f.start - 40), f.start)).replace(/^.*[，。；：]/u, '')
  // 今年招生1268人，去年招生1186人
  const [first, second] = [clause(from), clause(to)]
  const backwards = /^(?:今年|本年)/u.test(first) && /^(?:去年|上年|上一年)/u.test(second)
  const [earlier, later] = backwards ? [second, first] : [first, second]
  const then = /^(?:去年|上年|上一年|(\d{4})年)(?:同期)?/u.exec(earlier)
  const now = /^(?:今年|本年|本年度|(\d{4})年)/u.exec(later)
  if (!then || !now) return undefined
  if (then[1] !== undefined && now[1] !== undefined && Number(now[1]) <= Number(then[1])) return undefined
  const [a, b] = [earlier.slice(then[0].length), later.slice(now[0].length)].map((words) => words.replace(/^(?:全年|我[县市区院校]|共|累计)+|[为达到是共了]+$/gu, ''))
  if (a === undefined || b === undefined || (b !== '' && a !== '' && !a.endsWith(b) && !b.endsWith(a))) return undefined
  return backwards ? { from: to, to: from, direction: undefined, claims: [] } : { from, to, direction: undefined, claims: [] }
}

/** 由48件增加了115件，增长139.6%, where the rate says that 115件 is what was reached. */
function changeBy(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[], k: number): ByForTo | undefined {
  const [from, to] = [figures[k], figures[k + 1]]
  if (!from || !to || to.high !== undefined || !sameMeasure(text, from, to)) return undefined
  const word = BY.exec(squeezed(text.slice(from.end, to.start)))?.[1]
  const lead = squeezed(text.slice(Math.max(sentence.start, from.start - 14), from.start))
  if (word === undefined || !(FROM.test(lead) || THAN.test(lead))) return undefined
  const [claim] = claimsAfter(text, sentence, figures, k + 2, to, to.end).filter((read) => !read.mean && !read.apart && !/环比|实际|累计|共/u.test(read.base))
  const start = text.lastIndexOf(word.charAt(0), to.start)
  return claim && directionOf(word) === claim.claim.direction && start > from.start && isLevelAfterAll(from, to, claim.claim) ? { from, to, word, start, claim: claim.claim } : undefined
}

const perUnit = (words: string): string => PER_UNIT.exec(words)?.[0] ?? ''

/** 56个小区扩大到121个小区: the length of the noun that stands behind both. */
function nounBehind(text: string, from: CoreFigure, to: CoreFigure): number {
  let n = 0
  while (n < 6 && from.end + n < to.start && /\p{Script=Han}/u.test(text.charAt(from.end + n)) && text.charAt(from.end + n) === text.charAt(to.end + n)) n++
  return n
}

/** Levels in one unit; 由12增加到15件 has it once. A rate that fell is no level (由-3%提高到2%). */
function sameMeasure(text: string, from: CoreFigure, to: CoreFigure): boolean {
  if (from.kind === 'percent' ? to.kind !== 'percent' : to.kind === 'percent') return false
  if (from.unit !== to.unit && !(from.unit === '' && !/[万亿]/u.test(to.text))) return false
  if (to.unit === '百分点' || to.unit === '倍' || to.unit === '番') return false
  return !/[-−－—负降低少]\s*$/u.test(text.slice(Math.max(0, from.start - 2), from.start)) && !/[-−－]\s*$/u.test(text.slice(Math.max(0, to.start - 1), to.start))
}

/** Ranks, and times to which 提高 is said of what grew shorter. */
const isBetterEitherWay = (word: string, to: CoreFigure, lead: string): boolean =>
  /排名|位次|名次|排位|位居|位列|名列|排第|第$/u.test(lead) || (/提高|提升|优化|加快/u.test(word) && /[天日秒钟时月年位名]$/u.test(to.unit))

interface ReadClaim {
  claim: Claim
  /** the words of comparison */
  base: string
  mean: boolean
  /** 分别: one of several, for several levels */
  apart: boolean
}

/** The changes told right behind a level, from the figure `at` on. */
function claimsAfter(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[], at: number, level: CoreFigure, from: number): ReadClaim[] {
  const claims: ReadClaim[] = []
  let end = from
  for (let k = at; k < Math.min(figures.length, at + 3); k++) {
    const figure = figures[k]
    if (!figure || figure.high !== undefined || figure.start >= sentence.end) break
    const between = squeezed(text.slice(end, figure.start))
    if (between.length > 30) break
    const written = text.slice(end, figure.start)
    const read = claimOf(between, figure, level, written) ?? (k === at ? claimOf(withoutName(between, text.slice(sentence.start, level.start)), figure, level, written) : undefined)
    if (!read) break
    claims.push(read)
    end = figure.end
  }
  return claims
}

/** 立案238件，立案数比上年增加26件: the words behind a level without its name, where that is told again; as they are where it is another's. */
function withoutName(between: string, before: string): string {
  const again = NAMED_AGAIN.exec(between)
  if (again?.[1] === undefined) return between
  const said = squeezed(before)
  // 受理法律援助案件486件，受理量…: of the words of the level's own clause, and of no number before it
  const clause = /[^，；。：、\d]*$/u.exec(said)?.[0] ?? ''
  return clause.includes(again[1]) && !said.slice(0, said.length - clause.length).includes(again[1]) ? `，${again[2] ?? ''}` : between
}

function claimOf(between: string, figure: CoreFigure, level: CoreFigure, written: string): ReadClaim | undefined {
  const plain = { mean: false, apart: false, base: '' }
  if (figure.unit === '番') return FOLD.test(between) ? { ...plain, claim: { figure, direction: 'up', word: '', wordStart: figure.start, how: 'fold' } } : undefined
  if (figure.unit === '倍') {
    const multiple = MULTIPLE.exec(between)
    if (multiple) return { ...plain, base: multiple[1] ?? '', claim: { figure, direction: 'up', word: '', wordStart: figure.start, how: 'multiple' } }
  }
  const found = CLAIM.exec(between)
  const direction = BETTER.has(found?.[2] ?? '') ? 'down' : directionOf(found?.[2] ?? '')
  if (!found || direction === undefined) return undefined
  const base = found[1] ?? ''
  const at = written.lastIndexOf(found[2] ?? '')
  const word = found[2] ?? ''
  const wordStart = at < 0 ? figure.start : figure.start - written.length + at
  const rest = { base, mean: /年均|平均|每年/u.test(base), apart: base.includes('分别') }
  if (figure.unit === '倍') {
    // 减少1倍 is a matter of style; 降幅为1倍, and more than 1倍, say how large the fall was
    const named = direction === 'down' && figure.value <= 1 ? /[降减跌]幅/u.exec(between)?.[0] : word
    return named === undefined ? undefined : { ...rest, claim: { figure, direction, word: named, wordStart, how: 'more' } }
  }
  if (figure.unit === '百分点') return level.unit === '%' ? { ...rest, claim: { figure, direction, word, wordStart, how: 'points' } } : undefined
  if (figure.unit === '%') return { ...rest, claim: { figure, direction, word, wordStart, how: 'rate' } }
  return figure.unit === level.unit && !rest.mean ? { ...rest, claim: { figure, direction, word, wordStart, how: 'difference' } } : undefined
}

/** Over how many years a move goes: from the years named at its levels, or 五年来, which may count its first year or not. */
function yearsBetween(text: string, sentence: { start: number }, { from, to }: Move): Span | undefined {
  const lead = squeezed(text.slice(Math.max(sentence.start, from.start - 60), from.start))
  const first = /(\d{4})年[底末]?的?$/u.exec(lead)?.[1]
  const last = /(\d{4})年[底末]?的?$/u.exec(squeezed(text.slice(from.end, to.start)))?.[1]
  if (first !== undefined && last !== undefined) {
    const n = Number(last) - Number(first)
    return n > 0 && n < 40 ? { low: n, high: n } : undefined
  }
  // 2021年至2024年，…由52.0亿元增至69.2亿元: the first level may be that of the year before
  const range = /(?<!\d)(\d{4})年?(?:至|到|—{1,2}|–|-|－|~|～)(\d{4})年(?!\d{1,2}月)/u.exec(lead)
  if (range) {
    const n = Number(range[2]) - Number(range[1])
    return n > 0 && n < 40 ? { low: n, high: n + 1 } : undefined
  }
  return duration(/(?:过去|这)(?:[两二三四五六七八九十]|[2-9])年|(?:[两二三四五六七八九十]|[2-9]|1\d)年(?:来|间)/u.exec(lead)?.[0] ?? '')
}

/** Over how many years 三年年均, 五年来 go; the first may count or not. */
function duration(words: string): Span | undefined {
  const said = /(?<!\d)([两二三四五六七八九十]|[2-9]|1\d)年/u.exec(words)?.[1]
  const n = said === undefined ? 0 : Number(said) || '两二三四五六七八九十'.indexOf(said) + ('两二'.includes(said) ? 2 : 1)
  return n >= 2 ? { low: n - 1, high: n } : undefined
}

/** Everything that either of the two leaves open. */
const spanOfBoth = (a: Span | undefined, b: Span | undefined): Span | undefined => (a && b ? { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) } : (a ?? b))

/** 见面率由95%提升到100%，满意率由96.4%提升到98.1%，分别提升5个和1.7个百分点; 视察126次，参加代表2,380人次，分别比上年增加18次和260人次 */
function respectively(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[], { moves, open, stated }: Statements): void {
  const first = figures.findIndex((f, k) => k > 1 && CLAIM.exec(squeezed(text.slice(figures[k - 1]?.end ?? 0, f.start)))?.[1]?.includes('分别') === true)
  const head = figures[first]
  const before = figures[first - 1]
  if (!head || !before) return
  const [, base = '', word = ''] = CLAIM.exec(squeezed(text.slice(before.end, head.start))) ?? []
  const direction = directionOf(word)
  if (direction === undefined) return
  const values: CoreFigure[] = []
  for (let k = first; k < figures.length; k++) {
    const figure = figures[k]
    const last = values.at(-1)
    if (!figure || (last && !/^(?:个)?[、和及与]$/u.test(squeezed(text.slice(last.end, figure.start))))) break
    values.push(figure)
  }
  stated.push(...ratesOfDifferences(text, sentence, figures, first, values, word, direction))
  const of = (figure: CoreFigure, level: CoreFigure): Claim | undefined => {
    const how = figure.unit === '百分点' ? 'points' : figure.unit === '%' ? 'rate' : figure.unit === level.unit ? 'difference' : undefined
    return how && { figure, direction, word, wordStart: figure.start, how }
  }
  const own = text.slice(sentence.start, sentence.end)
  const plain = !OTHER_BASIS.test(own) && !AT_CONSTANT_PRICES.test(own)
  const told = moves.filter(({ to }) => to.end <= head.start)
  if (told.length > 0) {
    if (told.length !== values.length) return
    told.forEach((move, i) => {
      const figure = values[i]
      const claim = figure && figure.high === undefined ? of(figure, move.to) : undefined
      if (claim && (claim.how !== 'rate' || (plain && move.to.unit !== '%'))) move.claims.push(claim)
    })
    return
  }
  const levels = figures.slice(Math.max(0, first - values.length), first)
  if (!plain || !LAST_YEAR.test(base.replace('分别', '')) || levels.length !== values.length || (first > values.length && /[、和]$/u.test(text.slice(0, levels[0]?.start ?? 0).slice(-1)))) return
  const claims = levels.map((level, i) => (values[i] ? of(values[i], level) : undefined))
  // of three levels only the last two? Where the units say which is which
  if (first > values.length && claims.some((claim) => claim?.how !== 'difference')) return
  levels.forEach((level, i) => {
    const claim = claims[i]
    if (claim && claim.figure.high === undefined) open.push({ level, claims: [claim] })
  })
}

/** 分别达到46820元、25360元，比上年增加1936元、1518元，分别增长4.3%、6.4%: levels, differences and rates in one order. */
function ratesOfDifferences(text: string, { start, end }: { start: number; end: number }, figures: readonly CoreFigure[], first: number, rates: readonly CoreFigure[], word: string, direction: Direction): Stated[] {
  const n = rates.length
  const own = text.slice(start, end)
  const levels = figures.slice(Math.max(0, first - 2 * n), Math.max(0, first - n))
  const differences = figures.slice(Math.max(0, first - n), first)
  const [head] = differences
  const before = levels.at(-1)
  if (n < 2 || levels.length !== n || !head || !before || OTHER_BASIS.test(own) || AT_CONSTANT_PRICES.test(own.replace(INCOME, ''))) return []
  const [, base = '', said = ''] = CLAIM.exec(squeezed(text.slice(before.end, head.start))) ?? []
  const inList = (list: readonly CoreFigure[]): boolean => list.slice(1).every((f, i) => /^[、和及与]$/u.test(squeezed(text.slice(list[i]?.end ?? 0, f.start))))
  if (directionOf(said) !== direction || !LAST_YEAR.test(base.replace('分别', '')) || !inList(levels) || !inList(differences)) return []
  return levels.flatMap((level, i): Stated[] => {
    const [difference, rate] = [differences[i], rates[i]]
    if (!difference || !rate || difference.unit !== level.unit || rate.unit !== '%' || level.unit === '%' || rate.high !== undefined) return []
    return [{ level, difference: { figure: difference, direction, word: said, wordStart: difference.start, how: 'difference' }, rate: { figure: rate, direction, word, wordStart: rate.start, how: 'rate' } }]
  })
}
