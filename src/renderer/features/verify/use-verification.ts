import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Ledger } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import type { Report } from '#core/model/report.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import type { SeenFigure } from '../../editor/verdict.ts'
import { personsWord, rememberedVerifier, rememberVerifier, type Verifier } from '../../ui/verifier.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { besideOf, knownOf, sourceFor, textsOf, type Beside } from './beside.ts'
import { keepPlace, keptPlace } from './place-kept.ts'
import { stopsOf, type Stop } from './stops.ts'
import { beginning, cursorOf, indexOf, isLeft, nextWanted, otherSection, passes, progressOf, step, wholeParagraph, type Cursor, type Filter, type Progress } from './walk.ts'

/** What the card is doing: showing the figure, or asking for something. */
export type Asking = 'nothing' | 'value' | 'note' | 'source' | 'paragraph'

export interface Verification {
  stops: readonly Stop[]
  /** index of the figure on the card; −1 at the end, where the summary stands */
  at: number
  stop: Stop | undefined
  beside: Beside | undefined
  texts: ReadonlyMap<string, string>
  progress: Progress
  filter: Filter
  asking: Asking
  /** the source that a verdict would name now */
  source: string
  verifier: Verifier
  /** is there an earlier report to compare with, and is it read? */
  compared: 'yes' | 'none' | 'waiting'
  /** what was just done, or why not */
  said: { text: string; refused: boolean }
  /** how many of this paragraph would be verified at once */
  paragraph: readonly Stop[]
  canUndo: boolean
  verify: () => void
  doubt: (note: string) => void
  /** takes back what was said of this figure, whenever it was said */
  withdraw: () => void
  noFigure: () => void
  /** writes another value, or fills an open slot; false where that was refused */
  rewrite: (text: string) => boolean
  /** writes one of the ways to say the ledger's value into the text, or lets the text stand as it is */
  settle: (text: string) => void
  /** takes the text's value into the ledger */
  intoLedger: () => void
  verifyParagraph: () => void
  ask: (what: Asking) => void
  setVerifier: (verifier: Verifier) => void
  move: (direction: 1 | -1) => void
  jump: (index: number) => void
  section: (direction: 1 | -1) => void
  setFilter: (filter: Filter) => void
  summary: () => void
  undo: () => void
  redo: () => void
}

/** Where the walk stands: at a figure, on its way to the next one that is wanted behind it (found when the text has changed), or at its end. */
type Standing = { at: 'figure'; cursor: Cursor } | { at: 'next'; after: Cursor; wanted: Filter } | { at: 'end' }

export interface Subject {
  report: Report
  editor: RefObject<EditorHandle | null>
  analysed: Analysed | undefined
  lastYear: number | null
  ledger: Ledger | null | undefined
  materials: readonly Material[] | undefined
}

/** The walk through the figures of a report: where it stands, what is known there, and what can be said. Nothing of it waits for an analysis. */
export function useVerification({ report, editor, analysed, lastYear, ledger, materials }: Subject): Verification {
  const stops = useMemo(() => stopsOf(report), [report])
  const texts = useMemo(() => textsOf(report), [report])
  const known = useMemo(() => analysed && knownOf(analysed, lastYear), [analysed, lastYear])
  const [filter, setFilter] = useState<Filter>('left')
  const [standing, setStanding] = useState<Standing>(() => standAt(stops, beginning(stops, keptPlace(report.id))))
  const [asking, setAsking] = useState<Asking>('nothing')
  const [typed, setTyped] = useState<{ key: string; source: string }>()
  const [verifier, setVerifier] = useState(rememberedVerifier)
  const [said, setSaid] = useState({ text: '', refused: false })
  const [done, setDone] = useState<readonly Cursor[]>([])
  const [undone, setUndone] = useState<readonly Cursor[]>([])
  const touched = useRef(new Set<string>())
  const shown = useRef(new Set<string>())

  const at = useMemo(() => resolve(stops, standing), [stops, standing])
  const stop = stops[at]
  const beside = useMemo(() => stop && besideOf(stop, texts, known, ledger, materials), [stop, texts, known, ledger, materials])
  const source = stop ? sourceFor(beside ?? {}, typed?.key === nameOf(stop) ? typed.source : undefined, verifier.source) : ''
  const here = cursorOf(stops, at)

  // found once, and then kept: what changes elsewhere does not lead away from it
  if (standing.at === 'next') setStanding(standAt(stops, at < 0 ? undefined : at))

  useEffect(() => {
    const place = cursorOf(stops, at)
    if (!place) return
    for (const name of [stops[at]?.key, place.id]) if (name !== undefined) shown.current.add(name)
    keepPlace(report.id, place)
  }, [stops, at, report.id])

  /** a linked figure cannot be spoken of before its entry is there */
  const isEarly = (of: Stop): string | undefined => (ledger === undefined && of.node?.entry ? '台账还没有读出来，请稍候再试。' : undefined)
  const say = (text: string, refused = false): void => setSaid({ text, refused })
  const stand = (index: number): void => {
    setStanding(standAt(stops, index))
    setAsking('nothing')
    setTyped(undefined)
    say('')
  }
  /** notes that something was done here, which can be undone */
  const did = (of: readonly Stop[] = stop ? [stop] : []): void => {
    for (const { key, id } of of) for (const name of [key, id]) if (name !== undefined) touched.current.add(name)
    if (here) setDone((before) => [...before, here])
    setUndone([])
    setAsking('nothing')
  }
  const goOn = (): void => {
    if (here) setStanding({ at: 'next', after: here, wanted: filter === 'doubtful' ? 'doubtful' : 'left' })
    setTyped(undefined)
  }
  /** carries something out at this figure; says why where it cannot be */
  const act = (run: (handle: EditorHandle, seen: SeenFigure, of: Stop) => string | undefined | void, words: string, onward: boolean): boolean => {
    if (!stop || !editor.current) return false
    const refused = isEarly(stop) ?? run(editor.current, seenOf(stop), stop)
    if (refused !== undefined) {
      say(refused, true)
      return false
    }
    did()
    say(words)
    if (onward) goOn()
    return true
  }

  return {
    stops, at, stop, beside, texts, filter, asking, source, verifier, said,
    compared: analysed === undefined ? 'waiting' : analysed.last === null ? 'none' : 'yes',
    progress: useMemo(() => progressOf(stops), [stops]),
    paragraph: asking === 'paragraph' && stop ? wholeParagraph(stops, stop.place.blockId, shown.current).stops : [],
    canUndo: done.length > 0,
    verify: () => {
      if (!stop) {
        const first = nextWanted(stops, -1)
        return first === undefined ? undefined : stand(first)
      }
      if (stop.status === 'open') return setAsking('value')
      if (stop.fixed || (stop.status === 'verified' && typed?.key !== nameOf(stop))) return goOn()
      act((handle, seen) => handle.giveVerdicts([{ ...seen, state: 'verified', word: personsWord({ source }, verifier.by) }]), `已核：${nameFor(stop)}`, true)
    },
    doubt: (note) => {
      if (stop && !stop.fixed && stop.status !== 'open') act((handle, seen) => handle.giveVerdicts([{ ...seen, state: 'doubtful', word: personsWord({ note, source: typed?.source ?? '' }, verifier.by) }]), `存疑：${nameFor(stop)}`, true)
    },
    withdraw: () => {
      if (!stop || (stop.status !== 'verified' && stop.status !== 'doubtful')) return say('这一处还没有核实或存疑的结论。', true)
      const filled = stop.node?.entry !== undefined || stop.node?.last !== undefined
      act((handle, seen) => handle.giveVerdicts([{ ...seen, state: filled ? 'filled' : 'stated' }]), `改回未核：${nameFor(stop)}`, false)
    },
    noFigure: () => {
      if (!stop || stop.status === 'open') return say('待填的位置不能标为“不是数据”。请填写，或在正文中删去。', true)
      act((handle, seen) => handle.callNoFigure(seen), `不是数据：${stop.text}`, true)
    },
    rewrite: (text) =>
      act((handle, seen, of) => (of.node?.type === 'slot' ? (handle.fillSlot(of.node.id, text) ? undefined : '这处待填已不在正文中。') : handle.rewriteFigure(seen, text)), stop?.status === 'open' ? `已填：${text}，核对后按回车` : `已改为 ${text}，核对后按回车`, false),
    settle: (text) => void act((handle, _, of) => void handle.chooseText(of.id ?? '', text), `正文写作 ${text}，核对后按回车`, false),
    intoLedger: () => void act((handle, _, of) => void handle.writeFromText([of.id ?? '']), `台账已改为 ${stop?.text ?? ''}，核对后按回车`, false),
    verifyParagraph: () => {
      if (!stop || !editor.current) return
      const { stops: own, unseen } = wholeParagraph(stops, stop.place.blockId, shown.current)
      if (own.length === 0 || unseen > 0) return
      const early = own.map(isEarly).find((why) => why !== undefined)
      const refused = early ?? editor.current.giveVerdicts(own.map((of) => ({ ...seenOf(of), state: 'verified', word: personsWord({ source: sourceFor(besideOf(of, texts, known, ledger, materials), undefined, verifier.source) }, verifier.by) })))
      if (refused !== undefined) {
        setAsking('nothing')
        return say(`整段没有标记：${refused}`, true)
      }
      did(own)
      say(`已核：本段 ${own.length} 处`)
      goOn()
    },
    ask: (what) => {
      if (!stop) return
      say('')
      if (what === 'value' && stop.fixed) return say('标题中的数字请在正文视图里改。', true)
      if (what === 'note' && (stop.fixed || stop.status === 'open')) return say(stop.fixed ? '标题中的数字不能单独标记。' : '这一处还没有填写。', true)
      if (what === 'paragraph') {
        const { stops: own, unseen } = wholeParagraph(stops, stop.place.blockId, shown.current)
        if (own.length === 0) return say('本段没有未核的数据。', true)
        if (unseen > 0) return say(`本段还有 ${unseen} 处没有看过。逐处看过之后，才能整段标为已核。`, true)
      }
      setAsking(what)
    },
    setVerifier: (next) => {
      if (stop && next.source !== source) setTyped({ key: nameOf(stop), source: next.source })
      setVerifier(next)
      rememberVerifier(next)
      setAsking('nothing')
    },
    move: (direction) => {
      const to = at < 0 ? (direction === -1 ? stops.length - 1 : undefined) : step(stops, at, direction, filter, touched.current)
      if (to !== undefined) stand(to)
      else say(direction === 1 ? '已经是最后一处。按 End 看小结。' : '已经是第一处。')
    },
    jump: stand,
    section: (direction) => {
      const to = otherSection(stops, at, direction)
      if (to !== undefined) stand(to)
      else say(direction === 1 ? '后面没有别的板块了。' : '前面没有别的板块了。')
    },
    setFilter: (next) => {
      const to = stop && passes(stop, next) ? at : nextWanted(stops, at, (s) => passes(s, next))
      if (to === undefined && next === 'doubtful') return say('没有存疑的数据。', true)
      // what was judged under another filter is no part of this walk
      touched.current = new Set()
      setFilter(next)
      setStanding(standAt(stops, to))
      setAsking('nothing')
      say('')
    },
    summary: () => {
      setStanding({ at: 'end' })
      setAsking('nothing')
    },
    undo: () => {
      const place = done.at(-1)
      if (!place) return say('这次核对中没有可以撤销的操作。', true)
      editor.current?.undo()
      setDone((now) => now.slice(0, -1))
      setUndone((now) => [...now, place])
      setStanding({ at: 'figure', cursor: place })
      setAsking('nothing')
      say('已撤销。')
    },
    redo: () => {
      const place = undone.at(-1)
      if (!place) return say('没有可以重做的操作。', true)
      editor.current?.redo()
      setUndone((now) => now.slice(0, -1))
      setDone((now) => [...now, place])
      setStanding({ at: 'figure', cursor: place })
      say('已重做。')
    },
  }
}

function standAt(stops: readonly Stop[], index: number | undefined): Standing {
  const cursor = index === undefined ? undefined : cursorOf(stops, index)
  return cursor ? { at: 'figure', cursor } : { at: 'end' }
}

function resolve(stops: readonly Stop[], standing: Standing): number {
  if (standing.at === 'end') return -1
  if (standing.at === 'figure') return indexOf(stops, standing.cursor)
  const after = indexOf(stops, standing.after)
  const there = stops[after]?.place
  // what stood there is no figure any more: the one that came into its place was not seen yet
  const gone = there !== undefined && (there.blockId !== standing.after.blockId || there.start > standing.after.start)
  return nextWanted(stops, gone ? after - 1 : after, standing.wanted === 'doubtful' ? (s) => s.status === 'doubtful' : isLeft) ?? -1
}

/** What a stop is known by while its text stays: a plain numeral has no id until something is said of it. */
const nameOf = ({ key }: Stop): string => key

const nameFor = ({ indicator, text }: Stop): string => (indicator === '' ? text : `${indicator} ${text}`)

const seenOf = ({ place, text, indicator, unit, kind }: Stop): SeenFigure => ({ place, expected: text, as: { indicator, unit, kind } })
