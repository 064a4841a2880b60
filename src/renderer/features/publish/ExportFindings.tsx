import { Badge, Button, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { Found } from '#contract/contract.ts'
import { SEVERITY_WORDS } from '../findings/words.ts'

/** What the checks found, rule by rule, before the report is printed. It says so and stands in nobody's way. */
export function ExportFindings({ findings, onGo }: { findings: readonly Found[]; onGo: (place: Found['first']) => void }) {
  const seen = findings.filter(({ severity }) => severity !== 'info')
  const total = (severity: Found['severity']): number => seen.reduce((n, f) => n + (f.severity === severity ? f.count : 0), 0)
  if (seen.length === 0) {
    return (
      <Text size="sm" className="export-clean">
        <IconCircleCheck size={17} stroke={1.7} /> 校核没有发现错误和提示。
      </Text>
    )
  }
  return (
    <section className="export-findings" aria-label="校核发现的问题">
      <Text size="sm" fw={600}>
        校核发现的问题：{[total('error') > 0 ? `错误 ${total('error')}` : '', total('warning') > 0 ? `提示 ${total('warning')}` : ''].filter(Boolean).join('，')}
      </Text>
      <ul>
        {seen.map(({ rule, title, severity, count, first }) => (
          <li key={rule + severity}>
            <Badge size="sm" variant="light" radius="sm" color={SEVERITY_WORDS[severity].color}>
              {SEVERITY_WORDS[severity].label}
            </Badge>
            <span>{title}</span>
            <b>{count} 处</b>
            <Button size="compact-xs" variant="subtle" aria-label={`看第一处：${title}`} onClick={() => onGo(first)}>
              {count > 1 ? '看第一处' : '去看'}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
