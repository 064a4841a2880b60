import { isQuoted } from '../../reading.ts'
import { PhraseFinder } from '../../phrase-finder.ts'
import { defineReportRule, type Place } from '../../rule.ts'
import { honoursIn, type Honour } from './honours.ts'

/** The last words of names that are titles: laws, rules, plans. */
const DOCUMENT = /(?:条例|规定|办法|细则|准则|规则|章程|规划|纲要|意见|方案|决定|法|目录|指引|指南|公约|宣言)(?:（[^（）]{1,8}）)?$/u
const PERIODICAL = /(?:报|日报|晚报|时报|周刊|月刊|杂志)$/u
const TITLE = /《([^《》〈〉]{4,50})》/gu

/** What follows the name of a paper when the publisher is meant: 人民政协报社, 浙江日报记者. */
const PUBLISHER = /^(?:社|记者|客户端|网|融媒|编辑|传媒|集团|公司|版|全国|浙江站|驻|微|头版|等媒体|、新华|等)/u

interface Reading {
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
    text: role === 'paragraph' ? text : '',
    honours: honoursIn(text),
    titles: text.includes('《') ? [...text.matchAll(TITLE)].map((match) => ({ name: match[1] ?? '', start: match.index })) : [],
  }),
  check: ({ finding }, all, { documentLength }) => {
    const honours = all.flatMap(({ in: paragraph, it }) =>
      it.honours.map(({ start, end, name }) => finding(`“${name}”是荣誉称号，应加引号，不用书名号`, [{ in: paragraph, start, end }], { suggestion: `“${name}”` })),
    )
    const titled = new Map<string, Place>()
    for (const { in: paragraph, it: { titles } } of all) {
      for (const { name, start } of titles) {
        const isDocument = name.length >= documentLength && DOCUMENT.test(name)
        if ((isDocument || PERIODICAL.test(name)) && !titled.has(name)) titled.set(name, { in: paragraph, start, end: start + name.length + 2 })
      }
    }
    if (titled.size === 0) return honours
    const key = [...titled.keys()].join('\n')
    if (last?.key !== key) last = { key, finder: new PhraseFinder([...titled.keys()].map((name) => [name, name] as const)) }
    const { finder } = last
    const missing = all.flatMap(({ in: paragraph, it: reading }) => {
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
    })
    return [...honours, ...missing]
  },
})

const isBare = (text: string, start: number, name: string): boolean => {
  if (isQuoted(text, start) || text.charAt(start - 1) === '《') return false
  const behind = text.slice(start + name.length, start + name.length + 4)
  if (PERIODICAL.test(name)) return !PUBLISHER.test(behind) && !/(?:省|市|县|中国|今日|新)$/u.test(text.slice(Math.max(0, start - 2), start))
  // 监督法实施办法, 条例草案: the name goes on
  return !/^(?:》|实施|草案|修正|修订|（|若干|配套)/u.test(behind)
}
