import { isQuoted } from '../../reading.ts'
import { PhraseFinder } from '../../phrase-finder.ts'
import { defineReportRule, type Place } from '../../rule.ts'
import { noTitles } from './campaigns.ts'
import { honoursIn, type Honour } from './honours.ts'
import { quotedLaws } from './quoted-laws.ts'

/** The last words of names that are titles: laws, rules, plans. */
const DOCUMENT = /(?:条例|规定|办法|细则|准则|规则|章程|规划|纲要|意见|方案|决定|法|目录|指引|指南|公约|宣言)(?:（[^（）]{1,8}）)?$/u
const PERIODICAL = /(?:报|日报|晚报|时报|周刊|月刊|杂志)$/u
const TITLE = /《([^《》〈〉]{4,50})》/gu

/** What follows the name of a paper when the publisher is meant: 人民政协报社, 浙江日报记者. */
const PUBLISHER = /^(?:社|记者|客户端|网|融媒|编辑|传媒|集团|公司|版|全国|浙江站|驻|微|头版|等媒体|、新华|等)/u

/** What is done or held and is no work: its name takes quotation marks (GB/T 15834—2011, 4.15: 活动、会议、奖项等名称不用书名号). */
const EVENT = /《([^《》〈〉“”，。；：]{2,24}?(?:宣传周|宣传月|宣传日|活动周|活动月|活动日|生产月|质量月|服务月|文化节|艺术节|读书节|科技节|采摘节|运动会|大赛|竞赛|比赛|论坛|活动|专项行动|专项整治|座谈会|研讨会|培训班|工作会议|动员会|推进会|运动))》/gu
const HOLDS = /(?:开展|举办|组织|举行|承办|召开|参加|启动|组织开展|组织参加|深入开展|扎实开展|积极开展)(?:了|全[国省市县区]|省|市|县|第[^，。；]{1,3}[届次])?$/u
const GOES_ON = /^(?:系列|主题|宣传|实践|专项|志愿)*(?:活动|行动)/u
/** a programme, a document or a work on the event */
const WORK = /^(?:的?(?:节目|栏目|录制|海选|电视|专题片|方案|通知|歌曲|话剧|剧目|舞蹈|报告|宣传片|微电影|一书|一文|规程|规则|章程|课程))/u
const AWARD = /《([^《》〈〉“”，。；：]{0,24}?(?:先进单位|先进集体|先进个人|文明单位|示范单位|示范集体|优秀单位|模范集体|劳动模范|青年文明号|五好家庭|巾帼文明岗))》/gu
const WINS = /(?:荣获|获评|获得|评为|授予|获|摘得|捧回)(?:了)?(?:全?国|国家级|全?[省市县区]|[省市县区]级|\d{4}年度?)?$/u

/** “…工作条例”《…工作条例》: a document in quotation marks beside one in title marks. */
const QUOTED_BESIDE = /(?<=《[^《》“”]{4,50}》[、和与及]?)“([^“”《》，。；：\d]{5,40}?(?:条例|规定|办法|细则|准则|规则|章程|意见|方案|决定))”|“([^“”《》，。；：\d]{5,40}?(?:条例|规定|办法|细则|准则|规则|章程|意见|方案|决定))”(?=[、和与及]?《[^《》]{4,50}(?:条例|规定|办法|细则|准则|规则|章程|意见|方案|决定|纲要|法)》)/gu

/** Marks of the wrong kind: an event or an award in 《》, a document in “” beside one in 《》. */
interface WrongMark {
  start: number
  end: number
  message: string
  suggestion: string
  severity?: 'info'
}

function wrongMarks(text: string): WrongMark[] {
  const laws = quotedLaws(text).map(({ start, end, name }): WrongMark => ({ start, end, message: `法律法规和文件的名称用书名号：《${name}》`, suggestion: `《${name}》` }))
  if (!text.includes('《')) return laws
  const out: WrongMark[] = []
  for (const pattern of [EVENT, AWARD]) {
    for (const { index, 0: surface, 1: name = '' } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - 12), index)
      const behind = text.slice(index + surface.length, index + surface.length + 8)
      const wrong = pattern === AWARD ? WINS.test(before) : (HOLDS.test(before) || GOES_ON.test(behind)) && !WORK.test(behind) && !/(?:落实|按照|根据|印发|学习|贯彻|观看|收看|宣传|唱|演|《[^》]*》[、和]?)$/u.test(before)
      if (wrong) out.push({ start: index, end: index + surface.length, ...(pattern === AWARD ? ofHonour(name) : { message: `活动、会议的名称不用书名号：《${name}》`, suggestion: `“${name}”` }) })
    }
  }
  for (const { start, end, name, what, unsure } of noTitles(text)) {
    if (out.some((one) => one.start === start)) continue
    out.push({ start, end, ...(what === 'honour' ? ofHonour(name) : { message: `活动、行动的名称不用书名号：《${name}》`, suggestion: `“${name}”` }), ...(unsure ? { severity: 'info' } : {}) })
  }
  for (const { index, 0: surface, 1: behind, 2: before } of text.includes('“') ? text.matchAll(QUOTED_BESIDE) : []) {
    const name = behind ?? before ?? ''
    out.push({ start: index, end: index + surface.length, message: `文件名称用书名号，与并列的一致：《${name}》`, suggestion: `《${name}》` })
  }
  return [...out, ...laws.filter((law) => !out.some(({ start }) => start === law.start))]
}

const ofHonour = (name: string): { message: string; suggestion: string } => ({ message: `“${name}”是荣誉称号，应加引号，不用书名号`, suggestion: `“${name}”` })

interface Reading {
  wrong: readonly WrongMark[]
  text: string
  honours: readonly Honour[]
  titles: readonly { name: string; start: number }[]
}

let last: { key: string; finder: PhraseFinder<string> } | undefined
const bare = new WeakMap<Reading, { key: string; hits: { start: number; name: string }[] }>()

/**
 * A document or a periodical without 《》 that has them elsewhere in the report. Names of laws are often used without (民法典, 监督法), so it takes
 * a long name in full; periodicals are also names of publishers, so they are a note. And titles of honour in 《》.
 */
export const punctTitleMark = defineReportRule({
  id: 'punct.title-mark',
  title: '书名号缺失或误用',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'standard', clause: 'GB/T 15834—2011，4.15' },
  defaults: { documentLength: 9 },
  read: ({ role, text }): Reading => ({
    wrong: role === 'paragraph' ? wrongMarks(text) : [],
    text: role === 'paragraph' ? text : '',
    honours: honoursIn(text),
    titles: text.includes('《') ? [...text.matchAll(TITLE)].map((match) => ({ name: match[1] ?? '', start: match.index })) : [],
  }),
  check: ({ finding }, all, { documentLength }) => {
    const wrong = all.flatMap(({ in: paragraph, it }) =>
      [...it.wrong, ...it.honours.filter((one) => !it.wrong.some(({ start }) => start === one.start)).map(({ name, ...at }) => ({ ...at, ...ofHonour(name) }))].map(({ start, end, message, suggestion, severity }: WrongMark) => finding(message, [{ in: paragraph, start, end }], { suggestion, ...(severity ? { severity } : {}) })),
    )
    const titled = new Map<string, Place>()
    for (const { in: paragraph, it: { titles } } of all) {
      for (const { name, start } of titles) {
        const isDocument = name.length >= documentLength && DOCUMENT.test(name)
        if ((isDocument || PERIODICAL.test(name)) && !titled.has(name)) titled.set(name, { in: paragraph, start, end: start + name.length + 2 })
      }
    }
    if (titled.size === 0) return wrong
    const key = [...titled.keys()].join('\n')
    if (last?.key !== key) last = { key, finder: new PhraseFinder([...titled.keys()].map((name) => [name, name] as const)) }
    const { finder } = last
    return [...wrong, ...all.flatMap(({ in: paragraph, it: reading }) => {
      let known = bare.get(reading)
      if (known?.key !== key) {
        known = { key, hits: finder.find(reading.text).filter(({ start, phrase }) => isBare(reading.text, start, phrase)).map(({ start, value }) => ({ start, name: value })) }
        bare.set(reading, known)
      }
      return known.hits.flatMap(({ start, name }) => {
        const first = titled.get(name)
        if (!first) return []
        const options = { suggestion: `《${name}》`, ...(PERIODICAL.test(name) ? { severity: 'info' as const } : {}) }
        return [finding(`“${name}”他处作《${name}》，此处没有书名号`, [{ in: paragraph, start, end: start + name.length }, first], options)]
      })
    })]
  },
})

const isBare = (text: string, start: number, name: string): boolean => {
  if (isQuoted(text, start) || text.charAt(start - 1) === '《') return false
  const behind = text.slice(start + name.length, start + name.length + 4)
  if (PERIODICAL.test(name)) return !PUBLISHER.test(behind) && !/(?:省|市|县|中国|今日|新)$/u.test(text.slice(Math.max(0, start - 2), start))
  // 监督法实施办法, 条例草案: the name goes on
  return !/^(?:》|实施|草案|修正|修订|（|若干|配套)/u.test(behind)
}
