import { Badge, Button, Text } from '@mantine/core'
import { RULES } from '#core/checker/rules.ts'
import type { Anchor, Finding, Severity } from '#core/checker/finding.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import type { Analysed } from '../../workers/analyst.ts'
import { sectionsOfBlocks } from './figure-rows.ts'
import type { Change, Where } from './SidePanel.tsx'

const WORDS: Readonly<Record<Severity, readonly [label: string, color: string]>> = { error: ['错误', 'red'], warning: ['提示', 'amber'], info: ['说明', 'ink'] }
const ORDER: readonly Severity[] = ['error', 'warning', 'info']

interface FindingsPanelProps {
  report: Report
  analysed: Analysed
  section: string | undefined
  onGo: (where: Where) => void
  onReplace: (changes: readonly Change[]) => void
}

/** What is wrong or open, rule by rule; a click goes to the place, and a suggestion can be taken with one more. */
export function FindingsPanel({ report, analysed, section, onGo, onReplace }: FindingsPanelProps) {
  const sections = sectionsOfBlocks(analysed.of)
  const findings = analysed.findings.filter(({ anchors }) => section === undefined || (sections.get(anchors[0].paragraphId)?.includes(section) ?? false))
  const groups = RULES.map((rule) => ({ rule, findings: findings.filter((f) => f.rule === rule.id) }))
    .filter((group) => group.findings.length > 0)
    .sort((a, b) => Number(a.rule.id === 'slot.open') - Number(b.rule.id === 'slot.open') || ORDER.indexOf(a.rule.severity) - ORDER.indexOf(b.rule.severity))
  if (groups.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {section === undefined ? '没有发现问题。' : '这个板块没有发现问题。'}
      </Text>
    )
  }
  return groups.map(({ rule, findings: found }) => (
    <details key={rule.id} className="finding-group" open={rule.id !== 'slot.open' || found.length <= 5} data-rule={rule.id}>
      <summary title={rule.basis.on === 'standard' ? `依据：${rule.basis.clause}` : rule.basis.why}>
        <span>{rule.title}</span>
        <Badge size="sm" variant="light" radius="sm" color={WORDS[rule.severity][1]}>
          {WORDS[rule.severity][0]} {found.length}
        </Badge>
      </summary>
      {rule.mechanical && found.every((f) => f.suggestion !== undefined || f.replacements) && found.reduce((n, f) => n + (f.replacements?.length ?? 1), 0) > 1 && (
        <Button size="compact-xs" variant="light" ml={20} mb={6} onClick={() => onReplace(found.flatMap((f) => changesOf(f, report)))}>
          全部改正
        </Button>
      )}
      <ul aria-label={rule.title}>
        {found.map((finding) => (
          <FindingItem key={`${finding.anchors[0].paragraphId}:${finding.anchors[0].start}:${finding.message}`} finding={finding} report={report} onGo={onGo} onReplace={onReplace} />
        ))}
      </ul>
    </details>
  ))
}

const whereOf = ({ paragraphId, start, end }: Anchor): Where => ({ blockId: paragraphId, start, end })

function FindingItem({ finding, report, onGo, onReplace }: { finding: Finding; report: Report; onGo: FindingsPanelProps['onGo']; onReplace: FindingsPanelProps['onReplace'] }) {
  const [at] = finding.anchors
  const { suggestion, replacements } = finding
  const replace = (): void => onReplace(changesOf(finding, report))
  return (
    <li className="finding" data-severity={finding.severity}>
      <button type="button" onClick={() => onGo(whereOf(at))}>
        <span>{finding.message}</span>
        <small>
          …{at.before.slice(-8)}
          <mark>{at.text.length > 24 ? `${at.text.slice(0, 24)}…` : at.text}</mark>
          {at.after.slice(0, 8)}…
        </small>
      </button>
      {replacements && (
        <Button size="compact-xs" variant="default" onClick={replace}>
          改正这 {replacements.length} 处
        </Button>
      )}
      {suggestion !== undefined && (
        <Button size="compact-xs" variant="default" onClick={replace}>
          改为“{suggestion.length > 16 ? `${suggestion.slice(0, 16)}…` : suggestion}”
        </Button>
      )}
    </li>
  )
}

/** What a finding suggests to change. The text may have changed since it was checked: only what still stands there is replaced. */
function changesOf({ anchors, suggestion, replacements }: Finding, report: Report): Change[] {
  const texts = replacements ?? (suggestion === undefined ? [] : [suggestion])
  const paragraphs = new Map(plainParagraphs(report).map(({ id, text }) => [id, text]))
  return anchors.flatMap((anchor, i) => {
    const text = texts[i]
    return text !== undefined && paragraphs.get(anchor.paragraphId)?.slice(anchor.start, anchor.end) === anchor.text ? [{ place: whereOf(anchor), text }] : []
  })
}
