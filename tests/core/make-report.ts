import { textNode } from '#core/model/inline.ts'
import type { Report } from '#core/model/report.ts'

/** A report of one section whose paragraphs are these texts. */
export const makeReport = (paragraphs: readonly string[], head: Partial<Report> = {}): Report => ({
  id: 'r', status: 'draft', body: '甲县政协', year: null, title: '甲县政协年度工作综述', subtitle: '', occasion: '', byline: '', date: '',
  sections: [{ id: 's1', level: 1, number: '一、', heading: '工作回顾', paragraphs: paragraphs.map((text, i) => ({ id: `p${i + 1}`, content: text === '' ? [] : [textNode(text)] })), sections: [] }],
  captions: [], noise: [], origin: { from: 'blank' }, ...head,
})
