import { ActionIcon, Badge, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { memo, useEffect, useId, useMemo, useState } from 'react'
import type { Finding } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import type { PlainParagraph } from '#core/model/plain-text.ts'
import { FindingItem } from './FindingItem.tsx'
import { hasFix, WAITING, type FindingGroup, type Grouping } from './finding-list.ts'
import type { FindingActs } from './use-findings.ts'
import { SEVERITY_WORDS } from './words.ts'

/** so many of a group are drawn before one asks for more */
const DRAWN = 50

interface FindingGroupsProps {
  groups: readonly FindingGroup[]
  grouping: Grouping
  current: Finding | undefined
  /** the one that Tab reaches */
  first: Finding | undefined
  dismissing: Finding | undefined
  /** says where findings stand; undefined where the list is of one section */
  paragraphs: readonly PlainParagraph[] | undefined
  /** changes when the list is to take the keyboard */
  listFocus: number
  acts: FindingActs
}

/** The findings under their rules or sections. */
export function FindingGroups({ groups, grouping, current, first, dismissing, paragraphs, listFocus, acts }: FindingGroupsProps) {
  const names = useMemo(() => new Map((grouping === 'rule' ? paragraphs : undefined)?.map(({ id, path }) => [id, path.at(-1)])), [paragraphs, grouping])
  const own = (group: FindingGroup, finding: Finding | undefined): Finding | undefined => (finding && group.findings.includes(finding) ? finding : undefined)
  return groups.map((group) => (
    <Group key={`${grouping}:${group.key}`} group={group} grouping={grouping} current={own(group, current)} first={own(group, first)} dismissing={own(group, dismissing)} names={names} listFocus={own(group, current) ? listFocus : 0} acts={acts} />
  ))
}

interface GroupProps extends Omit<FindingGroupsProps, 'groups' | 'paragraphs'> {
  group: FindingGroup
  /** headings by paragraph */
  names: ReadonlyMap<string, string | undefined>
}

const Group = memo(function Group({ group: { key, title, severity, findings }, grouping, current, first, dismissing, names, listFocus, acts }: GroupProps) {
  const [open, setOpen] = useState(key !== WAITING || findings.length <= 5)
  const [drawn, setDrawn] = useState(DRAWN)
  const id = useId()
  const rule = grouping === 'rule' ? RULES.find((r) => r.id === key) : undefined
  const fixable = findings.filter(hasFix)
  const places = fixable.reduce((n, f) => n + (f.replacements?.length ?? 1), 0)
  const count = Math.max(drawn, current ? findings.indexOf(current) + 1 : 0)
  useEffect(() => {
    if (current) setOpen(true)
  }, [current])
  return (
    <section className="finding-group" data-rule={rule?.id} data-section={rule ? undefined : key}>
      <div className="finding-head">
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} {...(rule ? { title: rule.basis.on === 'standard' ? `依据：${rule.basis.clause}` : rule.basis.why } : {})}>
          <span>{title}</span>
          <Badge size="sm" variant="light" radius="sm" color={SEVERITY_WORDS[severity].color}>
            {rule ? `${SEVERITY_WORDS[severity].label} ` : ''}
            {findings.length}
          </Badge>
        </button>
        {rule && key !== WAITING && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon size="sm" aria-label={`“${title}”的操作`}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {rule.mechanical && fixable.length > 0 && <Menu.Item onClick={() => acts.fix(fixable, 'list')}>全部改正（{places} 处）</Menu.Item>}
              <Menu.Item onClick={() => acts.switchHere(rule.id, false)}>本报告不再检查此项</Menu.Item>
              <Menu.Item onClick={() => acts.switchEverywhere(rule.id, false)}>所有报告都不检查此项</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={acts.onSettings}>校核设置…</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div id={id} hidden={!open}>
        {rule?.mechanical && places > 1 && (
          <Button size="compact-xs" variant="light" className="finding-all" onClick={() => acts.fix(fixable, 'list')}>
            全部改正（{places} 处）
          </Button>
        )}
        {open && (
          <ul aria-label={title}>
            {findings.slice(0, count).map((finding) => (
              <FindingItem
                key={`${finding.rule}:${finding.anchors[0].paragraphId}:${finding.anchors[0].start}:${finding.message}`}
                finding={finding}
                section={names.get(finding.anchors[0].paragraphId)}
                current={finding === current}
                reachable={finding === first}
                dismissing={finding === dismissing}
                listFocus={finding === current ? listFocus : 0}
                acts={acts}
              />
            ))}
          </ul>
        )}
        {open && findings.length > count && (
          <Button size="compact-xs" variant="subtle" className="finding-all" onClick={() => setDrawn(findings.length)}>
            显示其余 {findings.length - count} 个
          </Button>
        )}
      </div>
    </section>
  )
})
