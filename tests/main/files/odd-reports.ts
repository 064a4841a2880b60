import { textNode, type Inline } from '#core/model/inline.ts'
import type { Report, Section } from '#core/model/report.ts'
import { longReport } from '../../bench/long-report.ts'
import { makeReport } from '../../core/make-report.ts'

/** Reports such as no editor writes on purpose and every writer of files must bear. */
export interface OddReport {
  name: string
  report: Report
}

const BARE: Partial<Report> = { title: '', body: '', sections: [] }
const section = (n: number, more: Partial<Section> = {}): Section => ({
  id: `s${n}`, level: 1, number: '', heading: `第${n}项工作`, sections: [],
  paragraphs: [{ id: `p${n}`, content: [textNode(`第${n}项工作完成${n}件，同比增长${n % 97}.${n % 10}%。`)] }], ...more,
})
/** 一、（一）1.（1） under each other, and a heading without text at each depth */
const nested = (level: 1 | 2 | 3 | 4): Section => {
  const number = ({ 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' } as const)[level]
  const below = level === 1 ? [nested(2)] : level === 2 ? [nested(3)] : level === 3 ? [nested(4)] : []
  return { id: `n${level}`, level, number, heading: `第${level}层`, paragraphs: [], sections: [...below] }
}
const slot = (id: string, unit: string): Inline => ({ type: 'slot', id, indicator: '提案立案数', unit, kind: 'quantity' })

/** All of them; made anew at each call, so that none can spoil another's test. */
export const oddReports = (): OddReport[] => [
  { name: 'nothing at all', report: makeReport([], BARE) },
  { name: 'no title', report: makeReport(['没有标题的正文。'], { title: '' }) },
  { name: 'one paragraph', report: makeReport([], { ...BARE, title: '短讯', sections: [{ id: 's1', level: 0, number: '', heading: '', sections: [], paragraphs: [{ id: 'p1', content: [textNode('只有一段。')] }] }] }) },
  { name: 'empty paragraphs', report: makeReport(['', '', '有字的一段。', '']) },
  { name: '500 sections', report: makeReport([], { sections: Array.from({ length: 500 }, (_, n) => section(n + 1)) }) },
  { name: 'four levels of headings without text', report: makeReport([], { sections: [nested(1)] }) },
  { name: '200,000 characters', report: longReport(200_000, 8) },
  { name: 'one paragraph of 20,000 characters', report: makeReport(['履职为民'.repeat(5000)]) },
  { name: 'a title of 300 characters', report: makeReport(['正文。'], { title: '关于深入推进高质量发展的若干意见建议和工作情况'.repeat(13), subtitle: '——副标题'.repeat(40), byline: '甲县政协主席　张三'.repeat(8) }) },
  { name: 'emoji and rare characters', report: makeReport(['朱镕基、陈喆、赵堃、𠮷野、㛃䶮。', '🎉👨‍👩‍👧‍👦🇨🇳👍🏽 与会委员一致通过。', 'é e\u0301 ﬁ ﷺ עברית العربية ไทย 한국어 кириллица'], { title: '😀甲县政协主席王𬎆、李玥喆工作报告🎉', byline: '朱镕堃' }) },
  { name: 'quotes nested four deep', report: makeReport(['他说：“报告里写道：‘会议指出：“要把‘两个确立’落到实处”，这一条最要紧’，我赞成。”', '《〈“‘一’二”三〉四》（〔【五】〕）'], { title: '“甲说‘乙说“丙说‘丁’”’”' }) },
  { name: 'control characters', report: makeReport(['一\u0000二\u0001三\u0008四\u000b五\u000c六\u001f七\u007f八\u0085九\ufffe十\uffff', '半个\ud800字\udc00符', '行内\n换行\r\n和\t制表\u2028分行\u2029分段', '零宽\u200b\u200c\u200d\ufeff\u00ad\u00a0空格\u3000全角'], { title: 'a\u0000b\u001f\ud800c', byline: '\u0007' }) },
  { name: 'what is markup elsewhere', report: makeReport(['<w:t>&amp;</w:t> <!-- --> <![CDATA[x]]> &#0; %PDF- =1+1 +cmd|', '   前后空格   ', '𝟙½①⒈'], { title: '&lt;标题&gt; & <w:p> "引号" \'撇号\' ]]>', subtitle: '——<b>副标题</b>', occasion: '（2025年1月8日在&会议上）', byline: '<主席> & 秘书长' }) },
  { name: 'open slots and all marks', report: makeReport([], { sections: [section(1, { paragraphs: [{ id: 'p1', content: [
    { type: 'text', text: '段旨句。', marks: ['lead'] }, { type: 'text', text: '粗斜下划', marks: ['bold', 'italic', 'underline'] }, textNode('共'), slot('f1', '件'), slot('f2', ''),
    { type: 'figure', id: 'f3', text: '1,234件', indicator: '办结数', unit: '件', kind: 'quantity', state: 'verified', marks: ['bold'] }, { type: 'label', text: '“365”' },
  ] }, { id: 'p2', content: [slot('f4', '亿元')] }] })] }) },
]
