import { Checkbox, Group, NativeSelect, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { OfficialOptions, PrintOptions, Profile } from '#core/print/options.ts'
import { PAPER_WRITING } from '#core/print/paper-writing.ts'
import type { Base } from './bases.ts'

export interface ProfileOptionsProps {
  profile: Profile
  options: PrintOptions
  onChange: (options: PrintOptions) => void
  /** who signs where nobody was named, and when */
  signer: { name: string; date: string }
  /** what a review copy can show changes against */
  bases: readonly Base[]
  base: string
  onBase: (base: string) => void
}

/** The settings of one profile. */
export function ProfileOptions({ profile, options, onChange, signer, bases, base, onBase }: ProfileOptionsProps) {
  if (profile === 'official') return <Official options={options.official} signer={signer} onChange={(official) => onChange({ ...options, official })} />
  if (profile === 'newspaper') {
    const { counts, marks, numerals } = options.newspaper
    const set = (newspaper: Partial<PrintOptions['newspaper']>): void => onChange({ ...options, newspaper: { ...options.newspaper, ...newspaper } })
    return (
      <Stack gap="xs">
        <Checkbox label="标注主标题、小标题、署名（【小标题】）" checked={marks} onChange={(event) => set({ marks: event.currentTarget.checked })} />
        <Checkbox label="写明各部分和全文字数" checked={counts} onChange={(event) => set({ counts: event.currentTarget.checked })} />
        <Checkbox
          label="按报纸的习惯写数字和单位，数值不变"
          description={PAPER_WRITING.map(({ what, example }) => `${what}（${example}）`).join('；')}
          checked={numerals}
          onChange={(event) => set({ numerals: event.currentTarget.checked })}
        />
      </Stack>
    )
  }
  if (profile === 'review') {
    const { findings, figures } = options.review
    const set = (review: Partial<PrintOptions['review']>): void => onChange({ ...options, review: { ...options.review, ...review } })
    return (
      <Stack gap="xs">
        <NativeSelect label="显示修订，对照" value={base} onChange={(event) => onBase(event.currentTarget.value)} data={[{ value: '', label: '不显示修订' }, ...bases.map(({ value, label }) => ({ value, label }))]} />
        <Checkbox label="校核问题和待填数据写成批注" checked={findings} onChange={(event) => set({ findings: event.currentTarget.checked })} />
        <Checkbox label="数据按核实情况着色" checked={figures} onChange={(event) => set({ figures: event.currentTarget.checked })} />
      </Stack>
    )
  }
  return (
    <Checkbox
      label="只列尚未核实的数据"
      checked={options.sheet.openOnly}
      onChange={(event) => onChange({ ...options, sheet: { openOnly: event.currentTarget.checked } })}
    />
  )
}

function Official({ options, signer, onChange }: { options: OfficialOptions; signer: { name: string; date: string }; onChange: (options: OfficialOptions) => void }) {
  const { lead, latin, signature, attachments } = options
  const set = (change: Partial<OfficialOptions>): void => onChange({ ...options, ...change })
  return (
    <Stack gap="xs">
      <Radio.Group label="段旨句" value={lead} onChange={(value) => set({ lead: value === 'kaiti' ? 'kaiti' : value === 'plain' ? 'plain' : 'bold' })}>
        <Group gap="md" mt={4}>
          <Radio value="bold" label="加粗" />
          <Radio value="kaiti" label="楷体" />
          <Radio value="plain" label="同正文" />
        </Group>
      </Radio.Group>
      <Radio.Group label="数字和字母" value={latin} onChange={(value) => set({ latin: value === 'eastAsia' ? 'eastAsia' : 'times' })}>
        <Group gap="md" mt={4}>
          <Radio value="times" label="Times New Roman" />
          <Radio value="eastAsia" label="随中文字体" />
        </Group>
      </Radio.Group>
      <Textarea
        label="附件"
        description="每行一个附件名称，不用写序号"
        autosize
        minRows={1}
        maxRows={4}
        value={attachments.join('\n')}
        onChange={(event) => set({ attachments: event.currentTarget.value.split('\n').slice(0, 30).map((line) => line.slice(0, 200)) })}
      />
      <Checkbox
        label="文末署名和成文日期"
        checked={signature.show}
        onChange={(event) => set({ signature: { show: event.currentTarget.checked, name: signature.name || signer.name, date: signature.date || signer.date } })}
      />
      {signature.show && (
        <Group grow gap="xs" align="flex-start">
          <TextInput label="署名" value={signature.name} maxLength={200} onChange={(event) => set({ signature: { ...signature, name: event.currentTarget.value } })} />
          <TextInput label="成文日期" placeholder="2026年1月10日" value={signature.date} maxLength={60} onChange={(event) => set({ signature: { ...signature, date: event.currentTarget.value } })} />
        </Group>
      )}
      {signature.show && signature.name.trim() === '' && signature.date.trim() === '' && (
        <Text size="xs" c="dimmed">
          署名和日期都没有填写，文末不会出现署名。
        </Text>
      )}
    </Stack>
  )
}
