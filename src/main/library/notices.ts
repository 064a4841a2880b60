import type { Notice } from '#contract/contract.ts'
import type { DocumentKind } from './document-store.ts'
import type { Trouble } from './durable-file.ts'

/** What a kind of document is called in messages. */
export const NAMES: Readonly<Record<DocumentKind | 'settings', { noun: string; measure: string; place: string }>> = {
  report: { noun: '报告', measure: '份', place: '资料库' },
  ledger: { noun: '数据台账', measure: '份', place: '数据台账' },
  material: { noun: '素材', measure: '份', place: '素材列表' },
  settings: { noun: '校核设置', measure: '份', place: '校核设置' },
}

/** A document's file was damaged: what happened and what is left. `title` as the user knows it. */
export const damagedNotice = (kind: DocumentKind, id: string, title: string, trouble: Trouble): Notice => ({
  id: `damaged-${id}-${trouble.setAside}`,
  severity: trouble.recovered ? 'warning' : 'error',
  message: trouble.recovered
    ? `${NAMES[kind].noun}“${title}”的文件已损坏，已打开上一次保存的完好副本；损坏的文件改名为 ${trouble.setAside} 保留在资料库中。请核对最近一次修改是否仍在。`
    : `${NAMES[kind].noun}“${title}”的文件已损坏，且没有可用的副本；损坏的文件改名为 ${trouble.setAside} 保留在资料库中，可从 versions 文件夹找回较早的版本。`,
})

/** A later version of the application wrote a document. */
export const newerNotice = (kind: DocumentKind, id: string): Notice => ({
  id: `newer-${id}`,
  severity: 'warning',
  message: `有一${NAMES[kind].measure}${NAMES[kind].noun}（${id}）由更新版本的述核保存，本版本无法打开，文件未作任何改动。请升级述核后再打开。`,
})

/** The list of reports was damaged; nothing is lost. */
export const indexNotice = (trouble: Trouble): Notice => ({
  id: `index-${trouble.setAside}`,
  severity: 'info',
  message: `资料库的目录文件已损坏，已根据各报告重新生成，报告内容不受影响；损坏的文件改名为 ${trouble.setAside}。`,
})

/** The settings were damaged: rules are as they were before, or as the application comes. */
export const settingsNotice = (trouble: Trouble): Notice => ({
  id: `settings-${trouble.setAside}`,
  severity: 'warning',
  message: `校核设置的文件已损坏，已${trouble.recovered ? '打开上一次保存的完好副本' : '恢复为默认设置，自定义的词表和停用的规则需要重新设置'}，报告内容不受影响；损坏的文件改名为 ${trouble.setAside} 保留在资料库中。`,
})

/** A later version of the application wrote the settings. */
export const newerSettingsNotice = (): Notice => ({
  id: 'newer-settings',
  severity: 'warning',
  message: '校核设置由更新版本的述核保存，本版本无法读取，暂按默认设置校核，文件未作任何改动。请升级述核。',
})

/** The list of exports was damaged: only the list and the sticky options are lost. */
export const publishingNotice = (trouble: Trouble): Notice => ({
  id: `publishing-${trouble.setAside}`,
  severity: 'info',
  message: `导出记录的文件已损坏，${trouble.recovered ? '已打开上一次保存的完好副本' : '最近导出的列表和各单位的导出选项已清空'}，报告和已导出的文件不受影响；损坏的文件改名为 ${trouble.setAside} 保留在资料库中。`,
})

/** A later version of the application wrote the list of exports. */
export const newerPublishingNotice = (): Notice => ({
  id: 'newer-publishing',
  severity: 'info',
  message: '导出记录由更新版本的述核保存，本版本无法读取，文件未作任何改动。导出不受影响。',
})
