import { expect, it } from 'vitest'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { plainText } from '#core/model/plain-text.ts'

const PAGE = `首页 > 政协要闻 > 正文
履职为民谱新篇 凝心聚力向未来
——清河区政协2023年工作综述
来源：清河日报 作者：记者 李华 发布时间：2024-01-15 10:23 点击：1234次
2023年，清河区政协在区委的坚强领导下，坚持团结和民主两大主题，认真履行政治协商、民主监督、参政议政职能，各项工作取得新成效。
围绕中心 服务大局
清河区政协紧扣区委“三大战略”，组织开展专题协商议政6次，形成建议案4份，提出意见建议78条，其中52条被采纳，采纳率达66.7%。
“政协的建议很有针对性，帮我们解决了大问题。”区工业园区负责人王某说。
聚焦民生 情系群众
全年征集提案215件，立案186件，办复率、满意率均为100%。围绕老旧小区改造、养老服务等10个民生课题开展视察调研28次，推动解决群众急难愁盼问题120余个。
开展“委员进社区”活动45场次，惠及群众1.2万人次；捐款捐物合计86.5万元，同比增长12.3%。
强化自身 提质增效
举办委员培训班3期，培训委员420人次。修订完善工作制度15项。区政协机关连续五年获评“文明单位”。
（责任编辑：张三）
上一篇：清河区召开政协主席会议
版权所有 清河日报社`

it('a web page: lines are paragraphs, what belongs to the page is noise', () => {
  const report = recoverReport(linesOfText(PAGE), { id: 'x', origin: { from: 'blank' } })
  expect([report.title, report.subtitle, report.body, report.year, report.date]).toEqual(['履职为民谱新篇 凝心聚力向未来', '——清河区政协2023年工作综述', '清河区政协', 2023, '2024-01-15'])
  expect(report.sections.map((s) => [s.heading, s.paragraphs.length])).toEqual([['', 1], ['围绕中心 服务大局', 2], ['聚焦民生 情系群众', 2], ['强化自身 提质增效', 1]])
  expect(report.sections.flatMap((s) => s.paragraphs).every((p) => /[。”]$/u.test(plainText(p.content)))).toBe(true)
  expect(report.noise).toContain('（责任编辑：张三）')
})
