import { Button, Group, NativeSelect, Switch, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { severitySchema } from '#core/checker/finding.ts'
import type { Rule } from '#core/checker/rule.ts'
import { RULES } from '#core/checker/rules.ts'
import { switchEverywhere, type CheckSettings } from '#core/checker/settings.ts'
import { SEVERITY_WORDS } from '../findings/words.ts'
import type { CheckSettingsProps } from './CheckSettingsDialog.tsx'
import { findsOf, rulesByKind } from './rule-words.ts'

interface RulesTabProps extends Pick<CheckSettingsProps, 'offHere' | 'onSwitchHere'> {
  settings: CheckSettings
  change: (operation: (now: CheckSettings) => CheckSettings) => void
}

/** All rules by kind: what each finds and rests on, how severe it is, and whether it is applied. */
export function RulesTab({ settings, change, offHere, onSwitchHere }: RulesTabProps) {
  const changed = settings.off.length > 0 || Object.keys(settings.severities).length > 0
  const reset = (): void => {
    modals.openConfirmModal({
      title: '恢复默认设置',
      children: <Text size="sm">所有规则将重新启用，级别恢复为默认；词表和各报告单独停用的规则不变。</Text>,
      labels: { confirm: '恢复默认', cancel: '取消' },
      onConfirm: () => change((now) => ({ ...now, off: [], severities: {} })),
    })
  }
  return (
    <>
      <Group justify="space-between" py={10} gap="sm" wrap="nowrap">
        <Text size="sm" c="dimmed">
          改动立即生效并自动保存，对资料库中的所有报告有效{offHere ? '；“本报告”一列只对当前打开的报告有效，可以撤销' : ''}。
        </Text>
        <Button size="compact-sm" variant="default" disabled={!changed} onClick={reset} style={{ flex: 'none' }}>
          恢复默认
        </Button>
      </Group>
      <div className="settings-scroll" tabIndex={0} role="region" aria-label="规则列表">
        <table className="rule-table">
          <thead>
            <tr>
              <th scope="col">规则</th>
              <th scope="col">级别</th>
              <th scope="col">所有报告</th>
              {offHere && <th scope="col">本报告</th>}
            </tr>
          </thead>
          {rulesByKind(RULES).map(({ title, rules }) => (
            <tbody key={title}>
              <tr className="rule-kind">
                <th scope="rowgroup" colSpan={offHere ? 4 : 3}>
                  {title}
                </th>
              </tr>
              {rules.map((rule) => (
                <Row key={rule.id} rule={rule} settings={settings} change={change} {...(offHere ? { offHere } : {})} {...(onSwitchHere ? { onSwitchHere } : {})} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  )
}

function Row({ rule, settings, change, offHere, onSwitchHere }: RulesTabProps & { rule: Rule }) {
  const everywhere = !settings.off.includes(rule.id)
  const setSeverity = (value: string): void => {
    const severity = severitySchema.safeParse(value)
    change((now) => {
      const { [rule.id]: _, ...others } = now.severities
      return { ...now, severities: severity.success ? { ...others, [rule.id]: severity.data } : others }
    })
  }
  const basis = rule.basis.on === 'standard' ? rule.basis.clause : rule.basis.why
  return (
    <tr data-off={!everywhere || undefined} data-rule={rule.id}>
      <td>
        <div className="rule-title">
          <b>{rule.title}</b>
          <code>{rule.id}</code>
        </div>
        {findsOf(rule.id) !== '' && <div className="rule-finds">{findsOf(rule.id)}</div>}
        <div className="rule-basis">依据：{basis}</div>
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`“${rule.title}”的级别`}
          value={settings.severities[rule.id] ?? ''}
          disabled={!everywhere}
          onChange={(event) => setSeverity(event.currentTarget.value)}
          data={[{ value: '', label: `默认（${SEVERITY_WORDS[rule.severity].label}）` }, ...severitySchema.options.map((value) => ({ value, label: SEVERITY_WORDS[value].label }))]}
        />
      </td>
      <td>
        <Switch aria-label={`所有报告检查“${rule.title}”`} checked={everywhere} onChange={(event) => {
          const on = event.currentTarget.checked
          change((now) => switchEverywhere(now, rule.id, on))
        }} />
      </td>
      {offHere && (
        <td>
          <Switch aria-label={`本报告检查“${rule.title}”`} disabled={!everywhere} checked={everywhere && !offHere.includes(rule.id)} onChange={(event) => onSwitchHere?.(rule.id, event.currentTarget.checked)} />
        </td>
      )}
    </tr>
  )
}
