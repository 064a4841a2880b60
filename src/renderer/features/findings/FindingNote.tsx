import { Badge, Button, CloseButton, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Finding } from '#core/checker/finding.ts'
import { DismissForm } from './DismissForm.tsx'
import { fixWords } from './FindingItem.tsx'
import { hasFix } from './finding-list.ts'
import type { FindingsDesk } from './use-findings.ts'
import { SEVERITY_WORDS } from './words.ts'

/** What was found at the words that were clicked on. */
export function FindingNote({ findings, desk, onClose }: { findings: readonly Finding[]; desk: Pick<FindingsDesk, 'fix' | 'dismiss'>; onClose: () => void }) {
  const [asking, setAsking] = useState<Finding>()
  return (
    <div className="finding-notes">
      <CloseButton size="sm" aria-label="关闭" className="finding-note-close" onClick={onClose} />
      {findings.map((finding) => (
        <div key={`${finding.rule}:${finding.message}`} className="finding-note" data-severity={finding.severity}>
          <Text size="sm" pr={22}>
            <Badge size="xs" radius="sm" variant="light" color={SEVERITY_WORDS[finding.severity].color} mr={6}>
              {SEVERITY_WORDS[finding.severity].label}
            </Badge>
            {finding.message}
          </Text>
          {asking === finding ? (
            <DismissForm
              onDismiss={(reason) => {
                onClose()
                desk.dismiss(finding, reason, 'here')
              }}
              onCancel={() => setAsking(undefined)}
            />
          ) : (
            <Group gap={6} mt={6}>
              {hasFix(finding) && (
                <Button
                  size="compact-xs"
                  onClick={() => {
                    onClose()
                    desk.fix([finding], 'here')
                  }}
                >
                  {fixWords(finding)}
                </Button>
              )}
              <Button size="compact-xs" variant="default" onClick={() => setAsking(finding)}>
                忽略…
              </Button>
            </Group>
          )}
        </div>
      ))}
    </div>
  )
}
