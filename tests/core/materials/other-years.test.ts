import { describe, expect, it } from 'vitest'
import { isTarget, speaksOfAnotherYear } from '#core/materials/other-years.ts'

/** the text with | before the figure */
const at = (marked: string): [string, number] => [marked.replace('|', ''), marked.indexOf('|')]

describe('of which year a figure of a text on 2021 speaks', () => {
  it.each(['2020年，该平台开展活动|13场', '去年收到提案|168件', '明年计划征集|170件', '2022年，新建高标准农田|2万亩', '今年情况良好；2019年累计接待|3万人'])('another: %s', (marked) => {
    expect(speaksOfAnotherYear(...at(marked), 2021)).toBe(true)
  })
  it.each(['2021年收到提案|180件', '比2020年增加|14件', '2020年启动改造，今年完成|36个', '2020年收到170件，2021年收到|180件', '去年基础较弱。全年收到|180件', '较上年增长|5%', '2019—2021年三年改造|36个', '自2018年以来开展活动|5场'])('its own: %s', (marked) => {
    expect(speaksOfAnotherYear(...at(marked), 2021)).toBe(false)
  })
})

describe('a figure that says what was to be done', () => {
  it.each(['年度计划投资|70亿元', '年度投资目标|70亿元', '拟新建停车位|300个', '力争办复率达到|100%', '预计全年实现产值|5亿元', '收到提案180件，计划办理|20件'])('is a target: %s', (marked) => {
    expect(isTarget(...at(marked))).toBe(true)
  })
  it.each(['为年度计划的|108.3%', '完成年度计划|108.3%', '按照年度工作计划开展调研|12次', '举办模拟法庭|12场', '“春风计划”招聘|300人', '计划生育家庭|200户', '围绕共同富裕目标开展调研|6次', '超额完成目标任务，投资|70亿元', '预期目标如期实现。投资|70亿元'])('is none: %s', (marked) => {
    expect(isTarget(...at(marked))).toBe(false)
  })
})
