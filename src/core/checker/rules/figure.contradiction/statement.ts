import { isCore, type CoreFigure, type Figure } from '../../../figures/figure.ts'
import { digitsOf } from '../../number-slip.ts'
import { partOf } from '../../part.ts'
import { clauseEnd, clauseStart, inAnyOrder, isQuoted, sentenceIndex, squeezed } from '../../reading.ts'
import type { ReadParagraph } from '../../rule.ts'
import { WHOSE } from './words.ts'

/** A figure with everything that says what it is a figure of. */
export interface Statement {
  figure: CoreFigure
  /** as the message names it */
  indicator: string
  /** index of its sentence in the paragraph */
  sentence: number
  /** does it sum up the year (全年, 共, 累计)? */
  sums: boolean
  /** one of several figures of its clause (协商18次、监督12次): comparable only where both sum up */
  listed: boolean
  /** is it said of one subject (围绕乡村振兴，开展调研3次), and not of the year? */
  topical: boolean
  /** to what end, told by clauses of its sentence before it that tell no number (依法保护未成年人，受理刑事案件146件); empty where none */
  serves: string
  /** equal for statements that say the same in the same words; undefined where it is not certain enough what is said */
  key: string | undefined
  /** each equal for statements that may say the same in other words: enough where the two numbers look like one mistyped */
  likely: readonly string[]
  /** equal for numbers of one unit that have the same four or more digits in some order; undefined for smaller ones */
  digits: string | undefined
  /** of what and of which time, for these */
  hard: string
}

/** words that add nothing to what is counted */
const NEUTRAL = /全年|本年度?|今年|一年来|年内|(?:过去|这)的?一年|总共|一共|共计|合计|总计|累计|(?<!中|公)共(?!同|产|青|享|建|识|富|和|治)|先后|已经?|(?:政协|全体|广大)?委员们?(?=提交|提出|撰写)|我们|积极|认真|精心|有效|扎实|成功|顺利|的|了|各类|数量?$|总数$|以来/gu
const SUMS = /全年|共|累计|总计|合计|总数|一年来|(?:过去|这)的?一年/u
/** words that limit what is counted to a time, a place or a part; two statements must have the same ones */
const SCOPE =
  /会议?期间|闭会|大会|全会|会上|上半年|下半年|[一二三四]季度|\d{1,2}(?:月份?)?[-—–～~至]\d{1,2}月|\d{1,2}月|(?<![比较与]了?)(?:\d{4}年|去年|上年)|今年|本月|当[年月天日场](?!发布|公布)|目前|截至|年底|五年|[三四五]年来|届|以来|其中|另|平均|每|分别|仅|新增|全国(?!政协|人大|妇联|总工会|工商联|两会|人民代表|12\d{3}|\p{Script=Han}{2}普查)|全省|全市|全县|全区|全域|[省市县区镇乡村]级|(?![超上]市)\p{Script=Han}(?:[省市县](?!级|委|政府|人大|政协|(?<=市)[场民])|镇|街道|园区|开发区)|(?:^|(?<=[，；：]))\p{Script=Han}{2,3}(?<![全我本各该政制然范农乡明强弱困的个]|社区)村(?![级民庄里委集镇内干域落情])|\p{Script=Han}{2}(?:领域|行业)(?=，)|一是|二是|三是|四是|五是|六是|(?<!作为|当作|视为|列为|称为|誉为)“[^”]{1,12}”|《[^》]{1,20}》/gu
/** of these, the ones that hold for the figures behind the next one too */
const OF_TIME = /期间|闭会|半年|季度|月|\d{4}年|去年|上年|当[年天日]|五年|年来|一是|[二三四五六]是/u
/** of these, the ones that the year itself has as well */
const OF_THE_YEAR = /^(?:今年|以来|届|目前|截至|年底|全会|大会|“.*”|[县市区]级?|全(?:[县市区域镇]|街道)|[我本][县市区镇]|\d{4}年)$/u
const LOOKING_BACK = /回顾|回望|(?:过去|刚刚过去)的?一年/u
/** who reports, where it is the whole body */
const WHOLE_BODY = /^(?:全[省市县区](?:各级)?(?:纪检监察|检察|公安|审判|司法行政)机关|全[院校县市区局系统会]{1,2}|(?:[省市县区]?人大|[省市县区]?政协)?常委会|[市县区](?:妇联|总工会|工会|团委|残联|工商联|法院|检察院|医院|人大|政府)|我[院校县市区局会]|本[院校局会]|学校|医院|法院|检察院|县?政协)(?:干警|法官|检察官|教职工|上下|各级)?/u
/** 聚焦营商环境，开展专题调研5次: of this one subject */
const TOPIC = /围绕|聚焦|针对|紧扣|紧盯|关于|着眼|助力|服务|锚定|瞄准|依托|借助|通过|[就对]\p{Script=Han}{2,}|[为在]\p{Script=Han}{2,}[中上下]|开展“|《/u
/** 依法保护未成年人, 严惩涉毒犯罪, 护航民营经济: what a doing is for, or against whom */
const END = /(?:保护|维护|保障|捍卫|守护|打击|惩治|惩处|严惩|整治|治理|防范|遏制|化解|查处|服务|护航|助力|支持|扶持|促进|推动|推进|聚焦|围绕|关爱|关注|涉)\p{Script=Han}{2,}，$/u

/** items of an account, which every account has */
const ACCOUNT = /结转|结余|调入|补助|转移支付|债[务券]|总[计收支]|收入合计|支出合计|上级|上解|返还|预备费|决算|余额|借入|偿还/u
/** what the counted things came to, told behind them */
const OUTCOME = /(?:现?已?全部|均已?|都已?|现已)[^，。；]{0,10}$|中$/u
const DOING = /^(?:组织开展|组织|开展|举办|召开|举行|进行|实施|推进|协调|落实|完成|实现|深入|广泛|聚力|持续)+/u
const PERSONS = /^[人名位]$/u
const RATE = /[率度]$/u
const CHANGE = /增长|增加|增速|增幅|下降|减少|降低|提高|提升|上升|回落|降幅|加快|扩大|缩小|[由从]$|同比|环比|比上年|较上年|目标|力争|以上|不低于/u

/** 签约项目36个，总投资126亿元: says nothing without its works */
const OF_ANY_WORKS = /^总?投资#?$/u

/** Begins a likely key that is so short (立案) that it takes a sum of the year to mean the same. */
export const BRIEF = '~'

/** The statement that a figure makes; undefined where it is not certain enough what it says. */
export function statementOf(
  { text, path, figures }: ReadParagraph,
  figure: CoreFigure,
  sentences: readonly { start: number; end: number }[],
  { body, year, timeOf }: { body: string; year: number | null; timeOf: (start: number) => string },
): Statement | undefined {
  if (figure.approx !== 'exact' || figure.high !== undefined || isQuoted(text, figure.start)) return undefined
  const rate = figure.kind === 'percent'
  const start = clauseStart(text, figure.start)
  const clause = squeezed(text.slice(start, figure.start)).replace(/^\d{4}年/u, '')
  const rest = squeezed(text.slice(figure.end, clauseEnd(text, figure.end)))
  const mark = clause.lastIndexOf('、')
  // 18场次、民主监督12次: one of a list; 教育、卫生等领域18篇 is none
  const before = /\d[^、]*$/u.test(clause.slice(0, Math.max(0, mark))) ? clause.slice(mark + 1) : clause
  const after = /^([^、]*)、[^、]*\d/u.exec(rest)?.[1] ?? rest
  const listed = before !== clause || after !== rest
  if (/[\d、]/u.test(before) || before.length > 40 || /[\d、]/u.test(after) || after.length > 20) return undefined
  const own = sentences[sentenceIndex(sentences, figure.start)]
  const lead = atYearsEnd(squeezed(text.slice(own?.start ?? 0, figure.start)))
  if (ACCOUNT.test(before)) return undefined
  if (rate && (!RATE.test(figure.indicator) || CHANGE.test(before + figure.indicator))) return undefined
  const scope = [...new Set([...scopeWords(lead + after), ...inheritedTime(text, own?.start ?? 0)])].sort()
  // all that a sentence says which begins with 其中 is of a part
  const part = OF_A_PART.test(lead) ? ['其中'] : []
  const hard = [...new Set([...part, ...hardOf(scope, squeezed(text.slice(lastFigureEnd(figures, figure, own?.start ?? 0), figure.start) + after), year)])].sort()
  const section = partOf(path, year) === 'plan' && !LOOKING_BACK.test(lead) ? 'plan' : 'review'
  const time = [timeOf(figure.start), ...new Set(lead.match(WHOSE) ?? [])].join('|')
  const kind = `${figure.unit}|${figure.kind}|${section}|${time}`
  const indicator = bare(figure.indicator, body)
  const said = rate || listed ? `${indicator}#` : `${bare(before, body)}#${bare(after, body)}`
  const named = rate ? indicator.length >= 5 && !/^(?:其|总|平均|综合)/u.test(indicator) : indicator.length >= 4
  const likely = rate ? rateCores(indicator, lead) : [coreOf(indicator), coreOf(bare(before, body) + bare(after, body))].filter((core) => core.length >= 2 && !OF_ANY_WORKS.test(core))
  if (!named && likely.length === 0) return undefined
  return {
    figure,
    indicator: figure.indicator,
    sentence: sentenceIndex(sentences, figure.start),
    sums: SUMS.test(listed ? lead : clause),
    topical: TOPIC.test(lead.slice(0, -clause.length || undefined)) && !SUMS.test(clause),
    serves: SUMS.test(clause) ? '' : endOf(lead.slice(0, lead.length - clause.length)),
    listed,
    // 立案提案138件 and 提案立案138件 say the same: words in either order
    key: named && !OF_ANY_WORKS.test(said) ? [inAnyOrder(said), kind, scope.join().replace(/(?:今年|以来)/gu, '')].join('|') : undefined,
    likely: [...new Set(likely)].map((core) => [!rate && core.length < 4 ? BRIEF : '', inAnyOrder(core), kind, hard.join()].join('|')),
    digits: digitsOf(figure.text).length < 4 ? undefined : [inAnyOrder(digitsOf(figure.text)), PERSONS.test(figure.unit) ? '人' : figure.unit, figure.kind, /[万亿]/u.exec(figure.text)?.[0] ?? ''].join('|'),
    hard: `${section} ${hard.join()} ${time}`,
  }
}

/** 截至11月底: reports are written then, and what holds then is what the year came to. */
const atYearsEnd = (lead: string): string => (lead.includes('截') ? lead.replace(/(?<=截[至止](?:\d{4}年)?)1[12]月(?:[底末份]|\d{1,2}日)?/gu, '') : lead)

/** A sentence that goes on from the one before (12月份受理案件755件。其中：…) is of its time: the words for it, from before the first number. */
function inheritedTime(text: string, from: number): string[] {
  if (!GOES_ON.test(text.slice(from, from + 4))) return []
  const before = text.slice(text.lastIndexOf('。', from - 2) + 1, from)
  const number = /\d(?![\d年月日\s\-—–～~至])/u.exec(before)
  return scopeWords(squeezed(before.slice(0, number?.index))).filter((word) => OF_TIME.test(word))
}
const OF_A_PART = /^其中/u
const GOES_ON = /^\s*(?:其中|至此|同期|期间)/u

/** The clause before a number's own, where it says to what end something is done and tells no number itself. */
export function endOf(before: string): string {
  const clause = before.slice(Math.max(before.lastIndexOf('，', before.length - 2), before.lastIndexOf('；')) + 1)
  return !/\d/u.test(clause) && END.test(clause) ? clause : ''
}

/** The words of a text that limit what is told. The same text is asked for several times in a row. */
function scopeWords(text: string): readonly string[] {
  const known = lately.get(text)
  if (known) return known
  if (lately.size >= 8) lately.clear()
  const words = text.match(SCOPE) ?? []
  lately.set(text, words)
  return words
}
const lately = new Map<string, readonly string[]>()

/** Of the words that limit it, those that hold for this figure (not for the one before it), and that the year as such has not. */
function hardOf(scope: readonly string[], own: string, year: number | null): string[] {
  const fresh = new Set(scopeWords(own))
  return scope.filter((word) => fresh.has(word) || OF_TIME.test(word)).filter((word) => !OF_THE_YEAR.test(word) || (/^\d{4}年$/u.test(word) && word !== `${year}年`))
}

/**
 * To which time, place and part a figure is limited; `from` is where its sentence begins. The same words for figures of one scope. `all`: with the
 * words that stand before another figure of the sentence.
 */
export function scopeOf({ text, figures }: Pick<ReadParagraph, 'text' | 'figures'>, figure: Pick<Figure, 'start'>, from: number, year: number | null, all = false): string[] {
  const lead = atYearsEnd(squeezed(text.slice(from, figure.start)))
  const own = all ? lead : squeezed(text.slice(lastFigureEnd(figures, figure, from), figure.start))
  return hardOf([...new Set([...scopeWords(lead), ...inheritedTime(text, from)])].sort(), own, year).filter((word) => !/^[一二三四五六]是$|^[“《]/u.test(word))
}

const OBJECT = /提案|议案|建议|信访|案件|诉求|信息|工单|群众|患者|职工|学生|家长|毕业生|企业/gu

/** A rate with that of which it is one: named with it, or the only thing named before it in its sentence. None where neither is certain. */
function rateCores(indicator: string, lead: string): string[] {
  const rate = /\p{Script=Han}{2}[率度]$/u.exec(indicator)?.[0]
  if (rate === undefined) return []
  const qualifiers = indicator.slice(0, -rate.length)
  const named = qualifiers.match(OBJECT)
  const objects = new Set(named ?? lead.match(OBJECT) ?? [])
  return objects.size === 1 ? [[...objects].join('') + qualifiers.replace(OBJECT, '').replace(/立案|所有|全部|委员|对/gu, '') + rate] : []
}

/** Where the figure before this one ends, in its sentence. */
const lastFigureEnd = (figures: readonly Figure[], { start }: Pick<Figure, 'start'>, from: number): number => figures.findLast((f) => f.end <= start && f.start >= from && isCore(f))?.end ?? from

/** What is counted, without who did it and how it is said that it was done. */
const coreOf = (words: string): string =>
  words.replace('#', '').replace(WHOLE_BODY, '').replace(/收到|征集到?|征得|提交|受理|接收|新收|提出(?=提案|建议)/gu, '收到').replace(/编报|上报|反映|提供(?=信息|社情)/gu, '报送').replace(/采用|录用|采编/gu, '采纳').replace(DOING, '').replace(/所有|立案(?=提案.{2}率)|^[为达至到]+|[为达至到]+$/gu, '')

/** What is counted without who did it, white space and the words that add nothing. */
export const bare = (words: string, body: string): string =>
  squeezed(body === '' ? words : words.replaceAll(body, '')).replace(/(?:省|市|县|区)政协/gu, '政协').replace(OUTCOME, '').replace(NEUTRAL, '').replace(/^政协(?=\p{Script=Han}{4})/u, '').replace(WHOLE_BODY, '').replace(/[达为]到?$/u, '')
