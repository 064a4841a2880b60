import { readChinese, toHalfWidth } from '../text/numerals.ts'

/** Where a material's department and date may stand. */
export interface OriginSource {
  titles: readonly string[]
  /** the other lines above and around the text: occasion, byline, page furniture */
  lines: readonly string[]
  paragraphs: readonly string[]
  /** with its ending; empty where there is none */
  fileName: string
}

/** How departments' names end. Single characters that end other words too (会, 部, 社) only with what makes them names. */
const ENDING = '(?:局|委员会|委|办公室|办|厅|研究室|专委会|工委|纪委|组织部|宣传部|统战部|武装部|人武部|工作部|社会工作部|法院|检察院|法院机关|中心|(?<![到深好坏各何用益害一二三四几多])处|(?<!学)科|总站|管理所|总队|支队|大队|联合会|工商联|妇联|文联|科协|残联|侨联|团委|总工会|红十字会|商会|协会|供电公司|集团|银行|人民政府|政府|街道|街道办事处|镇|乡|党校|档案馆|图书馆|博物馆|文化馆|医院|学校|学院|大学|公司|党派|民革|民盟|民建|民进|农工党|致公党|九三学社)'
const NAME = `[\\p{Script=Han}A-Za-z0-9]{0,18}?${ENDING}(?:[（(][\\p{Script=Han}]{1,12}[）)])?`
const NAMES = `${NAME}(?:[、，,和及]\\s*${NAME}){0,3}`
/** words that begin a sentence or address somebody, but no name of a sender */
const NO_NAME = /^(?:关于|致|对|向|给|呈|在|由|与|就|请|报(?!业)|送|转发|印发|根据|按照|为|全[省市县区]|各|认真|继续|进一步|本|我|他|该|其|召开|开展|推进|加强|落实|贯彻|全力|全面|加快|深化|深入|促进|提升|建设|推动|奋力|持续|积极|聚焦|打造|坚持|扎实|做好|助力|创新|完善|支持|配合|联合(?!会)|让|使|把|将|以|从|和|及|一是|二是|\d{4}年?$)|的|工作$|(?:情况|总结|报告|会议|全会|大会|活动)/u

const LABEL = /(?:报送|填报|上报|供稿|提供|撰稿|来稿|发布|责任|编制|起草)?(?:单位|部门|机构)|来源|供稿|信息来源/u
const LABELLED = new RegExp(`(?:^|[\\s\\u3000（(])(?:${LABEL.source})[：:]\\s*(${NAMES})(?=$|[\\s\\u3000）)，。；])`, 'u')
const WHOLE = new RegExp(`^[（(]?(${NAMES})[）)]?$`, 'u')
const OPENING = new RegExp(`^(?:(?:19|20)\\d{2}年?度?)?(${NAMES})(?=关于|[：:\\-—_\\s]|(?:19|20)\\d{2}|年度|工作(?:总结|情况|小结|汇报|报告|综述|要点|素材|材料)|(?:总结|小结|汇报|素材|材料)|提供|报送|$)`, 'u')
const DAY = '(?:(?:19|20)\\d{2}\\s*[年\\-/.]\\s*(?:1[0-2]|0?[1-9])\\s*(?:[月\\-/.]\\s*(?:3[01]|[12]\\d|0?[1-9])\\s*日?|月)(?!\\d)|[一二][〇○零九0][〇○零一二三四五六七八九]{2}年(?:十[一二]?|[一二三四五六七八九])月(?:(?:三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)'
const DATE_LABEL = new RegExp(`(?:日期|时间)[：:]\\s*(${DAY})`, 'u')
const DATE_WHOLE = new RegExp(`^[（(]?\\s*(${DAY})\\s*[）)]?$`, 'u')
const SIGNED = new RegExp(`^(${NAMES})[\\s\\u3000]+(${DAY})$`, 'u')

/** how many lines of the closing are looked at, and of the beginning */
const CLOSING = 4
const BEGINNING = 3

/**
 * Department and date of a material, as its text states them: a label (报送单位：…), the signature and the date below the text, the byline, the
 * title (县农业农村局关于…), else the name of the file. Empty where nothing says it for certain: a wrong department is worse than none. The date
 * as 2021-01-08, or 2021-01 where no day is given.
 */
export function guessOrigin({ titles, lines, paragraphs, fileName }: OriginSource): { department: string; date: string } {
  const closing = paragraphs.slice(BEGINNING).slice(-CLOSING).reverse()
  const opening = paragraphs.slice(0, BEGINNING)
  const file = fileName.replace(/\.[^.]{1,5}$/u, '').replace(/^[\d\s.\-_、（()）]+|（?[(（]?(?:定稿|终稿|修改稿|最终|\d{6,8}|v?\d)[)）]?$/giu, '')
  const around = [...lines, ...opening.filter(isShort), ...closing.filter(isShort)]
  const department =
    first(around, (line) => LABELLED.exec(line)?.[1]) ??
    first(closing.filter(isShort), (line) => SIGNED.exec(line)?.[1] ?? WHOLE.exec(line)?.[1]) ??
    first([...lines, ...opening.filter(isShort)], (line) => WHOLE.exec(line)?.[1]) ??
    first(titles, (line) => OPENING.exec(line)?.[1]) ??
    first([file], (line) => OPENING.exec(line)?.[1] ?? /[（(\-—_]([^（）()\-—_]+)[）)]?$/u.exec(line)?.[1]?.match(WHOLE)?.[1])
  const date =
    first(around, (line) => DATE_LABEL.exec(line)?.[1], isoDate) ??
    first(closing.filter(isShort), (line) => DATE_WHOLE.exec(line)?.[1] ?? SIGNED.exec(line)?.[2], isoDate) ??
    first([...lines, ...opening.filter(isShort)], (line) => DATE_WHOLE.exec(line)?.[1] ?? SIGNED.exec(line)?.[2], isoDate) ??
    first([fileName], (line) => new RegExp(DAY, 'u').exec(line)?.[0] ?? /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/u.exec(line)?.slice(1, 4).join('-'), isoDate)
  return { department: department ?? '', date: date ?? '' }
}

/** Does a line say nothing but who sent a text, or when? */
export const saysOrigin = (line: string): boolean => LABELLED.test(line) || DATE_LABEL.test(line) || DATE_WHOLE.test(line) || SIGNED.test(line) || departmentName(WHOLE.exec(line)?.[1] ?? '') !== undefined

const isShort = (line: string): boolean => line.length <= 60 && !/[。！？；]/u.test(line)

/** What is first found in lines, and holds. */
function first(lines: readonly string[], find: (line: string) => string | undefined, accept: (found: string) => string | undefined = departmentName): string | undefined {
  for (const line of lines) {
    const found = find(line.replace(/[\u3000\s]+/gu, ' ').trim())
    const accepted = found === undefined ? undefined : accept(found)
    if (accepted !== undefined) return accepted
  }
  return undefined
}

const departmentName = (found: string): string | undefined => {
  const name = found.replace(/\s+|[（(]盖?公?章[）)]$/gu, '')
  return name.length < 3 || name.length > 40 || NO_NAME.test(name) ? undefined : name
}

/** 2021年1月8日, 2021.1.8 and 二〇二一年一月八日 as 2021-01-08; undefined for a day that no month has. */
export function isoDate(text: string): string | undefined {
  const plain = toHalfWidth(text).replace(/\s+/gu, '')
  const [year, month, day] = /^([\d一二三四五六七八九〇○零]{4})[年\-/.]([\d一二三四五六七八九十]{1,2})(?:[月\-/.](?:([\d一二三四五六七八九十]{1,3})日?)?)?$/u.exec(plain)?.slice(1).map((part: string | undefined) => (part === undefined ? undefined : numberOf(part))) ?? []
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined
  const two = (n: number): string => String(n).padStart(2, '0')
  if (day === undefined) return `${year}-${two(month)}`
  return day < 1 || day > daysIn(year, month) ? undefined : `${year}-${two(month)}-${two(day)}`
}

const daysIn = (year: number, month: number): number => (month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)

const numberOf = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : readChinese(text.replace(/○/gu, '〇')))
