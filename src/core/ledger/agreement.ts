import { readSurface, resolutionOf, writeLike } from '../figures/writing.ts'
import type { Approx, Entry, FigureNode, FigureState, SlotNode } from '../model/inline.ts'
import type { LedgerChange } from './changes.ts'
import { currentValue, type Current } from './formulas.ts'
import { indicatorOf, valueIn, type Ledger, type LedgerValue } from './ledger.ts'

/**
 * Figures of a text beside the entries of the ledger that they state. A text may state a value exactly, rounded (4.4亿 of 440123456) or nearly
 * (近300名 of 298); whatever it does, it is said, and nothing is written that does not read back as the value.
 */
export type Verdict =
  /** the text says what the ledger says */
  | 'agrees'
  /** the text says it rounded, as its form states it */
  | 'rounded'
  /** the text says it nearly, and a person accepted that for this very value */
  | 'accepted'
  /** the text says it nearly; whether it still holds, a person must say */
  | 'ask'
  /** the text says something else */
  | 'differs'
  /** the ledger has no value for this year */
  | 'open'
  /** the indicator is not in the ledger (any more) */
  | 'gone'
  /** the text holds no figure, or several */
  | 'unreadable'
  /** an open slot for which the ledger has a value */
  | 'fill'

/** A linked figure or slot as it stands against the ledger. */
export interface Judgement {
  verdict: Verdict
  /** the ledger's value of the year */
  current?: Current
  /** what should stand there instead, where that is certain */
  write?: string
  /** what could stand there, for a person to choose from, the best first */
  choices: readonly string[]
  /** could a person let the text stand as it is? It says the value nearly, and not wrongly */
  acceptable?: boolean
  /** in Chinese, where the two do not simply agree */
  why: string
}

/**
 * Does what is only nearly said still hold for a value? 近300 from a tenth below, 约300 to a tenth on either side, 300余 up to the next hundred; 超300
 * is no lie for 400, but for twice as many another number would be said.
 */
export function stillHolds(text: { value: number; approx: Approx; high?: number | undefined }, value: number): boolean {
  const size = Math.abs(text.value)
  if (text.high !== undefined) return value >= text.value && value <= text.high
  if (text.approx === 'under') return value < text.value && value >= text.value - size * 0.1
  if (text.approx === 'over') return value >= text.value && value <= text.value + Math.max(roundStep(size), size * 0.5)
  if (text.approx === 'about') return Math.abs(value - text.value) <= size * 0.1
  return value === text.value
}

/** To what a round number is round: 300 to hundreds, 350 to tens, 20万 to 10万. */
function roundStep(size: number): number {
  if (size === 0) return 0
  let step = 1
  while (size % (step * 10) === 0 && step * 10 <= size) step *= 10
  return step
}

/** A linked node against the ledger. `text` is the whole surface of the figure; of one that stands in several nodes, all of them together. */
export function judge(node: FigureNode | SlotNode, ledger: Pick<Ledger, 'indicators'>, text: string = node.type === 'figure' ? node.text : ''): Judgement {
  const { entry } = node
  if (!entry) return { verdict: 'gone', choices: [], why: '没有关联台账' }
  const indicator = indicatorOf(ledger, entry.indicator)
  if (!indicator) return { verdict: 'gone', choices: [], why: '所关联的指标已不在台账中' }
  const current = currentValue(ledger, indicator, entry.year)
  if (!current || current.value === null) {
    const why = current?.computed ? current.why : '台账中还没有这一年的值'
    return { verdict: 'open', ...(current ? { current } : {}), choices: [], why }
  }
  const value = current.value
  if (node.type === 'slot') {
    const write = forSlot(node, current)
    return write === undefined ? { verdict: 'fill', current, choices: [], why: `台账为 ${current.text}，与这里的说法可能不合，请人工填写` } : { verdict: 'fill', current, write, choices: [write], why: `台账为 ${current.text}` }
  }
  const wanted = inWords(current, entry)
  const read = readSurface(text, node)
  if (!read) return { verdict: 'unreadable', current, choices: wanted.text === undefined ? [] : [wanted.text], why: `“${text}”读不出一个数据，台账为 ${current.text}` }
  if (read.unit !== indicator.unit && read.unit !== node.unit) return { verdict: 'differs', current, choices: choicesFor(text, node, wanted), why: `单位不同：正文“${read.unit}”，台账“${indicator.unit}”` }
  const sameApprox = read.approx === current.approx
  if (read.value === wanted.value && read.high === wanted.high && sameApprox) return { verdict: 'agrees', current, choices: [], why: '' }
  // the words around say the direction, and no number put between them makes them right
  if (read.value >= 0 && wanted.value < 0) return { verdict: 'ask', current, choices: [], why: `台账为 ${current.computed ? current.why : current.text}，与正文“${entry.fell ? '下降' : '增长'}”一类的说法方向相反，请改写` }
  if (read.approx === 'exact' && current.approx === 'exact' && read.high === undefined && wanted.high === undefined) {
    if (isRoundingOf(text, read.value, wanted.value)) return { verdict: 'rounded', current, choices: choicesFor(text, node, wanted), why: `台账为 ${current.computed ? current.why : current.text}，正文四舍五入为 ${text}` }
    const write = writeLike(text, { value: wanted.value }, node, current.computed)
    if (!write) return { verdict: 'ask', current, choices: choicesFor(text, node, wanted), why: `台账为 ${current.text}，不能写成正文的形式` }
    return { verdict: 'differs', current, write: write.text, choices: [write.text], why: `正文为 ${text}，台账为 ${current.computed ? current.why : current.text}` }
  }
  // 近300名 → 近350名: both say how near, so the number alone changes
  if (sameApprox && (read.approx !== 'exact' || read.high !== undefined) && (read.high === undefined) === (wanted.high === undefined)) {
    const write = writeLike(text, { value: wanted.value, high: wanted.high }, node)
    if (write?.exact) return { verdict: 'differs', current, write: write.text, choices: [write.text], why: `正文为 ${text}，台账为 ${current.text}` }
  }
  if (read.approx === 'exact' && read.high === undefined) {
    // the ledger itself knows it only nearly
    const own = wanted.text === undefined ? undefined : readSurface(wanted.text, node)
    const write = own && own.value === wanted.value && own.high === wanted.high && own.approx === current.approx && own.unit === read.unit ? wanted.text : undefined
    return write === undefined ? { verdict: 'ask', current, choices: wanted.text === undefined ? [] : [wanted.text], why: `台账为 ${current.text}，正文写作 ${text}` } : { verdict: 'differs', current, write, choices: [write], why: `正文为 ${text}，台账为 ${current.text}` }
  }
  const agreed = entry.agreed !== undefined && entry.agreed.value === value && entry.agreed.high === current.high
  const holds = stillHolds(read, wanted.value) && (wanted.high === undefined || stillHolds(read, wanted.high))
  if (agreed && holds) return { verdict: 'accepted', current, choices: choicesFor(text, node, wanted), why: `台账为 ${current.text}，正文作概数 ${text}` }
  return { verdict: 'ask', current, acceptable: holds, choices: choicesFor(text, node, wanted), why: `台账为 ${current.text}，正文为概数 ${text}，${holds ? '请确认是否仍然合适' : '已不合适，请改写'}` }
}

/** A value of the ledger as the words of a place want it: behind 下降 without its sign. */
interface Wanted {
  /** below nought where the words say the opposite */
  value: number
  high?: number
  approx: Approx
  /** as the ledger writes it; undefined where that cannot stand between these words */
  text?: string
}
function inWords({ value, high, approx, text }: Current, { fell }: Entry): Wanted {
  const of = value ?? 0
  if (!fell) return { value: of, ...(high === undefined ? {} : { high }), approx, text }
  return { value: opposite(of), ...(high === undefined ? {} : { high: opposite(high) }), approx, ...(of <= 0 ? { text: text.replace(/^[-−负]/u, '') } : {}) }
}
const opposite = (value: number): number => (value === 0 ? 0 : -value)

/** Does a surface that states a value exactly state another one as its digits round it? */
const isRoundingOf = (surface: string, said: number, value: number): boolean => Math.abs(said - value) <= resolutionOf(surface) / 2 + 1e-9 * Math.abs(value)

/** The ways to say a value in a place where another one stands: exactly as the form allows, and as near as before. */
function choicesFor(text: string, node: FigureNode, { value: size, high, text: said, approx }: Wanted): string[] {
  const out: string[] = []
  const exact = withoutApproximation(text, node)
  const plain = exact === undefined || approx !== 'exact' || high !== undefined ? undefined : writeLike(exact, { value: size }, node)
  if (plain) out.push(plain.text)
  const read = readSurface(text, node)
  if (read && read.approx !== 'exact' && read.high === undefined) {
    const step = Math.max(1, roundStep(Math.abs(read.value)))
    for (const s of [step, step / 10]) {
      const near = read.approx === 'under' ? Math.ceil((size + s * 1e-9) / s) * s : read.approx === 'over' ? Math.floor(size / s) * s : Math.round(size / s) * s
      const round = Number(near.toPrecision(12))
      if (s < 1 || round <= 0 || !stillHolds({ value: round, approx: read.approx }, size)) continue
      const written = writeLike(text, { value: round }, node)
      if (written?.exact) out.push(written.text)
    }
  }
  // 近300名 of 312: what was nearly reached is now passed
  if (read?.approx === 'under' && read.high === undefined && size >= read.value && exact !== undefined) {
    const step = Math.max(1, roundStep(Math.abs(read.value)))
    const passed = writeLike(exact, { value: Number((Math.floor(size / step) * step).toPrecision(12)) }, node)?.text.replace(/(\d)(?=[万亿]?\p{Script=Han}*$)/u, '$1余')
    const over = passed === undefined ? undefined : readSurface(passed, node)
    if (passed !== undefined && over?.approx === 'over' && stillHolds(over, size)) out.push(passed)
  }
  if (said !== undefined && readSurface(said, node)) out.push(said)
  return [...new Set(out)]
}

/** A surface without its words of approximation: 近300名 → 300名. Undefined where there are none or the rest is no figure. */
function withoutApproximation(text: string, node: FigureNode): string | undefined {
  const bare = text.replace(/^(?:不足|不到|将近|接近|近|突破|超过|超出|超|逾|高于|不少于|不低于|至少|多于|大于|大约|约|大概)/u, '').replace(/(?:以上|之多|以下|以内|之内|左右|上下)$/u, '').replace(/[余多来](?=[万亿]|\p{Script=Han}*$)/u, '')
  return readSurface(bare, node)?.approx === 'exact' ? bare : undefined
}

/** What fills a slot for a value: in the form of last year's figure where the value is exact, else as the ledger writes it. */
function forSlot(node: SlotNode, current: Current): string | undefined {
  const { value: size, high, approx, text: said } = node.entry ? inWords(current, node.entry) : { ...current, value: current.value ?? 0 }
  const { computed } = current
  const form = node.last?.text ?? node.example
  // 下降9.6% last year, a rise this year (or the other way): the words around must change, and a person must change them
  if (size < 0 && !(node.last && node.last.value < 0)) return undefined
  if (form !== undefined) {
    const like: FigureNode = { type: 'figure', id: node.id, text: form, indicator: node.indicator, unit: node.unit, kind: node.kind, state: 'filled', entry: node.entry }
    const read = readSurface(form, like)
    const bare = approx === 'exact' && high === undefined ? (read?.approx === 'exact' && read.high === undefined ? form : withoutApproximation(form, like)) : read?.approx === approx && (read.high === undefined) === (high === undefined) ? form : undefined
    const written = bare === undefined ? undefined : writeLike(bare, { value: size, high }, like, computed)
    if (written && (written.exact || computed)) return written.text
  }
  // as the ledger writes it, if that says the value here too
  const own = said === undefined ? undefined : readSurface(said, node)
  return own && own.high === high && (own.value === size || (computed && said !== undefined && isRoundingOf(said, own.value, size))) ? said : undefined
}

/** Does the text say what the ledger says, exactly, rounded or as was accepted? */
export const isSettled = ({ verdict }: Pick<Judgement, 'verdict'>): boolean => verdict === 'agrees' || verdict === 'rounded' || verdict === 'accepted'

/** The state that a figure has by its entry. What a formula gives may be verified in the text itself. */
export function stateBy(judged: Judgement, now: FigureState): FigureState {
  if (judged.verdict === 'ask') return 'doubtful'
  if (!isSettled(judged)) return now === 'verified' ? 'filled' : now
  const state = judged.current?.state
  return state === 'verified' || (judged.current?.computed && now === 'verified' && state !== 'doubtful') ? 'verified' : state === 'doubtful' ? 'doubtful' : 'filled'
}

/** What became of a linked node. */
export interface Settled {
  /** undefined where the text stays */
  text?: string
  state: FigureState
}

/** What a linked node becomes when its entry has changed: written anew where that is certain, doubtful where a person must say. Undefined where it stays as it is. */
export function settle(node: FigureNode | SlotNode, ledger: Pick<Ledger, 'indicators'>, text?: string): Settled | undefined {
  const judged = judge(node, ledger, text)
  if (node.type === 'slot') return judged.write === undefined || judged.current === undefined ? undefined : { text: judged.write, state: judged.current.state === 'verified' ? 'verified' : judged.current.state === 'doubtful' ? 'doubtful' : 'filled' }
  if (judged.verdict === 'differs' && judged.write !== undefined) {
    const { current } = judged
    return { text: judged.write, state: current?.state === 'verified' ? 'verified' : current?.state === 'doubtful' ? 'doubtful' : 'filled' }
  }
  const state = stateBy(judged, judged.verdict === 'differs' || judged.verdict === 'unreadable' ? 'doubtful' : node.state)
  return state === node.state ? undefined : { state }
}

/**
 * What the ledger becomes when a person has edited a linked figure: the entry takes the text's value, filled and no longer verified, unless the
 * text says the entry's value rounded or nearly (then the entry stays, and the text is accepted for it). Undefined for entries that a formula
 * gives, and for text that holds no single figure of the unit: there the two differ, and that is shown.
 */
export function fromText(node: FigureNode, ledger: Pick<Ledger, 'indicators'>, at: string, source: string, text: string = node.text): { change?: LedgerChange; agreed?: Entry['agreed'] } | undefined {
  const { entry } = node
  const indicator = entry && indicatorOf(ledger, entry.indicator)
  if (!entry || !indicator) return undefined
  const read = readSurface(text, node)
  if (!read || (read.unit !== indicator.unit && read.unit !== node.unit)) return undefined
  const current = currentValue(ledger, indicator, entry.year)
  const said = { value: entry.fell ? opposite(read.value) : read.value, ...(read.high === undefined ? {} : { high: entry.fell ? opposite(read.high) : read.high }) }
  if (current && current.value !== null && current.approx === 'exact' && current.high === undefined) {
    const { value: wanted } = inWords(current, entry)
    if (read.approx !== 'exact' || read.high !== undefined) {
      if (stillHolds(read, wanted)) return { agreed: { value: current.value } }
    } else if (read.value !== wanted && isRoundingOf(text, read.value, wanted)) return {}
  }
  if (current?.computed) return undefined
  const before = valueIn(indicator, entry.year) ?? null
  if (before && before.value === said.value && before.high === said.high && before.approx === read.approx) return {}
  const bare = text.replace(/^[-−负]/u, '')
  const written = said.value < 0 ? (bare === text ? `-${text}` : text) : entry.fell ? bare : text
  return { change: { at: 'value', indicator: indicator.id, year: entry.year, before, after: { year: entry.year, text: written, value: said.value, ...(said.high === undefined ? {} : { high: said.high }), approx: read.approx, state: 'filled', source: { kind: 'text', name: source }, at } } }
}

/**
 * What verifying, doubting or opening a linked figure again does to its entry: the entry has the figure's state, and takes the figure's value
 * where the two differed; a figure that says the value nearly is accepted for it. An entry that a formula gives has the state of its operands, and is left alone.
 */
export function entryState(node: FigureNode, ledger: Pick<Ledger, 'indicators'>, state: 'filled' | 'verified' | 'doubtful' | 'open', at: string, text: string = node.text): { changes: LedgerChange[]; agreed?: Entry['agreed'] } {
  const { entry } = node
  const indicator = entry && indicatorOf(ledger, entry.indicator)
  const current = entry && indicator && currentValue(ledger, indicator, entry.year)
  if (!entry || !indicator || current?.computed) return { changes: [] }
  const before = valueIn(indicator, entry.year) ?? null
  const change = (after: LedgerValue): LedgerChange[] => (JSON.stringify(before) === JSON.stringify(after) ? [] : [{ at: 'value', indicator: indicator.id, year: entry.year, before, after }])
  if (state === 'open') return { changes: before === null ? [] : change({ year: entry.year, text: '', value: null, approx: 'exact', state: 'open', at }) }
  const said = fromText(node, ledger, at, '正文核实', text)
  const value = said?.change?.at === 'value' ? said.change.after : before
  return { changes: value && value.value !== null ? change({ ...value, state, at: value.state === state && value === before ? value.at : at }) : [], ...(said && 'agreed' in said ? { agreed: said.agreed } : {}) }
}
