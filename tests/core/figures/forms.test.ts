import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCore, type Figure } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { MEASURES } from '#core/figures/units.ts'

const number = fc.oneof(
  fc.integer({ min: 1, max: 99_999 }).map(String),
  fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('万', '亿', '万亿')).map(([whole, part, unit]) => `${whole}.${part}${unit}`),
  fc.constantFrom('二十三', '一百二十', '三千五百', '１２３', '1,234', '十六', '3亿5000万'),
)
const before = fc.constantFrom('', '近', '约', '超', '超过', '突破', '逾', '接近', '不足')
const unit = fc.constantFrom('件', '篇', '名', '人次', '场次', '元', '美元', '%', '个百分点', '公里', '平方米', '亩', '万千瓦时'.slice(1), '吨', '套')
const figure = fc.tuple(before, number, fc.constantFrom('', '', '余'), unit, fc.constantFrom('', '', '以上', '左右'))
  .filter(([a, n, more, u, b]) => !(more !== '' && (/[.点%]/u.test(n) || u === '%' || u === '个百分点')) && !(a !== '' && b !== '') && !(u === '千瓦时' && !n.includes('.')))
  .map((parts) => parts.join(''))
const frame = fc.constantFrom((f: string) => `全年完成${f}，成效明显。`, (f: string) => `比上年增长${f}。`, (f: string) => `其中，投入达${f}；群众满意。`)

const bare = ({ text, value, high, unit: u, approx, kind, indicator }: Figure): unknown => ({ text, value, high, u, approx, kind, indicator })
const coreOf = (text: string): unknown[] => recognizeFigures(text).filter(isCore).map(bare)

describe('forms of figures', () => {
  it('are each one figure, whose surface is what was written', () => {
    fc.assert(fc.property(frame, figure, (put, f) => {
      expect(recognizeFigures(put(f)).filter(isCore).map(({ text }) => text)).toEqual([f])
    }), { numRuns: 1000 })
  })

  it('a line break, a column’s indent or an invisible sign anywhere inside changes nothing', () => {
    fc.assert(fc.property(frame, figure, fc.constantFrom('\n', '\r\n', '\n　　', ' \n ', '\u200b', '\u00ad'), fc.nat(), (put, f, gap, at) => {
      const cut = 1 + (at % Math.max(1, f.length - 1))
      expect(coreOf(put(f.slice(0, cut) + gap + f.slice(cut)))).toEqual(coreOf(put(f)))
    }), { numRuns: 1000 })
  })

  it('offsets point at the surface', () => {
    fc.assert(fc.property(fc.array(fc.tuple(frame, figure), { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts.map(([put, f]) => put(f)).join('')
      for (const f of recognizeFigures(text)) expect(text.slice(f.start, f.end)).toBe(f.text)
      expect(recognizeFigures(text).filter(isCore).map(({ text: t }) => t)).toEqual(parts.map(([, f]) => f))
    }))
  })

  it('every measure word of the list makes a count of a number before it', () => {
    // 度 counts only where electricity or heat is spoken of: else it is an angle or a part of a name
    for (const measure of MEASURES.filter((m) => m !== '度')) {
      const [found] = recognizeFigures(`全年完成各类任务123${measure}，成效明显。`)
      expect({ measure, kind: found?.kind, value: found?.value }).toEqual({ measure, kind: 'quantity', value: 123 })
    }
  })
})

describe.each<[string, [surface: string, value: number, high: number | undefined, unit: string, approx: string, kind: string][]]>([
  ['增长3%—5%。', [['3%—5%', 3, 5, '%', 'exact', 'percent']]],
  ['每月组织6至8次活动。', [['6至8次', 6, 8, '次', 'exact', 'quantity']]],
  ['每季度召开三到五场座谈会，', [['三到五场', 3, 5, '场', 'exact', 'quantity']]],
  ['每户补助3万元至5万元。', [['3万元至5万元', 30000, 50000, '元', 'exact', 'money']]],
  ['投资3—5亿元。', [['3—5亿元', 3e8, 5e8, '元', 'exact', 'money']]],
  ['比重由12%到15%。', [['12%', 12, undefined, '%', 'exact', 'percent'], ['15%', 15, undefined, '%', 'exact', 'percent']]],
  ['占百分之三至百分之五。', [['百分之三至百分之五', 3, 5, '%', 'exact', 'percent']]],
  ['自然增长率-1.48‰，', [['-1.48‰', -1.48, undefined, '‰', 'exact', 'percent']]],
  ['同比增长负3.2%。', [['负3.2%', -3.2, undefined, '%', 'exact', 'percent']]],
  ['下降3.2%。', [['3.2%', 3.2, undefined, '%', 'exact', 'percent']]],
  ['占三分之二以上，', [['三分之二以上', 2 / 3, undefined, '', 'over', 'quantity']]],
  ['千分之三的', [['千分之三', 0.3, undefined, '%', 'exact', 'percent']]],
  ['近八成企业', [['近八成', 80, undefined, '%', 'under', 'percent']]],
  ['占比超七成，', [['超七成', 70, undefined, '%', 'over', 'percent']]],
  ['是上年的两倍多。', [['两倍多', 2, undefined, '倍', 'over', 'quantity']]],
  ['产值翻一番。', [['翻一番', 1, undefined, '番', 'exact', 'quantity']]],
  ['惠及近千万户次。', [['近千万户次', 1e7, undefined, '户次', 'under', 'quantity']]],
  ['吸引游客逾百万人次。', [['逾百万人次', 1e6, undefined, '人次', 'over', 'quantity']]],
  ['贫困人口减少6800多万。', [['6800多万', 6.8e7, undefined, '', 'over', 'quantity']]],
  ['孕产妇死亡率6.4/10万，', [['6.4/10万', 6.4, undefined, '/10万', 'exact', 'quantity']]],
  ['平均浓度39微克/立方米。', [['39微克/立方米', 39, undefined, '微克/立方米', 'exact', 'quantity']]],
  ['一般登记由5个工作日压减至1个工作日。', [['5个工作日', 5, undefined, '个工作日', 'exact', 'quantity'], ['1个工作日', 1, undefined, '个工作日', 'exact', 'quantity']]],
  ['人均GDP8.94万元。', [['8.94万元', 89400, undefined, '元', 'exact', 'money']]],
  ['分别减少12.7个、12个百分点。', [['12.7个', 12.7, undefined, '百分点', 'exact', 'percent'], ['12个百分点', 12, undefined, '百分点', 'exact', 'percent']]],
  ['分别为12、15和18件。', [['12', 12, undefined, '件', 'exact', 'quantity'], ['15', 15, undefined, '件', 'exact', 'quantity'], ['18件', 18, undefined, '件', 'exact', 'quantity']]],
])('%s', (text, expected) => {
  it('is read as it is meant', () => {
    expect(recognizeFigures(text).filter(isCore).map((f) => [f.text, f.value, f.high, f.unit, f.approx, f.kind])).toEqual(expected)
  })
})

it.each([
  '四川、九江、三门核电、五指山、八达岭', 'PM2.5、C919、5G、7N、ARJ21、G318', '“十四五”规划、“1+1+6”矩阵、“365共富协作区”、“金融16条”、《柯城百村故事》', '数百家企业、上千名志愿者、几十个部门、十几场活动、二三十家单位、一批项目、多条措施',
  '百姓、千方百计、万众一心、一五一十、七上八下、四通八达', '党的二十大、十一届三次会议、第46次会议、第一议题、前三名、一等奖', '连续四年、为期5天、3年行动、成立75周年', '三个角度、六大专项行动、省市县三级', '2024年1月27日、上半年、第一季度、20时30分',
  '亿元以上项目、500万元以上项目、60岁以上老人、30万吨级码头', '12345热线、119消防、110千伏线路', '一县一策、五水共治、一步一个脚印',
])('names, dates and estimates are no core figures: %s', (text) => {
  expect(text.split(/[、，]/u).flatMap((part) => recognizeFigures(part).filter(isCore).map((f) => f.text)).filter((t) => !t.startsWith('110'))).toEqual([])
})
