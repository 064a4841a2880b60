import { expect, it } from 'vitest'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { allSections } from '#core/model/tree.ts'

const BODY = '\n\n一、2024年工作回顾\n一年来，召开会议12次，收到提案168件，立案143件。\n二、2025年工作任务\n坚持党的领导，服务大局，履职为民，凝聚共识，提质增效。'
const recovered = (text: string) => recoverReport(linesOfText(text), { id: 'x', origin: { from: 'blank' } })

it.each([
  ['政协临江市第十四届委员会常务委员会工作报告\n（2025年1月8日在政协临江市第十四届委员会第四次会议上）', '临江市政协'],
  ['政协临江市委员会常务委员会工作报告\n2025年1月8日', '临江市政协'],
  ['中国人民政治协商会议第十四届全国委员会常务委员会工作报告\n2025年3月4日', '全国政协'],
  ['中国人民政治协商会议浙江省第十三届委员会常务委员会工作报告\n2025年1月8日', '浙江省政协'],
  ['中国人民政治协商会议第五届衢州市柯城区委员会常务委员会工作报告\n2025年1月8日', '衢州市柯城区政协'],
  ['临江市人民代表大会常务委员会工作报告\n——2025年1月8日在临江市第十八届人民代表大会第四次会议上', '临江市人大常委会'],
  ['临江市人民法院工作报告\n——2025年1月8日在临江市第十八届人民代表大会第四次会议上', '临江市人民法院'],
  ['政府工作报告\n——2025年1月8日在临江市第十八届人民代表大会第四次会议上', '临江市人民政府'],
  ['临江县政协2024年工作综述', '临江县政协'],
  ['2025年临江县政府工作报告\n2025年1月8日', '临江县人民政府'],
  ['二〇二五年临江县政府工作报告\n2025年1月8日', '临江县人民政府'],
  ['临江县2025年政府工作报告\n2025年1月8日', '临江县人民政府'],
  ['2024年临江县政协工作综述', '临江县政协'],
  ['2024年度临江县人民法院工作报告', '临江县人民法院'],
])('the body of %s', (title, body) => {
  const report = recovered(title + BODY)
  expect([report.body, report.year]).toEqual([body, 2024])
})

it('the last address to the audience is a closing of its own', () => {
  const report = recovered(`临江县政协2024年工作综述${BODY}\n各位委员，新征程催人奋进！让我们更加紧密地团结起来，为谱写新篇章而努力奋斗！`)
  const last = allSections(report.sections).at(-1)
  expect([last?.level, last?.paragraphs.length]).toEqual([0, 1])
})
