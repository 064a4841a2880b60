import type { PrintModel, PrintStyle } from '#core/print/model.ts'
import { attribute, WORD_NAMESPACE } from './docx-xml.ts'

/** Parts of a .docx that the docx library writes without what an office needs: settings, font table, properties. */

/** word/settings.xml: how Word sets Chinese text, and left and right pages (ECMA-376, part 1, 17.15.1). */
export function settingsXml(model: Pick<PrintModel, 'pageNumbers' | 'track'>): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:settings xmlns:w="${WORD_NAMESPACE}">${[
    '<w:zoom w:percent="100"/>',
    model.track ? '<w:trackRevisions/>' : '',
    '<w:defaultTabStop w:val="420"/>',
    // 7.5: 单页码居右空一字，双页码居左空一字
    model.pageNumbers?.form === 'outside' ? '<w:evenAndOddHeaders/>' : '',
    // marks keep their whole cell: 28 characters a line (5.2.4)
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>',
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
  ].join('')}</w:settings>`
}

/** Faces that stand in for one that a machine does not have, the nearest first, by the Chinese and English names that Windows, macOS and WPS give them. */
const STAND_INS: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun,STSong',
  '仿宋_GB2312': '仿宋,FangSong,华文仿宋,STFangsong',
  '楷体_GB2312': '楷体,KaiTi,华文楷体,STKaiti',
  黑体: 'SimHei,华文黑体,STHeiti',
  宋体: 'SimSun,华文宋体,STSong',
}

/** word/fontTable.xml: each face of the document with those that stand in for it (17.8.3.1: a comma-delimited list). */
export function fontTableXml(model: Pick<PrintModel, 'styles' | 'lead' | 'pageNumbers'>): string {
  const families = [...Object.values<PrintStyle>(model.styles).map(({ font }) => font), ...(model.lead?.font ? [model.lead.font] : []), ...(model.pageNumbers ? [model.pageNumbers.font] : [])]
  const chinese = [...new Set(families.map(({ eastAsia }) => eastAsia))]
  const latin = [...new Set(families.map(({ ascii }) => ascii))].filter((name) => !chinese.includes(name))
  const font = (name: string, charset: string, family: string): string => {
    const instead = STAND_INS[name]
    return `<w:font w:name="${attribute(name)}">${instead === undefined ? '' : `<w:altName w:val="${instead}"/>`}<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
  }
  // 86: GB 2312
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORD_NAMESPACE}">${[...chinese.map((name) => font(name, '86', name === '黑体' ? 'swiss' : 'roman')), ...latin.map((name) => font(name, '00', 'roman'))].join('')}</w:fonts>`
}

/** docProps/core.xml: title and body as author, no name of a machine or its user. */
export function corePropertiesXml({ title, creator }: Pick<PrintModel, 'title' | 'creator'>, at: Date): string {
  const time = at.toISOString().replace(/\.\d+Z$/u, 'Z')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
    `<dc:title>${attribute(title)}</dc:title>`,
    `<dc:creator>${attribute(creator)}</dc:creator>`,
    `<cp:lastModifiedBy>${attribute(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '<dc:language>zh-CN</dc:language>',
  ].join('')}</cp:coreProperties>`
}
