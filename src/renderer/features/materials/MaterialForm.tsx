import { Alert, Autocomplete, Button, Group, Modal, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { StoredMaterial } from '#contract/contract.ts'
import { materialFromText, textOf, withText } from '#core/materials/from-report.ts'
import type { Material } from '#core/materials/material.ts'
import { codeOf, messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import type { Destination } from './bring-in.ts'

export interface MaterialFormProps {
  /** the material to edit; undefined for one that is pasted */
  stored: StoredMaterial | undefined
  to: Destination
  /** departments that are known already */
  departments: readonly string[]
  onDone: (id: string) => void
  onClose: () => void
}

/** A material's head and text: to paste a new one, or to put one right. */
export function MaterialForm({ stored, to, departments, onDone, onClose }: MaterialFormProps) {
  const { client } = useHost()
  const before = stored?.material
  const [text, setText] = useState(() => (before ? textOf(before) : ''))
  const [title, setTitle] = useState<string | undefined>(before?.title)
  const [department, setDepartment] = useState<string | undefined>(before?.department)
  const [date, setDate] = useState<string | undefined>(before?.date)
  const [year, setYear] = useState<number | null>(before ? before.year : to.year)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<string>()
  // what the text says of itself, until the editor says otherwise
  const read = materialFromText(text, { id: 'new', body: to.body, year, title, department, date })
  const changed = before ? text !== textOf(before) || read.title !== before.title || read.department !== before.department || read.date !== before.date || year !== before.year : text.trim() !== ''

  const save = async (): Promise<void> => {
    setSaving(true)
    setFailure(undefined)
    try {
      if (stored) {
        const material: Material = { ...(text === textOf(stored.material) ? stored.material : withText(stored.material, text)), title: read.title, department: read.department.trim(), date: read.date.trim(), year }
        await client.materials.save({ material, baseRevision: stored.revision })
        onDone(material.id)
      } else onDone((await client.materials.add({ material: { ...read, department: read.department.trim(), date: read.date.trim() } })).id)
    } catch (error) {
      setFailure(codeOf(error) === 'CONFLICT' ? '这份素材已在另一个窗口中修改过，没有保存。请复制需要的文字，关闭后重新打开这份素材再改。' : messageOf(error))
      setSaving(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={before ? '修改素材' : '粘贴文字为素材'} size={680} closeOnClickOutside={!changed} closeOnEscape={!changed}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (read.paragraphs.length > 0) void save()
        }}
      >
        <Stack gap="sm">
          <Textarea label="文字" description={before ? '一行一段。已放入正文的段落会标明素材已有改动。' : '一行一段。第一行较短时作为标题；部门和日期按文中的写法识别，可以改。'} autosize minRows={8} maxRows={16} value={text} onChange={(e) => setText(e.currentTarget.value)} data-autofocus />
          <TextInput label="标题" value={read.title} onChange={(e) => setTitle(e.currentTarget.value)} />
          <Group grow gap="sm" align="flex-start">
            <Autocomplete label="部门" placeholder="例如 县农业农村局" data={[...new Set(departments.filter((d) => d !== ''))]} value={read.department} onChange={setDepartment} />
            <TextInput label="日期" placeholder="例如 2021-12-08" value={read.date} onChange={(e) => setDate(e.currentTarget.value)} />
            <NumberInput label="反映哪一年的工作" min={1900} max={2999} allowDecimal={false} value={year ?? ''} onChange={(value) => setYear(typeof value === 'number' ? value : null)} />
          </Group>
          {failure !== undefined && (
            <Alert color="red" title="没有保存" role="alert">
              {failure}
            </Alert>
          )}
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {read.paragraphs.length > 0 ? `${read.paragraphs.length} 段` : '还没有文字'}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>
                取消
              </Button>
              <Button type="submit" loading={saving} disabled={read.paragraphs.length === 0 || !changed}>
                {before ? '保存' : '添加'}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
