import type { Severity } from '#core/checker/finding.ts'

/** What severities are called, and their colours. */
export const SEVERITY_WORDS: Readonly<Record<Severity, { label: string; color: string }>> = {
  error: { label: '错误', color: 'red' },
  warning: { label: '提示', color: 'amber' },
  info: { label: '说明', color: 'ink' },
}

/** Why findings are mostly let stand. */
export const REASONS = ['数据来源如此', '口径不同', '引用原文', '固定名称'] as const
