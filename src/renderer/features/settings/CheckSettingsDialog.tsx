import './settings.css'
import { Modal, Tabs } from '@mantine/core'
import type { CheckSettings } from '#core/checker/settings.ts'
import { tellFailure } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { useStore } from '../../app/store.ts'
import { RulesTab } from './RulesTab.tsx'
import { TermsTab } from './TermsTab.tsx'

export interface CheckSettingsProps {
  /** ids of rules that are off for the report that is open; undefined where none is */
  offHere?: readonly string[]
  onSwitchHere?: (rule: string, on: boolean) => void
  onClose: () => void
}

/** What is checked, how severely, and the editor's own word list (校核设置): for all reports of this library, saved as it is changed. */
export function CheckSettingsDialog({ offHere, onSwitchHere, onClose }: CheckSettingsProps) {
  const keeper = useHost().settings
  const settings = useStore(keeper.settings)
  const change = (operation: (now: CheckSettings) => CheckSettings): void => void keeper.change(operation).catch((error: unknown) => tellFailure('设置没有保存', error))
  return (
    <Modal opened onClose={onClose} title="校核设置" size={960} classNames={{ body: 'settings-body' }}>
      {settings && (
        <Tabs defaultValue="rules" className="settings">
          <Tabs.List>
            <Tabs.Tab value="rules">规则</Tabs.Tab>
            <Tabs.Tab value="terms">词表{settings.terms.length > 0 ? `（${settings.terms.length}）` : ''}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="rules">
            <RulesTab settings={settings} change={change} {...(offHere ? { offHere } : {})} {...(onSwitchHere ? { onSwitchHere } : {})} />
          </Tabs.Panel>
          <Tabs.Panel value="terms" keepMounted={false}>
            <TermsTab terms={settings.terms} change={change} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Modal>
  )
}
