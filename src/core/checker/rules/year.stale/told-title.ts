import type { View } from '../../view.ts'
import type { CheckedParagraph } from '../../rule.ts'

/** The year and the subject that a report names for itself: 现将我局2024年度法治政府建设情况报告如下. Offsets in the paragraph's own text. */
export interface SelfNamed {
  /** of the four digits */
  start: number
  year: number
  /** 法治政府建设; empty for the span that an annual report says its numbers cover */
  subject: string
}

const PRESENTS = /(?:现[将就把]|现(?:向社会)?公布|现发布|下面[将就]?)[^，。；《“\d]{0,16}?(?<!\d)((?:19|20)\d{2})年(?:度)?(?:的)?([^，。；《“\d]{4,30}?)(?:情况|工作)*(?:年度)?(?:总结)?(?:报告|汇报|通报|公布|说明|公开|述职|公告)(?:如下|于后|。|，)/gu
/** 本报告所列数据的统计期限自2023年1月1日起，至2023年12月31日止 */
const SPAN = /(?:统计|报告|时间|起止|数据|期限|范围)[^，。；\d]{0,12}(?:自|从|为|是)((?:19|20)\d{2})年1月1日起?，?(?:至|到|—|－|-|～)\1年12月31日/gu
const TITLE = /(?<!\d)((?:19|20)\d{2})年(度)?(?:的)?([^，。；《“\d]{4,36})$/u
/** words of a subject that say nothing of what it is */
const BARE = /情况|工作|年度|报告|汇报|总结|公告|通报|公开年报|的|（[^（）]*）/gu

/** Linear in the text. */
export function readSelfNamed({ text, at }: View): SelfNamed[] {
  const out: SelfNamed[] = []
  if (/现[将就把公向发]|下面/u.test(text)) for (const { index, 0: surface, 1: year = '', 2: subject = '' } of text.matchAll(PRESENTS)) out.push({ start: at(index + surface.indexOf(year)), year: Number(year), subject: subject.replace(BARE, '') })
  if (text.includes('年12月31日')) for (const { index, 0: surface, 1: year = '' } of text.matchAll(SPAN)) out.push({ start: at(index + surface.indexOf(year)), year: Number(year), subject: '' })
  return out
}

/**
 * Where the title of a report names another year than the report itself for the same subject: the place of the title's year. Reports to an assembly are named by the
 * year of delivery (2025年政府工作报告: 现将2024年政府工作…), so a title without 度 must be an annual report's.
 */
export function titledOtherwise({ year, subject }: SelfNamed, title: CheckedParagraph): { start: number; end: number; year: number } | undefined {
  const text = title.text.trimEnd()
  const match = TITLE.exec(text)
  if (!match || Number(match[1]) === year || Math.abs(Number(match[1]) - year) > 3) return undefined
  const named = (match[3] ?? '').replace(BARE, '')
  const ofYear = match[2] !== undefined || /年度报告|年报$/u.test(text)
  const same = subject === '' ? ofYear && /年度报告|年报$/u.test(text) : ofYear && subject.length >= 3 && named.length >= 3 && (named === subject || named.endsWith(subject) || subject.endsWith(named)) && !/^(?:政府|法院|检察|人大|政协)$/u.test(named)
  return same ? { start: match.index, end: match.index + 4, year: Number(match[1]) } : undefined
}
