import { expect, it } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'

const indicators = (text: string): string[] => recognizeFigures(text).filter(isCore).map((f) => f.indicator)

it.each([
  ['每万人高价值发明专利拥有量从12.8件增加到17.8件。', ['每万人高价值发明专利拥有量', '每万人高价值发明专利拥有量']],
  ['电子证照覆盖率由85%提高到98%。', ['电子证照覆盖率', '电子证照覆盖率']],
  ['全年收到提案168件，经审查立案143件，办复率和满意率均达100%。', ['收到提案', '提案经审查立案', '办复率和满意率']],
  ['进出口总额5.26万亿元，增长7.4%，其中出口3.9万亿元、增长9.5%。', ['进出口总额', '进出口总额增长', '出口', '出口增长']],
  ['第一、二、三产业增加值分别为12亿元、34亿元和56亿元，分别增长4.2%、5%和6.7%。', ['第一产业增加值', '第二产业增加值', '第三产业增加值', '第一产业增加值增长', '第二产业增加值增长', '第三产业增加值增长']],
  ['成立委员会客室9家，开展活动13场，惠及群众5000人次。', ['委员会客室', '开展活动', '开展活动惠及群众']],
])('%s', (text, expected) => expect(indicators(text)).toEqual(expected))
