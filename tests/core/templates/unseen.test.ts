import { expect, it } from 'vitest'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { rendered } from './rendered.ts'

/**
 * Paragraphs of kinds of bodies that no seed shows, marked by hand before the code had seen them: 〔a figure〕 that becomes a slot, ⟨what moves→how⟩,
 * ⟦what is to be looked at⟧. All report on 2023 and are rolled to 2024.
 */
const PARAGRAPHS: readonly { body: string; marked: string }[] = [
  { body: '岚溪县人民法院', marked: '⟨2023→2024⟩年，县人民法院受理各类案件〔12345件〕，审结〔11890件〕，结案率〔96.3%〕。依法审结⟦person:张某某⟧诈骗案、⟦person:李某⟧等〔12人〕电信诈骗案，判处罪犯〔236人〕。⟦event:5月⟧，院长⟦person:周建国⟧在全省法院院长会议上作交流发言。' },
  { body: '青山县人民检察院', marked: '认真落实县十七届人大⟨三→四⟩次会议决议，出台⟦work:《青山县人民检察院听证工作办法》⟧，依据《中华人民共和国刑事诉讼法》办理羁押必要性审查案件〔18件〕，办案质效⟦claim:连续三年⟧位居⟦claim:全市第一⟧。' },
  { body: '江岚市人民政府', marked: '一年来，全县上下深入贯彻党的二十大和⟦session:二十届三中全会⟧精神，完成⟦year:2023年⟧民生实事，荣获⟦year:2023年⟧全国文明城市提名。2019年启动的城南水厂二期建成投用，⟦event:9月28日⟧杭衢高铁江岚段正式通车。' },
  { body: '江滨职业技术学院', marked: '学院坚持以立德树人为根本，⟨2023→2024⟩年招收新生〔3120人〕，⟦year:2023⟧届毕业生就业率〔97.2%〕。建校⟦anniversary:65周年⟧庆祝大会隆重举行，教师⟦person:王海燕⟧获评全国模范教师。⟦year:2022—2023学年⟧开设讲座〔48场〕。' },
  { body: '宁川市总工会', marked: '市总工会以庆祝建党⟨102→103⟩周年为契机，组织“五一”表彰大会，⟦claim:首次⟧评选“宁川工匠”〔10名〕。截至⟨2023→2024⟩年底，全市共有会员〔21.6万人〕，比⟦year:2022年⟧增加〔1.2万人〕。' },
  { body: '泽湖市人民医院', marked: '医院坚持公益性，全年门急诊〔126.5万人次〕，出院〔5.8万人次〕，平均住院日〔6.9天〕。⟦event:3月上旬⟧，骨科主任⟦person:陈志远⟧团队完成全市⟦claim:首例⟧机器人辅助手术；与浙江大学医学院附属第一医院签订⟦work:《医联体合作协议》⟧。展望⟨2024→2025⟩年，任重道远。' },
  { body: '澜川市人民政府', marked: '⟨二〇二三→二〇二四⟩年是全面贯彻党的二十大精神的⟦year:开局之年⟧。面对复杂严峻形势，我们全力推动高质量发展，地区生产总值达到〔500亿元〕，⟦claim:创历史新高⟧。市委副书记、市长⟦person:林峰⟧，副市长⟦person:赵敏⟧、⟦person:孙立平⟧等同志带队招商。' },
  { body: '安澜市人大常委会', marked: '市八届人大⟨二→三⟩次会议以来，常委会召开会议〔8次〕、主任会议〔21次〕，审议通过⟦work:《安澜市生活垃圾管理条例》⟧，听取审议专项工作报告〔16项〕。按照“十四五”规划中期评估要求，对2021—2025年规划实施情况开展监督。⟦session:第三十五次⟧常委会会议作出决议。' },
  { body: '云溪县政协', marked: '各级代表积极履职，主任会议高度重视民生，委员安全、方便参会，院长向大会作报告，市长热线办结率〔99%〕。深入学习贯彻习近平总书记重要讲话精神，每月开展主题党日，12月4日国家宪法日开展宣传。自2018年起推行的“田长制”不断完善，1949年以来⟦claim:首部⟧方志编修。' },
  { body: '江岚市人民政府', marked: '根据市委⟦session:八届七次全会⟧部署，⟦event:2023年12月⟧，我市获批国家物流枢纽，全省⟦session:第46次⟧工作交流会在我市召开，杭州⟦event:第19届⟧亚运会承办任务圆满完成。' },
]

/** The text as it stood before, out of a marked one. */
const unmarked = (marked: string): string => marked.replace(/⟨(.*?)→.*?⟩/gu, '$1').replace(/⟦\w+:(.*?)⟧/gu, '$1').replace(/〔(.*?)〕/gu, '$1')

it.each(PARAGRAPHS)('$body: $marked', ({ body, marked }) => {
  const source: Report = {
    id: 'r', status: 'published', body, year: 2023, title: '', subtitle: '', occasion: '', byline: '', date: '', captions: [], noise: [], origin: { from: 'blank' },
    sections: [{ id: 's', level: 1, number: '一、', heading: '工作回顾', paragraphs: [{ id: 'p', content: [{ type: 'text', text: unmarked(marked) }] }], sections: [] }],
  }
  const [paragraph] = rollForward(source, { id: 'd', year: 2024 }).sections[0]?.paragraphs ?? []
  expect(rendered(plainText(source.sections[0]?.paragraphs[0]?.content ?? []), paragraph?.content ?? [], { slot: ({ last }) => last?.text ?? '' })).toBe(marked)
})
