import { halfWidthMarks } from '../../../text/half-width-marks.ts'
import type { Finding } from '../../finding.ts'
import { defineParagraphRule, type MakeFinding, type Place } from '../../rule.ts'

/** Half-width punctuation between Chinese characters. Many in one paragraph make one finding: the style of a text is one thing to decide. */
export const punctHalfWidth = defineParagraphRule({
  id: 'punct.half-width',
  title: '半角标点',
  severity: 'warning',
  mechanical: true,
  basis: { on: 'standard', clause: 'GB/T 15834—2011，5.1.1' },
  defaults: { together: 3 },
  check: ({ paragraph, finding }, { together }) => {
    const titles = angledTitles(paragraph.text, (start, end) => ({ in: paragraph, start, end }), finding)
    const marks = halfWidthMarks(paragraph.text)
    const placeOf = ({ at }: { at: number }): Place => ({ in: paragraph, start: at, end: at + 1 })
    if (marks.length <= together) {
      return [...titles, ...marks.map((mark) => finding(`中文之间用了半角标点“${paragraph.text.charAt(mark.at)}”，应为全角“${mark.full}”`, [placeOf(mark)], { suggestion: mark.full }))]
    }
    const [first, ...others] = marks.map(placeOf)
    if (!first) return titles
    const kinds = [...new Set(marks.map(({ at }) => paragraph.text.charAt(at)))].join(' ')
    const replacements = marks.map(({ full }) => full)
    return [...titles, finding(`本段有${marks.length}处半角标点（${kinds}），中文之间应为全角`, [first, ...others], { replacements })]
  },
})

/** A name of a document between signs of comparison; <此处填写> and the like are places to fill in. */
const ANGLED = /[<＜](?![^<>＜＞]*(?:填写|此处|插入|待))((?:\d{4}年)?\p{Script=Han}[\p{Script=Han}、“”（）〈〉·—]{1,40}(?:法|条例|规定|办法|细则|准则|规则|章程|规划|纲要|意见|方案|决定|通知|报告|公报|公约|宣言|指引|指南|标准|清单|要点|制度|手册|计划|讲话|选编|文选|日报|志|年鉴)(?:（[^（）]{1,8}）)?)[>＞]/gu

/** <优化营商环境条例>: the marks of titles are 《》. */
function angledTitles(text: string, placeOf: (start: number, end: number) => Place, finding: MakeFinding): Finding[] {
  if (!text.includes('<') && !text.includes('＜')) return []
  return [...text.matchAll(ANGLED)].map(({ index, 0: whole, 1: name = '' }) =>
    finding(`书名号用了“${whole.charAt(0)}${whole.slice(-1)}”，应为《》`, [placeOf(index, index + whole.length)], { suggestion: `《${name}》` }),
  )
}
