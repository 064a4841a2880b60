import type { FileKind, Profile } from '#core/print/options.ts'

/** What each profile is called, and what it is for. */
export const PROFILE_WORDS: Readonly<Record<Profile, { label: string; about: string }>> = {
  official: { label: '公文', about: '按 GB/T 9704—2012：A4，二号小标宋标题，三号仿宋正文，每页 22 行、每行 28 字，页码居外侧。' },
  newspaper: { label: '报纸稿', about: '结构简明的文稿：标题、小标题有标注，附图说和各部分字数，可整篇复制到排版系统。' },
  review: { label: '送审稿', about: '问题和待填数据写成批注，数据按核实情况着色；可对照上年报告或较早版本显示修订。' },
  sheet: { label: '数据核对表', about: '全文数据逐条列出：本年值、上年值、增减、来源、核实情况，附初核、复核、审定签字栏。' },
}

export const KIND_WORDS: Readonly<Record<FileKind, string>> = { docx: 'Word 文档（.docx）', xlsx: 'Excel 表格（.xlsx）', txt: '纯文本（.txt）', pdf: 'PDF 文件（.pdf）' }
