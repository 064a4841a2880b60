/**
 * Ways of dividing of which one thing has one value: what is 食品安全类 is no 知识产权类, what came in 一季度 came in no other. Parts that are named so
 * may leave something out, but never come to more than their whole. Roles of persons, honours of villages, qualities of firms are none of these.
 */

/** how many a list goes on with before what it names */
const LEAD = /^[，、和及与]?(?:其中|包括|有|分别为|分别是|按[^，]{1,6}[分看]，)*[，：]?/u
const TAIL = /(?:的|有|为|达|共|各|分别|案件|问题|事项|诉求|提案|建议|意见|线索|投诉|举报|工单|信访件)+$/u
/** what may be said of a thing beside its kind, and so is counted beside it */
const BESIDE = /重点|优秀|先进|首次|新增|涉|获|当年|以[上下内]|民生|基层|乡村振兴|扶贫|群众|关键|热点|突出|疑难|重大|联名|共性|其他|其它|特色|示范|试点/u
/** Words of honours: a thing that has one of a higher level often has those of the lower levels as well. */
export const HONOUR = /示范|文明(?!实践)|先进|达标|卫生(?:村|乡|镇|县)|创建|品牌|名牌|称号|标杆|星级|荣誉|培育|认定/u

const WAYS: readonly RegExp[] = [
  /^[\p{Script=Han}、“”]{1,12}(?:类|领域|方面)$/u,
  /^第?[一二三四1-4]季度$/u,
  /^\d{1,2}月份?$/u,
  /^(?:刑事|民商?事|行政|执行|国家赔偿)(?:一审|二审|再审)?$/u,
  /^(?:中央|省|市|县|区|州|乡镇|街道|村)(?:本?级)?(?:财政)?(?:预算内|配套|补助|拨付|投入|资金|拨款|补贴|专项|安排)+$|^(?:自筹|自有|社会捐赠|群众自筹|企业自筹|银行贷款|社会资本|社会资金|工会经费)(?:资金|列支|投入)?$/u,
  /^(?!全|各|每|外|本|重点|特色|中心|乡镇|城镇|集镇)\p{Script=Han}{1,4}(?:镇|乡|街道|县)$/u,
  /^(?:普通)?(?:高中|初中|小学|幼儿园|特殊教育学校|职业高中)(?:学校)?$/u,
]
const LEVELS = /^(?:国家|省部?|市|县|区|乡镇?|村|厅|处|科)级$/u

/**
 * How many of the first labels of a list divide their whole (`whole` is its label) in one such way, each in another part. `labels` are the
 * words before each number, as they stand.
 */
export function exclusiveParts(labels: readonly string[], whole: string): number {
  const names = labels.map((label) => label.replace(LEAD, '').replace(TAIL, ''))
  let most = 0
  for (const way of HONOUR.test(whole) ? WAYS : [...WAYS, LEVELS]) {
    let n = 0
    while (n < names.length && isAnother(names, n, way)) n++
    most = Math.max(most, n)
  }
  return most
}

/** Is the `at`th name of this way, and no name for what one before it names? */
const isAnother = (names: readonly string[], at: number, way: RegExp): boolean => {
  const name = names[at] ?? ''
  return way.test(name) && !BESIDE.test(name) && !names.slice(0, at).some((other) => other.includes(stemOf(name)) || name.includes(stemOf(other)))
}

const stemOf = (name: string): string => name.replace(/(?:类|领域|方面|级|镇|乡|街道|县)$/u, '')
