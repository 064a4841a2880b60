import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { LONG } from '../../part.ts'
import { viewOf, type View } from '../../view.ts'
import type { Place } from './mentions.ts'

/** Sessions of any assembly by number (教代会, 常委会会议, 县委全会, 人大会议), whoever reports. Offsets in the paragraph's own text. */
export interface Assembly extends Place {
  /** level, organ and kind: 县|人大|会议; sessions of one key are of one series */
  key: string
  /** of a standing committee, which meets several times a year */
  often: boolean
  term: number
  number: number
  surface: string
  /** the year in which it met, as the text says */
  year?: number
}

/** Two sessions that contradict each other within a paragraph: the one to go to, the other, and why. */
export interface Clash {
  at: Place
  other: Place
  message: string
}

export interface AssemblyReading {
  assemblies: readonly Assembly[]
  clashes: readonly Clash[]
}

const KIND = '常委会会议|常委会|常务委员会会议|主席会议|主任会议|全体会议|全体（扩大）会议|全委会议|全委会|全会|教代会|职代会|教职工代表大会|职工代表大会|会议|大会'
const ASSEMBLY = new RegExp(`第?(${N})届(\\p{Script=Han}{0,20}?)((?:第?${N}次、)*)第?(${N})次(${KIND})(?!室)`, 'gu')
const OFTEN = /常委会|常务委员会|主席会议|主任会议/u
const HELD_BEFORE = /((?:19|20)\d{2})年(?:([1-4])月)?(?:\d{1,2}日)?(?:底|初|上旬|中旬|下旬)?(?:，|召开的|举行的)\p{Script=Han}{0,8}$/u
const HELD_BEHIND = /^(?:于|在)((?:19|20)\d{2})年(?:([1-4])月)?(?:\d{1,2}日)?(?:底|初|上旬|中旬|下旬)?(?:\p{Script=Han}{0,6})?(?:召开|举行|开幕)/u
const TELLS = /^(?:在[^，。]{2,6})?(?:胜利|隆重|顺利|成功)?(?:召开|举行|开幕|闭幕|收到|期间收到|期间共收到|征集)/u

export function readAssemblies(source: string): AssemblyReading {
  if (!source.includes('届') || !source.includes('次')) return { assemblies: [], clashes: [] }
  const view = viewOf(source)
  const { text } = view
  const assemblies: Assembly[] = []
  const runs: Assembly[][] = []
  for (const match of text.matchAll(ASSEMBLY)) {
    const [surface, term = '', middle = '', more = '', last = '', kind = ''] = match
    if (/[届次，。；]/u.test(middle) || /[《“][^》”]*$/u.test(text.slice(Math.max(0, match.index - 24), match.index))) continue
    const start = match.index
    const end = start + surface.length
    const before = text.slice(Math.max(0, start - 8), start)
    const often = OFTEN.test(middle + kind)
    const key = `${levelOf(before, middle)}|${organOf(before, middle, kind)}|${often ? (/主席/u.test(middle + kind) ? '主席会议' : /主任/u.test(middle + kind) ? '主任会议' : '常委会') : ''}`
    const year = more === '' && !often ? heldIn(text, start, end) : undefined
    const numbers = [...more.matchAll(new RegExp(N, 'gu'))]
    const moreAt = end - kind.length - (text.slice(start, end - kind.length).length - text.slice(start, end - kind.length).lastIndexOf(more))
    const run = [
      ...numbers.map(({ index, 0: word }) => ({ number: readNumeral(word), from: moreAt + index, to: moreAt + index + word.length, surface: `${term}届${word}次` })),
      { number: readNumeral(last), from: more === '' ? start : end - kind.length - 1 - last.length, to: end, surface },
    ].map(({ number, from, to, surface: words }): Assembly => ({ start: view.at(from), end: view.endAt(to), key, often, term: readNumeral(term), number, surface: words, ...(year === undefined ? {} : { year }) }))
    assemblies.push(...run)
    if (run.length > 1) runs.push(run)
  }
  const clashes: Clash[] = []
  for (const clash of [...ordinalLists(view), ...runs.flatMap(listed), ...standing(view, assemblies), ...entrusted(view)]) {
    if (!clashes.some(({ at }) => at.start < clash.at.end && clash.at.start < at.end)) clashes.push(clash)
  }
  return { assemblies, clashes }
}

const levelOf = (before: string, middle: string): string => /全国/u.test(before.slice(-4) + middle) ? '国' : /([省市县区州旗盟])(?=\p{Script=Han}{0,4}$)/u.exec(before.replace(/.*[^\p{Script=Han}]/su, ''))?.[1] ?? /([省市县区州旗盟])(?=委员会|人民代表大会|人大)/u.exec(middle)?.[1] ?? ''

function organOf(before: string, middle: string, kind: string): string {
  const words = before.slice(-6).replace(/^.*[^\p{Script=Han}]/su, '') + middle + kind
  if (/教代会|教职工/u.test(words)) return '教代会'
  if (/职代会|职工代表/u.test(words)) return '职代会'
  if (/政协|协商/u.test(words)) return '政协'
  if (/人大|人民代表大会/u.test(words)) return '人大'
  if (/工会|妇联|妇女|共青团|团[省市县区委]|残联|侨联|科协|工商联/u.test(words)) return /工会|妇联|妇女|共青团|团|残联|侨联|科协|工商联/u.exec(words)?.[0] ?? ''
  return /纪委/u.test(words) ? '纪委' : /委$|中共|党委/u.test(before) || (kind === '全会' && /[省市县区州]委?$/u.test(before)) ? '党委' : middle
}

/** the year that the sentence gives the session; a session of the turn of the year only where the month is told */
function heldIn(text: string, start: number, end: number): number | undefined {
  const behind = HELD_BEHIND.exec(text.slice(end, end + 30))
  if (behind) return Number(behind[1])
  const lead = text.slice(Math.max(0, start - 34), start)
  const before = HELD_BEFORE.exec(lead)
  return before && (/(?:召开|举行)的\p{Script=Han}{0,8}$/u.test(lead) || TELLS.test(text.slice(end, end + 16))) ? Number(before[1]) : undefined
}

/** 第十二次、第十三次、第十三次: numbers of one list that do not rise. */
function listed(run: readonly Assembly[]): Clash[] {
  return run.flatMap((it, i): Clash[] => {
    const before = run[i - 1]
    return before && it.number <= before.number ? [{ at: it, other: before, message: `同一列举中的次数应当递增，${before.surface}之后写作${it.surface}` }] : []
  })
}

/** 县十六届人大常委会第十二次、第十三次…会议, whose kind stands in front of all numbers. */
const ORDINALS = new RegExp(`(?:第?${N}次(?:会议)?[、和])+第?${N}次(?=会议|常委会|主席|主任|党组|全|扩大)`, 'gu')

function ordinalLists(view: View): Clash[] {
  return [...view.text.matchAll(ORDINALS)].flatMap(({ index: from, 0: list }): Clash[] => {
    const numbers = [...list.matchAll(new RegExp(`第?(${N})次`, 'gu'))].map(({ index, 0: surface, 1: n = '' }) => ({ start: view.at(from + index), end: view.endAt(from + index + surface.length), number: readNumeral(n), surface }))
    return numbers.flatMap((it, i): Clash[] => {
      const before = numbers[i - 1]
      return before && it.number <= before.number ? [{ at: it, other: before, message: `同一列举中的次数应当递增，${before.surface}之后写作${it.surface}` }] : []
    })
  })
}

/** 受政协第十一届…委员会常务委员会委托，现向十一届四次会议报告: the committee of the term, or of the one before at the first session of a term. */
const ENTRUSTED = new RegExp(`(?:受|代表)(?:[^，。；届]{0,12}?)(第(${N})届)[^，。；届]{0,24}常(?:务)?委(?:员会|会)(?:的?委托)?，[^。；届]{0,16}?向(?:[^，。；届]{0,14}?)第?((${N})届[^，。；届]{0,20}?第?(${N})次)(?:全体)?(?:会议|大会)[^，。；]{0,6}报告`, 'gu')

function entrusted({ text, at, endAt }: View): Clash[] {
  if (!text.includes('报告')) return []
  return [...text.matchAll(ENTRUSTED)].flatMap(({ index, 0: surface, 1: own = '', 2: term = '', 3: session = '', 4: sessionTerm = '', 5: number = '' }): Clash[] => {
    const [mine, theirs] = [readNumeral(term), readNumeral(sessionTerm)]
    if (mine === theirs || (readNumeral(number) === 1 && mine === theirs - 1)) return []
    const start = index + surface.indexOf(own)
    const other = index + surface.lastIndexOf(session)
    return [{ at: { start: at(start), end: endAt(start + own.length) }, other: { start: at(other), end: endAt(other + session.length) }, message: `常务委员会与会议应为同一届：此处写作${own}，会议写作${session}会议` }]
  })
}

/** Meetings of a standing committee that a paragraph tells one after another: a number told twice, or of another term in the midst of a run. */
function standing({ text, at }: View, assemblies: readonly Assembly[]): Clash[] {
  const often = assemblies.filter((it) => it.often)
  const out: Clash[] = []
  const sentences = Array.from(text.matchAll(/[^。！？]+/gu), ({ index, 0: words }) => ({ start: at(index), end: at(index + words.length - 1) }))
  for (const key of new Set(often.map((it) => it.key))) {
    const run = often.filter((it) => it.key === key)
    const [one, two] = run
    // 在第十八届…第十五次会议上…，在第十七届…第十六次会议上: the number goes on, so the term does
    if (run.length === 2 && one && two && Math.abs(one.term - two.term) === 1 && two.number === one.number + 1 && one.number > 1 && sentences.some((s) => one.start >= s.start && two.start < s.end)) {
      out.push({ at: two, other: one, message: `换届后次数重新计起，${one.surface}与${two.surface}的届数不一致` })
    }
    if (run.length < 3 || !sentences.some((s) => run.filter((it) => it.start >= s.start && it.start < s.end).length >= 3)) continue
    run.forEach((it, i) => {
      const twin = run.slice(0, i).find((other) => other.number === it.number && other.term === it.term)
      if (twin) out.push({ at: it, other: twin, message: `逐次列举的会议中，${it.surface}出现两次` })
      const before = run[i - 1]
      if (!before || Math.abs(it.term - before.term) !== 1 || it.number !== before.number + 1) return
      const usual = run.filter((other) => other.term === it.term).length >= run.filter((other) => other.term === before.term).length
      // of a term that begins anew the numbers would begin anew
      if (!out.some((clash) => clash.at === before)) out.push({ at: usual ? before : it, other: usual ? it : before, message: `换届后次数重新计起，${before.surface}与${it.surface}的届数不一致` })
    })
  }
  return out
}

/**
 * Sessions in several places of a report that cannot both be right: the same number in two terms that follow each other (not where the report looks back
 * over terms), or numbers that the years do not bear out.
 */
export function contradictions<P>(all: readonly { in: P; it: Assembly; long: boolean }[], overTerms: boolean): { at: { in: P; it: Assembly }; other: { in: P; it: Assembly }; message: string }[] {
  const out: { at: { in: P; it: Assembly }; other: { in: P; it: Assembly }; message: string }[] = []
  const byKey = new Map<string, { in: P; it: Assembly; long: boolean }[]>()
  for (const placed of all) {
    const list = byKey.get(placed.it.key)
    if (list) list.push(placed)
    else byKey.set(placed.it.key, [placed])
  }
  for (const group of byKey.values()) {
    if (group.length < 2) continue
    const counts = new Map<number, number>()
    for (const { it } of group) counts.set(it.term, (counts.get(it.term) ?? 0) + 1)
    const byNumber = new Map<number, { in: P; it: Assembly; long: boolean }>()
    for (const placed of group) {
      const { it } = placed
      const first = byNumber.get(it.number)
      if (!first) byNumber.set(it.number, placed)
      else if (!overTerms && Math.abs(first.it.term - it.term) === 1 && !placed.long && !first.long) {
        const odd = (counts.get(first.it.term) ?? 0) < (counts.get(it.term) ?? 0) ? first : placed
        const usual = odd === first ? placed : first
        out.push({ at: odd, other: usual, message: `文中另写作${usual.it.surface}，此处写作${odd.it.surface}，届数不一致` })
      }
    }
    const dated = group.filter(({ it }) => it.year !== undefined)
    dated.forEach((placed, i) => {
      const clash = (other: (typeof dated)[number] | undefined): boolean => other !== undefined && other.it.term === placed.it.term && (placed.it.year ?? 0) - placed.it.number !== (other.it.year ?? 0) - other.it.number
      const before = dated[i - 1]
      if (before && clash(before) && !out.some(({ at }) => at === before)) {
        // of three or more, the one that fits no other
        const odd = dated.length > 2 && dated.every((other) => other === before || other.it.term !== before.it.term || (other.it.year ?? 0) - other.it.number !== (before.it.year ?? 0) - before.it.number) ? before : placed
        const usual = odd === before ? placed : before
        out.push({ at: odd, other: usual, message: `全体会议每年一次：${usual.it.year ?? ''}年为${usual.it.surface}，${odd.it.year ?? ''}年不应为${odd.it.surface}` })
      }
    })
  }
  return out
}

export const isLong = (text: string): boolean => LONG.test(text)
