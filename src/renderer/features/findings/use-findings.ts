import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { dismiss, sift, switchRule, takeBack } from '#core/checker/dismissal.ts'
import type { Finding, Severity } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import { switchEverywhere, type CheckSettings } from '#core/checker/settings.ts'
import { countCharacters, plainParagraphs } from '#core/model/plain-text.ts'
import type { Dismissal, Report } from '#core/model/report.ts'
import { tellFailure } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { sectionsOfBlocks } from '../edit/figure-rows.ts'
import { afterChanges, afterGone, changesOf, countBySection, countsOf, groupsOf, hasFix, sameFinding, sameObjects, stepFrom, WAITING, walkOf, wrongPlaces, type Change, type Counts, type Grouping } from './finding-list.ts'

/** Where the keyboard is while one goes from finding to finding; `here` stays in the text where it is, whatever comes next. */
export type FocusIn = 'text' | 'list' | 'here'

/** The findings of the report that is open, the one that is looked at, and what can be done with them. */
export interface FindingsDesk {
  /** undefined until the report was checked once */
  checked: { rules: number; characters: number } | undefined
  /** still to be looked at, what waits to be filled or verified included; in reading order */
  findings: readonly Finding[]
  dismissed: readonly { finding: Finding; dismissal: Dismissal }[]
  /** of the whole report, without what waits */
  counts: Counts
  bySection: ReturnType<typeof countBySection>
  /** ids of the sections around each block, the innermost first */
  sections: ReadonlyMap<string, readonly string[]>
  paragraphs: ReturnType<typeof plainParagraphs>
  /** ids of rules that this report, or every report, is not checked by */
  offHere: readonly string[]
  offEverywhere: readonly string[]
  grouping: Grouping
  setGrouping: (grouping: Grouping) => void
  /** shows these alone; null shows all */
  only: Severity | null
  setOnly: (severity: Severity | null) => void
  current: Finding | undefined
  /** place in the walk, from 1 */
  position: { at: number; of: number } | undefined
  /** the one whose reason is being asked for */
  dismissing: Finding | undefined
  /** changes when the list is to take the keyboard */
  listFocus: number
  choose: (finding: Finding, focus: FocusIn) => void
  step: (direction: 1 | -1, focus: FocusIn) => void
  /** takes the suggestions of findings, as one undo step, and goes on to the next */
  fix: (findings: readonly Finding[], focus: FocusIn) => void
  /** the same for the one that is looked at; says so where it has no suggestion */
  fixCurrent: (focus: FocusIn) => void
  /** asks why a finding is let stand; undefined ends the question */
  askReason: (finding: Finding | undefined, focus: FocusIn) => void
  dismissCurrent: (focus: FocusIn) => void
  dismiss: (finding: Finding, reason: string, focus?: FocusIn) => void
  /** makes it the one that is looked at, and leaves the cursor where it is */
  look: (finding: Finding) => void
  restore: (dismissal: Dismissal) => void
  switchHere: (rule: string, on: boolean) => void
  switchEverywhere: (rule: string, on: boolean) => void
}

/** What can be done with findings, in functions that stay the same. */
export interface FindingActs extends Pick<FindingsDesk, 'choose' | 'fix' | 'askReason' | 'dismiss' | 'switchHere' | 'switchEverywhere'> {
  onSettings: () => void
  /** is the keyboard to go to the current item? Answers so once */
  takeFocus: () => boolean
}

/** Is the keyboard in the list, or in the text and whatever else there is? */
export const keyboardIn = (): FocusIn => (document.activeElement?.closest('.finding-list') ? 'list' : 'text')

export interface FindingsOptions {
  report: Report
  analysed: Analysed | undefined
  settings: CheckSettings | undefined
  editor: RefObject<EditorHandle | null>
  /** the paragraph with the cursor */
  cursor: string | undefined
  /** is the list on the screen? */
  shown: boolean
  /** brings the list on the screen */
  onShow: () => void
  /** brings the text on the screen and goes to a place in it */
  onGo: (place: Change['place']) => void
}

const GROUPING = 'shuhe.findings.grouping'

/** Holds the findings together: what the worker found, less what was decided since; walking, fixing, dismissing. */
export function useFindings({ report, analysed, settings, editor, cursor, shown, onShow, onGo }: FindingsOptions): FindingsDesk {
  const keeper = useHost().settings
  const [grouping, setGrouping] = useState<Grouping>(() => (localStorage.getItem(GROUPING) === 'section' ? 'section' : 'rule'))
  const [only, setOnly] = useState<Severity | null>(null)
  const [held, setHeld] = useState<Finding>()
  const [asked, setAsked] = useState<{ finding: Finding; from: FocusIn }>()
  const [listFocus, setListFocus] = useState(0)
  // a fix shows at once: the findings are moved along until a later text was checked
  const [fixes, setFixes] = useState<readonly { at: number; changes: readonly Change[] }[]>([])
  const seen = useRef({ count: 0, at: new WeakMap<Report, number>() })
  if (!seen.current.at.has(report)) seen.current.at.set(report, ++seen.current.count)

  const known = useRef(new Map<string, Finding>())
  const decided = JSON.stringify(report.checking ?? null)
  const { open, dismissed } = useMemo(() => {
    if (!analysed) return { open: [], dismissed: [] }
    const off = new Set([...(report.checking?.off ?? []), ...(settings?.off ?? [])])
    const all = sameObjects(known.current, [...analysed.findings, ...analysed.dismissed.map(({ finding }) => finding)])
      .filter(({ rule }) => !off.has(rule))
      .sort(({ anchors: [a] }, { anchors: [b] }) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end)
    const of = seen.current.at.get(analysed.of) ?? 0
    const later = fixes.filter(({ at }) => at >= of)
    return sift(later.reduce<Finding[]>((list, { changes }) => afterChanges(list, changes), all), report)
    // the decisions of the report are what matters of it
  }, [analysed, decided, settings, fixes])

  const place = useMemo(() => {
    if (!analysed) return { paragraphs: [], sections: new Map<string, readonly string[]>(), order: new Map<string, number>() }
    const paragraphs = plainParagraphs(analysed.of)
    return { paragraphs, sections: sectionsOfBlocks(analysed.of), order: new Map(paragraphs.map(({ id, index }) => [id, index])) }
  }, [analysed])
  const told = useMemo(() => open.filter(({ rule }) => rule !== WAITING), [open])
  const walk = useMemo(() => walkOf(groupsOf(only === null ? told : told.filter(({ severity }) => severity === only), grouping, place.paragraphs)), [told, only, grouping, place])
  const current = held && sameFinding(open, held)
  const at = current ? walk.indexOf(current) : -1
  const off = report.checking?.off
  const checked = useMemo(
    () => analysed && { rules: RULES.filter(({ id }) => !off?.includes(id) && !settings?.off.includes(id)).length, characters: countCharacters(analysed.of) },
    [analysed, decided, settings],
  )

  const marks = shown && current ? current : undefined
  useEffect(() => {
    editor.current?.mark(marks ? marks.anchors.map(({ paragraphId, start, end }, i) => ({ blockId: paragraphId, start, end, kind: i < wrongPlaces(marks).length ? 'current' : 'operand' })) : [])
  }, [editor, marks])

  const goTo = (finding: Finding, focus: FocusIn): void => {
    const { paragraphId: blockId, start, end } = finding.anchors[0]
    setHeld(finding)
    if (focus !== 'list') onGo({ blockId, start, end })
    else {
      editor.current?.goTo({ blockId, start, end, keepFocus: true })
      setListFocus((n) => n + 1)
    }
  }
  const goOn = (next: Finding | undefined, focus: FocusIn): void => {
    if (next && focus !== 'here') goTo(next, focus)
    else {
      setHeld(undefined)
      if (focus !== 'list') editor.current?.focus()
      else setListFocus((n) => n + 1)
    }
  }
  const decide = (change: (checking: Report['checking']) => Report['checking']): void => {
    const handle = editor.current
    if (handle) handle.setChecking(change(handle.report().checking))
  }

  const fix = (findings: readonly Finding[], focus: FocusIn): void => {
    const handle = editor.current
    if (!handle) return
    const changes = changesOf(findings, handle.report())
    if (changes.length === 0) {
      notifications.show({ color: 'amber', message: '这里的文字刚刚改动过，没有改正。稍候会重新检查。' })
      return
    }
    const next = afterGone(walk, findings)
    setAsked(undefined)
    setFixes((now) => [...now.slice(-50), { at: seen.current.count, changes }])
    handle.replace(changes)
    goOn(next && (afterChanges([next], changes)[0] ?? next), focus)
  }

  const askReason = (finding: Finding | undefined, focus: FocusIn): void => {
    if (finding?.rule === WAITING) return
    if (finding) {
      onShow()
      setHeld(finding)
      setAsked({ finding, from: focus })
      return
    }
    setAsked(undefined)
    if (asked?.from !== 'list') editor.current?.focus()
    else setListFocus((n) => n + 1)
  }

  return {
    checked,
    findings: open,
    dismissed,
    counts: useMemo(() => countsOf(told), [told]),
    bySection: useMemo(() => countBySection(told, place.sections), [told, place]),
    sections: place.sections,
    paragraphs: place.paragraphs,
    offHere: off ?? [],
    offEverywhere: settings?.off ?? [],
    grouping,
    setGrouping: (next) => {
      setGrouping(next)
      try {
        localStorage.setItem(GROUPING, next)
      } catch {
        // a full storage forgets the choice, nothing else
      }
    },
    only,
    setOnly,
    current,
    position: at < 0 ? undefined : { at: at + 1, of: walk.length },
    dismissing: asked && sameFinding(open, asked.finding),
    listFocus,
    choose: (finding, focus) => {
      setAsked(undefined)
      goTo(finding, focus)
    },
    step: (direction, focus) => {
      setAsked(undefined)
      onShow()
      const next = stepFrom(walk, current, direction, cursor === undefined ? undefined : { paragraphId: cursor, order: place.order })
      if (next) goTo(next, focus)
      else notifications.show({ id: 'no-finding', message: told.length > 0 ? '这一类问题已经没有了，可点数字查看全部。' : '没有发现问题。' })
    },
    fix,
    fixCurrent: (focus) => {
      if (current && hasFix(current)) fix([current], focus)
      else notifications.show({ id: 'no-fix', message: current ? '这个问题没有现成的改法，请在正文中修改。' : '请先用 F7 选中一个问题。' })
    },
    askReason,
    dismissCurrent: (focus) => {
      if (current) askReason(current, focus)
      else notifications.show({ id: 'no-fix', message: '请先用 F7 选中一个问题。' })
    },
    dismiss: (finding, reason, focus = asked?.from ?? 'list') => {
      const next = afterGone(walk, [finding])
      setAsked(undefined)
      decide((checking) => dismiss(checking, finding, reason, new Date().toISOString()))
      goOn(next, focus)
    },
    look: setHeld,
    restore: (dismissal) => decide((checking) => checking && takeBack(checking, dismissal)),
    switchHere: (rule, on) => decide((checking) => switchRule(checking, rule, on)),
    switchEverywhere: (rule, on) => void keeper.change((now) => switchEverywhere(now, rule, on)).catch((error: unknown) => tellFailure('设置没有保存', error)),
  }
}
