import './findings.css'
import { ActionIcon, Button, SegmentedControl, Text, Tooltip } from '@mantine/core'
import { IconCircleCheck, IconSettings } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { SEVERITIES } from '#core/checker/finding.ts'
import { count } from '../../ui/words.ts'
import { DismissedList } from './DismissedList.tsx'
import { FindingGroups } from './FindingGroups.tsx'
import { countsOf, groupsOf, hasFix, WAITING, type Grouping } from './finding-list.ts'
import type { FindingActs, FindingsDesk } from './use-findings.ts'
import { SEVERITY_WORDS } from './words.ts'

const GROUPINGS: readonly { value: Grouping; label: string }[] = [{ value: 'rule', label: '按规则' }, { value: 'section', label: '按板块' }]

export interface FindingsPanelProps {
  desk: FindingsDesk
  /** shows this section alone */
  section: string | undefined
  /** shows the whole report */
  onWhole: () => void
  /** the report could not be checked */
  failed: boolean
  onRetry: () => void
  onSettings: () => void
}

/** What is wrong or to be looked at (问题): go there, put right, let stand with a reason, switch off what is not wanted. */
export function FindingsPanel({ desk, section, onWhole, failed, onRetry, onSettings }: FindingsPanelProps) {
  const { findings, grouping, only, current, dismissing, paragraphs, sections, checked, listFocus } = desk
  const list = useRef<HTMLDivElement>(null)
  const within = useMemo(() => (section === undefined ? findings : findings.filter(({ anchors }) => sections.get(anchors[0].paragraphId)?.includes(section))), [findings, section, sections])
  const counts = countsOf(within.filter(({ rule }) => rule !== WAITING))
  const groups = useMemo(() => groupsOf(only === null ? within : within.filter(({ rule, severity }) => rule !== WAITING && severity === only), grouping, paragraphs), [within, only, grouping, paragraphs])
  const inReach = current && groups.some(({ findings: own }) => own.includes(current))
  const first = inReach ? current : groups[0]?.findings[0]

  // the item takes the keyboard when it is drawn; where there is none, the list does
  const taken = useRef(listFocus)
  useEffect(() => {
    if (listFocus <= taken.current || inReach) return
    taken.current = listFocus
    list.current?.focus()
  }, [listFocus, inReach])
  // the same through all keystrokes, so that no item is drawn again for nothing
  const latest = useRef({ desk, onSettings })
  latest.current = { desk, onSettings }
  const acts = useMemo((): FindingActs => ({
    choose: (...args) => latest.current.desk.choose(...args),
    fix: (...args) => latest.current.desk.fix(...args),
    askReason: (...args) => latest.current.desk.askReason(...args),
    dismiss: (...args) => latest.current.desk.dismiss(...args),
    switchHere: (...args) => latest.current.desk.switchHere(...args),
    switchEverywhere: (...args) => latest.current.desk.switchEverywhere(...args),
    onSettings: () => latest.current.onSettings(),
    takeFocus: () => {
      const wanted = latest.current.desk.listFocus > taken.current
      taken.current = latest.current.desk.listFocus
      return wanted
    },
  }), [])

  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || !first) return
    const plain = !event.altKey && !event.shiftKey
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => (inReach ? desk.step(1, 'list') : desk.choose(first, 'list')),
      ArrowUp: () => desk.step(-1, 'list'),
      // Enter alone is the button's own: it goes to the text
      Enter: event.altKey && hasFix(first) ? () => desk.fix([first], 'list') : undefined,
      Delete: first.rule === WAITING ? undefined : () => desk.askReason(first, 'list'),
      Backspace: plain && first.rule !== WAITING ? () => desk.askReason(first, 'list') : undefined,
    }
    const act = acts[event.key]
    if (!act || !(event.target instanceof Element && event.target.closest('.finding, .finding-list') && !event.target.closest('.finding-past, input'))) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <div className="findings">
      <div className="findings-head">
        <div className="findings-filter" role="group" aria-label="按级别筛选">
          {SEVERITIES.filter((severity) => severity !== 'info' || counts.info > 0 || only === 'info').map((severity) => (
            <button key={severity} type="button" data-severity={severity} aria-pressed={only === severity} disabled={counts[severity] === 0 && only !== severity} title={only === severity ? '显示全部' : `只看${SEVERITY_WORDS[severity].label}`} onClick={() => desk.setOnly(only === severity ? null : severity)}>
              {SEVERITY_WORDS[severity].label} <b>{checked ? counts[severity] : '…'}</b>
            </button>
          ))}
        </div>
        <SegmentedControl size="xs" aria-label="排列" value={grouping} onChange={(value) => desk.setGrouping(value === 'section' ? 'section' : 'rule')} data={[...GROUPINGS]} />
        <Tooltip label="校核设置">
          <ActionIcon aria-label="校核设置" onClick={onSettings}>
            <IconSettings size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className="findings-said" role="status">
        {desk.position && current ? `第 ${desk.position.at} 个，共 ${desk.position.of} 个：${SEVERITY_WORDS[current.severity].label}，${current.message}` : ''}
      </div>
      <div className="finding-list" ref={list} tabIndex={-1} role="region" aria-label="问题列表" onKeyDown={onKey}>
        {failed && (
          <div className="findings-none" role="alert">
            <Text size="sm">检查程序出错，{checked ? '下面是上一次检查的结果' : '还没有检查出结果'}。文字不受影响。</Text>
            <Button size="compact-sm" variant="default" onClick={onRetry}>
              重新检查
            </Button>
          </div>
        )}
        {!checked && !failed && (
          <Text size="sm" c="dimmed" p="md" role="status">
            正在检查…
          </Text>
        )}
        <FindingGroups groups={groups} grouping={grouping} current={current} first={first} dismissing={dismissing} paragraphs={section === undefined ? paragraphs : undefined} listFocus={listFocus} acts={acts} />
        {checked && groups.length === 0 && (
          <div className="findings-none">
            {only === null && section === undefined && <IconCircleCheck size={30} stroke={1.4} />}
            <Text size="sm">{only !== null ? `没有${SEVERITY_WORDS[only].label}。` : section === undefined ? '没有发现问题。' : '这个板块没有发现问题。'}</Text>
            <Text size="xs" c="dimmed">
              已用 {checked.rules} 项规则检查全文 {count(checked.characters)} 字。
            </Text>
            {only !== null ? (
              <Button size="compact-sm" variant="default" onClick={() => desk.setOnly(null)}>
                显示全部
              </Button>
            ) : (
              section !== undefined && findings.length > 0 && (
                <Button size="compact-sm" variant="default" onClick={onWhole}>
                  看全文的 {findings.length} 个
                </Button>
              )
            )}
          </div>
        )}
        <DismissedList desk={desk} onSettings={onSettings} />
      </div>
    </div>
  )
}
