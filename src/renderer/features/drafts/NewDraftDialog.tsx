import './drafts.css'
import { Modal, SegmentedControl, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { createStore, useStore } from '../../app/store.ts'
import { FromReport } from './FromReport.tsx'
import { FromTemplate } from './FromTemplate.tsx'

/** Is the dialog open, and with which report chosen? */
const opened = createStore<{ reportId?: string } | null>(null)

/** Opens the dialog for a new draft; with a report it offers to roll that one forward (结转). */
export const openNewDraft = (reportId?: string): void => opened.set(reportId === undefined ? {} : { reportId })

const close = (): void => opened.set(null)

/** Begins this year's draft: from last year's report or from a template. */
export function NewDraftDialog() {
  const state = useStore(opened)
  const [way, setWay] = useState<'report' | 'template'>('report')
  useEffect(() => {
    if (state?.reportId !== undefined) setWay('report')
  }, [state])
  return (
    <Modal opened={state !== null} onClose={close} title="新建草稿" size={860}>
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label="起草方式"
          value={way}
          onChange={(value) => setWay(value as 'report' | 'template')}
          data={[
            { value: 'report', label: '结转往年报告' },
            { value: 'template', label: '按模板起草' },
          ]}
        />
        {way === 'report' ? <FromReport key={state?.reportId ?? ''} chosen={state?.reportId} onDone={close} /> : <FromTemplate onDone={close} />}
      </Stack>
    </Modal>
  )
}
