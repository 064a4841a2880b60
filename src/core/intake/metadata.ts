import type { Block } from '../model/tree.ts'
import { plainText } from '../model/plain-text.ts'

/** What the title lines and the text say about the report itself. */
export interface Metadata {
  body: string
  year: number | null
  date: string
}

export interface MetadataSource {
  title: string
  subtitle: string
  occasion: string
  blocks: readonly Block[]
  noise: readonly string[]
}

const YEAR = '((?:19|20)\\d{2})'
const REGION = '(?:省|自治区|市|自治州|州|盟|县|自治县|区|旗|新区|开发区)'

/** Body, year reported on and date of a report, each empty or null where nothing says it for certain enough. */
export function readMetadata(source: MetadataSource): Metadata {
  const date = readDate(source)
  return { body: readBody(source), year: readYear(source, date), date }
}

function readDate({ occasion, title, noise }: MetadataSource): string {
  const chinese = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/u
  const spelled = /[一二][〇○零九][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/u
  for (const text of [occasion, title]) {
    const match = chinese.exec(text) ?? spelled.exec(text)
    if (match) return match[0]
  }
  for (const text of noise) {
    const match = /(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)/u.exec(text) ?? chinese.exec(text)
    if (match) return match[0]
  }
  return ''
}

const REVIEW = new RegExp(`${YEAR}年(?:度)?的?[^，。；]{0,10}(?:工作)?(?:回顾|总结|主要工作|工作情况)`, 'u')
const PLAN = new RegExp(`${YEAR}年(?:度)?的?[^，。；]{0,12}(?:意见|任务|安排|打算|计划|部署|总体要求|重点工作|工作要求)`, 'u')

/**
 * The year reported on. A part headed 2020年工作回顾 says it; so does a title that names the year of a 综述 or 总结. A report delivered in
 * the first half of a year reports on the year before, and a 政府工作报告 is named by the year of delivery.
 */
function readYear({ title, subtitle, occasion, blocks }: MetadataSource, date: string): number | null {
  const headings = blocks.flatMap((b) => (b.type === 'heading' ? [b.heading] : []))
  for (const heading of headings) {
    const match = REVIEW.exec(heading)
    if (match) return Number(match[1])
  }
  for (const line of [subtitle, title]) {
    const match = new RegExp(`${YEAR}年?(?:度)?(?!\\d)`, 'u').exec(line)
    if (!match || /月\d{1,2}日/u.test(line)) continue
    const year = Number(match[1])
    return /政府工作报告|常务委员会工作报告/u.test(title) && !/综述|总结/u.test(line) ? year - 1 : year
  }
  for (const heading of headings) {
    const match = PLAN.exec(heading)
    if (match) return Number(match[1]) - 1
  }
  const delivered = /((?:19|20)\d{2})[-年/.](\d{1,2})/u.exec(date !== '' ? date : occasion)
  if (delivered) return Number(delivered[2]) <= 6 ? Number(delivered[1]) - 1 : Number(delivered[1])
  const counts = new Map<number, number>()
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue
    for (const match of plainText(block.content).matchAll(new RegExp(`(?<!\\d)${YEAR}年`, 'gu'))) {
      const year = Number(match[1])
      counts.set(year, (counts.get(year) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most?.[0] ?? null
}

/** governments of townships report too; a committee of the CPPCC has none */
const WITH_TOWNSHIPS = REGION.replace(')', '|镇|乡)')

const ORDINAL = '第?[一二三四五六七八九十\\d]+届'
/** a place of one rank or two (临江市, 衢州市柯城区), or the nation */
const PLACE = `(全国|\\p{Script=Han}{2,12}?${REGION}(?:\\p{Script=Han}{2,6}?${REGION})?)`
/**
 * How committees of the CPPCC call themselves in full: 中国人民政治协商会议第十届开化县委员会, 政协临江市第十四届委员会, 政协临江市委员会.
 */
const COMMITTEES: readonly RegExp[] = [
  new RegExp(`(?:政治协商会议|政协)\\s*${ORDINAL}${PLACE}委员会`, 'u'),
  new RegExp(`(?:政治协商会议|政协)\\s*${PLACE}${ORDINAL}委员会`, 'u'),
  new RegExp(`(?:政治协商会议|政协)\\s*${PLACE}委员会`, 'u'),
]
/** 临江市人民代表大会常务委员会, 临江市第十八届人民代表大会 */
const CONGRESS = new RegExp(`(?:^|在|[\\s—―])${PLACE}(?:${ORDINAL})?人民代表大会`, 'mu')

/** The body as it calls itself: 开化县政协, 浙江省人民政府, 国务院; from the title lines, else from the text. */
function readBody({ title, subtitle, occasion, blocks }: MetadataSource): string {
  // 2024年松岭县政府工作报告, 松岭县2024年政府工作报告: the year is no part of the name
  const front = [title, subtitle, occasion].join('\n').replace(/[（(]?[〇○零一二三四五六七八九\d]{4}\s*年度?[）)]?(?!\d{1,2}月)/gu, '')
  for (const line of [title, occasion, subtitle]) {
    for (const pattern of COMMITTEES) {
      const place = pattern.exec(line)?.[1]
      if (place !== undefined) return `${place}政协`
    }
  }
  const congress = CONGRESS.exec(front)?.[1]
  if (congress !== undefined && /常务委员会|常委会/u.test(title)) return `${congress}人大常委会`
  if (/政府工作报告/u.test(front) || /人民政府/u.test(title)) {
    if (/全国人民代表大会/u.test(front)) return '国务院'
    const place = new RegExp(`(?:在|^)(\\p{Script=Han}{2,12}?${WITH_TOWNSHIPS})(?:第?[一二三四五六七八九十\\d]+届)?人民代表大会`, 'mu').exec(front) ?? new RegExp(`(\\p{Script=Han}{2,8}?${WITH_TOWNSHIPS})(?:人民)?政府`, 'u').exec(front)
    if (place?.[1]) return `${place[1]}人民政府`
  }
  const named = new RegExp(`(?:^|[—―，,：:\\s“”])(\\p{Script=Han}{0,10}?${REGION}?(?:政协|人大常委会|人民政府|法院|检察院|财政局|教育局|卫健委))`, 'mu').exec(front)
  const name = named?.[1] ?? ''
  return name !== '' && !/^(?:全?[省市县区州]|各级|全国)?政协$/u.test(name) && !/^[省市县区]/u.test(name) ? completed(name, blocks) : (fullNameInText(name, blocks) ?? name)
}

/** 衢州政协 → 衢州市政协 where the text writes it so. */
function completed(name: string, blocks: readonly Block[]): string {
  const place = name.replace(/政协$/u, '')
  return new RegExp(`${escape(place)}${REGION}政协`, 'u').exec(textOf(blocks))?.[0] ?? name
}

/** characters before 市 or 县 that make another word (全市, 城市, 在市…) */
const NO_PLACE = /[全我本各该此这城都门超夜股楼上入出跨在向与同和及将助推由被把对为任兼是其等的两三十县市省区]/u

/** 市政协 → 永康市政协: the place of that rank which the text names most often. */
function fullNameInText(name: string, blocks: readonly Block[]): string | undefined {
  const rank = /^([省市县区])/u.exec(name)?.[1]
  if (rank === undefined) return undefined
  const place = mostFrequent(textOf(blocks).matchAll(new RegExp(`(\\p{Script=Han}{2}${rank})(?![委政场民级直区容井])`, 'gu')))
  return place === undefined ? undefined : `${place}${name.slice(1)}`
}

function mostFrequent(matches: Iterable<RegExpMatchArray>): string | undefined {
  const counts = new Map<string, number>()
  for (const match of matches) {
    const key = match[1] ?? ''
    if (NO_PLACE.test(key.slice(0, -1))) continue
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

const textOf = (blocks: readonly Block[]): string => blocks.map((b) => (b.type === 'heading' ? b.number + b.heading : plainText(b.content))).join('\n')
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
