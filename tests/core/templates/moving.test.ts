import { describe, expect, it } from 'vitest'
import type { Report } from '#core/model/report.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { rendered } from './rendered.ts'

/** What moves (⟨old→new⟩), what is marked (⟦kind:words⟧) and what becomes a slot (〔…〕), form by form, in a county CPPCC's report on 2020 rolled to 2021. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  'years of the frame': [
    '县政协⟨2020→2021⟩年工作要点明确的任务全部完成。圆满完成⟨2020→2021⟩年各项目标任务，为⟨2021→2022⟩年工作奠定基础。',
    '⟨2020→2021⟩年是新中国历史上极不平凡的一年。展望⟨2021→2022⟩年，任重道远。',
    '截至⟨2020→2021⟩年12月31日，全市实有市场主体〔12万户〕；截至⟨2020→2021⟩年底，建成5G基站〔800个〕。',
    '⟨2020→2021⟩年，全院门诊量〔120万人次〕；⟨２０２０→２０２１⟩年，手术量〔３万台次〕；⟨二○二○→二○二一⟩年，住院〔5万人次〕；⟨二零二零→二零二一⟩年新增床位〔100张〕。',
    '⟨2020→2021⟩年县政协新成立委员工作室〔6家〕，挂牌〔5个〕。',
  ],
  'years that are not certain': [
    '⟨2020→2021⟩年度，受理案件〔1234件〕，同比⟦year:2019年⟧下降〔5%〕，较⟦year:2019年⟧同期减少〔80件〕。',
    '⟦year:2020年⟧以来，我们先后召开会议〔5次〕。2019年度和⟦year:2020年度⟧均获优秀。',
    '到⟦year:2020年⟧，全面建成小康社会；到⟦year:2021年⟧底，基本完成改造。',
    '落实省委⟦year:2020年⟧1号文件，被评为⟦year:2020年度⟧全省先进单位，荣获“⟦year:2020年⟧中国最具幸福感城市”。',
    '⟦year:2020⟧级新生〔3200人〕，⟦year:2020⟧届毕业生〔2900人〕；⟦event:2020年⟧秋季学期开学；⟦year:2019—2020学年⟧第二学期线上教学。',
    '今年是“十四五”⟦year:开局之年⟧，也是新征程的⟦year:起步之年⟧。',
  ],
  'years that stay': [
    '自2015年以来，2016—2020年累计办案〔3000件〕；到2025年，城镇化率达到〔70%〕；为迎接2022年冬奥会，贯彻“十三五”规划。',
    '自2020年起推行河长制，始建于1956年，2008年北京奥运会以来最好水平，20世纪80年代。',
  ],
  'sessions': [
    '县政协九届⟨四→五⟩次会议以来，委员积极履职。九届⟨四→五⟩次会议期间收到提案〔85件〕。政协第九届开化县委员会第⟨四→五⟩次会议胜利召开。',
    '县⟦session:第十六届人民代表大会第四次会议⟧、省政协⟦session:十二届三次会议⟧、金华市政协⟦session:七届四次会议⟧。',
    '市委⟦session:七届九次全会⟧、县委⟦session:十三届八次⟧全体（扩大）会议、县⟦session:十六届人大常委会第三十次会议⟧、团市委⟦session:十二届四次全会⟧、⟦session:八届三次⟧职工代表大会。',
    '党的十九大和⟦session:十九届四中、五中全会⟧精神，⟦session:第十五次⟧党代会',
    '⟦session:第46次⟧工作交流会，⟦event:第七次⟧全国人口普查，⟦event:第17届⟧文博会，⟦event:第二批⟧主题教育，第一议题，第三方评估。',
  ],
  'anniversaries': [
    '建党⟨99→100⟩周年、中华人民共和国成立⟨71→72⟩周年，人民政协成立⟨七十一→七十二⟩周年，出国作战⟦anniversary:70周年⟧，抗美援朝出国作战⟦anniversary:⟨70→71⟩周年⟧，建校⟦anniversary:60周年⟧。',
    '学习在庆祝中国共产党成立⟦anniversary:95周年⟧大会上的重要讲话。',
  ],
  'dated events': [
    '⟦event:2020年1月至11月⟧，规上工业增加值增长〔5.2%〕；⟦event:9月15日至17日⟧，承办现场会；⟦event:10月中旬⟧完成；⟦event:第三季度⟧恢复。',
    '每年3月5日开展学雷锋活动；6月26日国际禁毒日前后集中宣传；2014年9月以来；每月5日值班。',
    '县博物馆于⟦event:2020年⟧建成开放。值得一提的是，⟦event:2020年⟧，县文史馆建成开馆。',
  ],
  'persons': [
    '县委书记⟦person:李军⟧、县长⟦person:王丽娜⟧多次到会指导。省人大常委会副主任⟦person:史济锡⟧一行来我县视察。',
    '局党组书记、局长⟦person:张伟⟧，副局长⟦person:李敏⟧、⟦person:王强⟧、⟦person:赵小东⟧等班子成员带头。',
    '“时代楷模”⟦person:张桂梅⟧同志先进事迹，“最美医生”⟦person:王勇⟧荣获省劳动模范。学习⟦person:黄文秀⟧、⟦person:张富清⟧等同志事迹。',
    '审结原副市长⟦person:孙某某⟧受贿案、⟦person:赵某⟧等人恶势力犯罪案。',
    '省政协原主席⟦person:周国富⟧，副主席⟦person:陈小平⟧、⟦person:张泽熙⟧、⟦person:马光明⟧先后莅临视察。听取县公安局局长⟦person:汪伟民⟧关于平安建设情况通报。',
    '⟦person:张红⟧、⟦person:李娟⟧、⟦person:王芳⟧三位委员被评为先进。委员⟦person:徐建新⟧捐款〔50万元〕，学生⟦person:王浩⟧获奖，博士生导师⟦person:刘晓东⟧入选人才计划。',
    '公开审理⟦person:王某甲⟧等〔23人〕涉黑案，审结原市委常委⟦person:张志刚⟧受贿案，起诉⟦person:李雪莲⟧故意杀人案。',
    '荣获市长质量奖，建成院士工作站〔3家〕，局长接访日，检察长列席审委会〔12次〕，书记领办项目〔25个〕，县长热线，县委书记任组长，校长培训班，主任科员，教授级高工〔8人〕。',
    '党委书记、校长履行第一责任，院长万众一心，医生方便群众，代表金华市参赛，代表票决制，委员高度评价，专家学者温情寄语，办理高利贷诈骗案、成品油走私案、金融诈骗案。',
    '市委书记高度重视，县长安排专人，院长办公会研究，主任会议讨论，主席团会议通过，局长走流程，习近平总书记考察浙江，代表金融界、高校发言。',
  ],
  'works': [
    '《中国共产党章程》《政协章程》《中华人民共和国民法典》《政府工作报告》《人民日报》《人民政协报》《浙江诗人》杂志《习近平谈治国理政》。',
    '⟦work:《2020年工作要点》⟧，⟦work:《关于加强提案办理的意见》⟧，⟦work:《提案办理办法》⟧，⟦work:《民国时期开化七个留学生》⟧。',
  ],
  'claims': [
    '⟦claim:首次⟧开展，⟦claim:连续四年⟧位居⟦claim:全省第一⟧，获⟦claim:一、二等奖⟧，⟦claim:创历史新高⟧，实现“⟦claim:八连冠⟧”，⟦claim:走在全省前列⟧，⟦claim:在全国率先⟧推行，⟦claim:历年之最⟧。',
    '⟦claim:全国唯一⟧，⟦claim:填补国内空白⟧，⟦claim:创近十年新高⟧，由⟦claim:第8位⟧升至⟦claim:第3位⟧。',
    '首位度提升，首席专家，首先，首要任务，省会首府，四星级酒店，近三年，第一时间，第一书记。',
  ],
}

const unmarked = (marked: string): string => marked.replace(/⟦\w+:((?:[^⟦⟧])*)⟧/gu, '$1').replace(/⟨(.*?)→.*?⟩/gu, '$1').replace(/〔(.*?)〕/gu, '$1')
const rolled = (text: string, more: Partial<Report> = {}, to = 2021): string => {
  const source: Report = {
    id: 'r', status: 'published', body: '开化县政协', year: 2020, title: '', subtitle: '', occasion: '', byline: '', date: '', captions: [], noise: [], origin: { from: 'blank' },
    sections: [{ id: 's', level: 1, number: '一、', heading: '工作回顾', paragraphs: [{ id: 'p', content: [{ type: 'text', text }] }], sections: [] }],
    ...more,
  }
  return rendered(text, rollForward(source, { id: 'd', year: to }).sections[0]?.paragraphs[0]?.content ?? [], { slot: ({ last }) => last?.text ?? '' })
}

describe.each(Object.entries(FORMS))('%s', (_, forms) => {
  it.each(forms)('%s', (marked) => {
    expect(rolled(unmarked(marked))).toBe(marked)
  })
})

describe('sessions of other bodies', () => {
  it('a court reports to the congress of its county, and to no other', () => {
    const body = { body: '青山县人民法院' }
    expect(rolled('县十七届人大三次会议以来', body)).toBe('县十七届人大⟨三→四⟩次会议以来')
    expect(rolled('青山县第十七届人民代表大会第三次会议', body)).toBe('青山县第十七届人民代表大会第⟨三→四⟩次会议')
    expect(rolled('市八届人大三次会议', body)).toBe('市⟦session:八届人大三次会议⟧')
    expect(rolled('县政协九届三次会议', body)).toBe('县政协⟦session:九届三次会议⟧')
  })
  it('the body is in the title where nobody said it', () => {
    expect(rolled('市十五届人大三次会议', { body: '', title: '2020年安澜市人民代表大会常务委员会工作报告' })).toBe('市十五届人大⟨三→四⟩次会议')
  })
  it('whatever the body is called', () => {
    expect(rolled('县政协九届三次会议、省政协十二届三次会议', { body: '中国人民政治协商会议开化县委员会' })).toBe('县政协九届⟨三→四⟩次会议、省政协⟦session:十二届三次会议⟧')
    expect(rolled('十三届全国人大三次会议、政协十三届三次会议', { body: '国务院' })).toBe('十三届全国人大⟨三→四⟩次会议、政协⟦session:十三届三次会议⟧')
  })
  it('a term has five sessions', () => {
    expect(rolled('九届五次会议以来')).toBe('⟦session:九届五次会议⟧以来')
    expect(rolled('九届三次会议以来', {}, 2023)).toBe('⟦session:九届三次会议⟧以来')
    expect(rolled('九届三次会议以来', {}, 2022)).toBe('九届⟨三→五⟩次会议以来')
  })
  it('of a body without plenary sessions once a year, and of an unknown one, nothing is certain', () => {
    expect(rolled('十二届三次会议以来', { body: '宁川市总工会' })).toBe('⟦session:十二届三次会议⟧以来')
    expect(rolled('十二届三次会议以来', { body: '' })).toBe('⟦session:十二届三次会议⟧以来')
  })
})

describe('titles and headings', () => {
  const heading = (text: string): string => {
    const source: Report = { id: 'r', status: 'published', body: '开化县政协', year: 2020, title: text, subtitle: '', occasion: '', byline: '', date: '', sections: [{ id: 's', level: 1, number: '一、', heading: text, paragraphs: [], sections: [] }], captions: [], noise: [], origin: { from: 'blank' } }
    const draft = rollForward(source, { id: 'd', year: 2021 })
    expect(draft.title).toBe(draft.sections[0]?.heading)
    return draft.title
  }
  it.each([
    ['2020年工作回顾', '2021年工作回顾'],
    ['2021年工作意见', '2022年工作意见'],
    ['二〇二〇年工作总结', '二〇二一年工作总结'],
    ['2020年度工作综述', '2021年度工作综述'],
    ['在县政协十届四次会议上的工作报告', '在县政协十届五次会议上的工作报告'],
    ['在县政协十届五次会议上的工作报告', '在县政协十届五次会议上的工作报告'],
    ['落实《2020年工作要点》情况', '落实《2020年工作要点》情况'],
    ['“2020年民生实事”办理', '“2020年民生实事”办理'],
    ['2016—2020年工作回顾', '2016—2020年工作回顾'],
    ['以庆祝建党99周年为契机', '以庆祝建党100周年为契机'],
    ['第十届委员会常务委员会工作报告', '第十届委员会常务委员会工作报告'],
  ])('%s → %s', (old, now) => {
    expect(heading(old)).toBe(now)
  })
})
