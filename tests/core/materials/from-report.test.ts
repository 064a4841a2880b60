import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { materialFromReport, materialFromText } from '#core/materials/from-report.ts'
import { guessOrigin, isoDate } from '#core/materials/guess-origin.ts'

const head = { id: 'm', body: '开化县政协', year: 2021 }
const guess = (of: Partial<Parameters<typeof guessOrigin>[0]>): string => {
  const { department, date } = guessOrigin({ titles: [], lines: [], paragraphs: [], fileName: '', ...of })
  return `${department}|${date}`
}

describe('department and date', () => {
  it.each([
    ['临原县农业农村局关于2021年工作情况的报告', '临原县农业农村局'],
    ['县发改局：2021年全县经济运行情况', '县发改局'],
    ['2021年县教育局工作总结', '县教育局'],
    ['县政协提案委2021年提案工作总结', '县政协提案委'],
    ['县卫生健康局2021年度工作总结', '县卫生健康局'],
    ['芹阳办事处2021年工作总结', '芹阳办事处'],
    ['华埠镇人民政府关于报送材料的函', '华埠镇人民政府'],
    ['团县委2021年工作小结', '团县委'],
    ['市疾控中心、公共卫生处2024年工作情况', '市疾控中心、公共卫生处'],
    ['医政医管处报送2024年工作总结素材', '医政医管处'],
    ['让幸福到每一处2024年工作巡礼', ''],
    // said of somebody, or to somebody, and not by them
    ['关于县教育局2021年预算执行情况的审计报告', ''],
    ['全市教育局长会议材料', ''],
    ['致县财政局的函', ''],
    ['2021年工作总结', ''],
    ['全县工作总结', ''],
    ['关于做好常委会工作报告素材报送的通知', ''],
    ['十届五次全会工作总结', ''],
    ['全力推进医院2021年建设', ''],
  ])('in the title %s: %s', (title, department) => {
    expect(guess({ titles: [title] }).split('|')[0]).toBe(department)
  })
  it.each([
    ['县农业农村局.docx', '县农业农村局|'],
    ['县农业农村局2021年工作总结（定稿）.doc', '县农业农村局|'],
    ['3.县发改局20211203.docx', '县发改局|2021-12-03'],
    ['2021年工作总结-县民政局.docx', '县民政局|'],
    ['政协工作报告素材（县人社局）.pdf', '县人社局|'],
    ['素材 1.txt', '|'],
    ['新建 文本文档.txt', '|'],
  ])('in the file name %s: %s', (fileName, said) => {
    expect(guess({ fileName })).toBe(said)
  })
  const body = ['现将情况报告如下：', '全年收到提案168件。', '全部办复。', '特此报告。']
  it.each([
    [['县农业农村局', '2021年12月20日'], '县农业农村局|2021-12-20'],
    [['临原县发展和改革局', '二〇二一年十二月三十一日'], '临原县发展和改革局|2021-12-31'],
    [['县政协提案委员会　2022年1月8日'], '县政协提案委员会|2022-01-08'],
    [['县民政局（章）', '2021.12.8'], '县民政局|2021-12-08'],
    [['（联系人：张三）'], '|'],
    [['2021年12月'], '|2021-12'],
    [['2021年2月30日'], '|'],
  ])('below the text %j: %s', (closing, said) => {
    expect(guess({ paragraphs: [...body, ...closing] })).toBe(said)
  })
  it('the signature is worth more than the title, the title more than the file', () => {
    expect(guess({ titles: ['提案委2021年提案工作总结'], paragraphs: [...body, '县政协提案委员会'], fileName: '县政府办.docx' })).toBe('县政协提案委员会|')
    expect(guess({ titles: ['县民政局2021年工作总结'], fileName: '县政府办.docx' })).toBe('县民政局|')
  })
  it('whom a text is addressed to did not send it, and a year in the text is no date', () => {
    expect(guess({ paragraphs: ['县政府办公室：', ...body, '2021年，全县实现生产总值10亿元。'] })).toBe('|')
    expect(guess({ lines: ['来源：县发展和改革局  时间：2022年1月10日'] })).toBe('县发展和改革局|2022-01-10')
  })
  it('days are those of the calendar', () => {
    expect(['2020-2-29', '2021年2月29日', '二○二四年二月二十九日', '2021/4/31', '2021年13月1日', '２０２１年１月８日'].map((d) => isoDate(d))).toEqual(['2020-02-29', undefined, '2024-02-29', undefined, undefined, '2021-01-08'])
  })
})

describe('a material', () => {
  it('from a file: headings and paragraphs, title and who sent it apart', () => {
    const text = '2021年县政协办公室工作小结\n\n报送单位：县政协办公室　　报送日期：2021-12-08\n\n一、会议服务\n全年服务保障常委会5次、主席会议11次、党组会议19次，各项会议组织有序，保障有力，成效明显。\n二、信息宣传\n全年编发社情民意信息21期，报送省市政协社情民意信息26篇，市县媒体刊发政协新闻120余条。'
    const m = materialFromReport(recoverReport(linesOfText(text), { id: 'r', origin: { from: 'file', fileName: '办公室.txt' } }), head)
    expect(m).toMatchObject({ id: 'm', body: '开化县政协', year: 2021, title: '2021年县政协办公室工作小结', department: '县政协办公室', date: '2021-12-08', fileName: '办公室.txt' })
    expect(m.paragraphs.map((p) => `${p.id}${p.heading ? '#' : ''} ${p.text.slice(0, 6)}`)).toEqual(['p1# 一、会议服务', 'p2 全年服务保障', 'p3# 二、信息宣传', 'p4 全年编发社情'])
  })
  it('from pasted text: a line is a paragraph, what the editor says goes before any guess', () => {
    const m = materialFromText('\r\n  县民政局2021年工作总结\n\n一、社会救助\r\n发放低保金5860万元。\n　　\n  新增养老床位420张。  ', { ...head, department: '民政局' })
    expect(m).toMatchObject({ title: '县民政局2021年工作总结', department: '民政局', date: '' })
    expect(m.fileName).toBeUndefined()
    expect(m.paragraphs.map((p) => `${p.heading ? '#' : ''}${p.text}`)).toEqual(['#一、社会救助', '发放低保金5860万元。', '新增养老床位420张。'])
  })
  it('of one sentence is all text', () => {
    expect(materialFromText('新增养老床位420张。', head).paragraphs.map(({ text }) => text)).toEqual(['新增养老床位420张。'])
  })
  it('pasted loses nothing but white space at the ends of lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('县', '局', '一', '、', '。', ' ', '2', '，', '　', '总') }), { maxLength: 6 }), (lines) => {
        const m = materialFromText(lines.join('\n'), { ...head, title: '题' })
        expect(m.paragraphs.map(({ text }) => text)).toEqual(lines.map((l) => l.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')).filter((l) => l !== ''))
      }),
    )
  })
})
