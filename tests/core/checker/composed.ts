import type { CaseReport } from '#core/checker/case.ts'
import type { Chance } from './chance.ts'

/** A right text, the same with one slip, and the words of the slip. */
export interface Fault {
  right: CaseReport
  wrong: CaseReport
  /** the wrong words with enough around them to be found, the words themselves between ‹ and › */
  at: string
}

export interface Kind {
  name: string
  /** ids of the rules that may report it */
  rules: readonly string[]
  make(chance: Chance): Fault
}

const THINGS = ['提案', '社情民意信息', '建议', '信访事项', '案件', '议案', '调研报告', '大会发言'] as const
const UNIT: Readonly<Record<(typeof THINGS)[number], string>> = { 提案: '件', 社情民意信息: '篇', 建议: '条', 信访事项: '件', 案件: '件', 议案: '件', 调研报告: '篇', 大会发言: '篇' }
const PARTS = ['经济建设类', '民生保障类', '社会治理类', '生态环境类', '文化教育类', '城乡建设类', '法治建设类'] as const
const BODIES = ['松岭县政协', '临江市政协', '青山区政协', '云溪县政协'] as const
const TOPICS = ['科技创新', '乡村振兴', '养老服务', '教育均衡', '数字赋能', '文旅融合', '水环境治理', '食品安全', '基层治理', '青年发展'] as const
const BEFORE = ['过去一年，各项工作取得新成效。', '', '坚持围绕中心、服务大局，主动担当作为。', '一年来，我们认真履行职责，积极建言资政。'] as const
const AFTER = ['', '有力推动了相关工作落实。', '得到各方面充分肯定。', '群众获得感持续增强。'] as const
const CHINESE = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'] as const

/** One paragraph, which the two texts share but for the slip. */
function inParagraph(chance: Chance, right: string, wrong: string, at: string, head: Partial<CaseReport> = {}): Fault {
  const [before, after] = [chance.pick(BEFORE), chance.pick(AFTER)]
  return { right: { ...head, text: [before + right + after] }, wrong: { ...head, text: [before + wrong + after] }, at }
}

const percent = (part: number, whole: number): string => ((part / whole) * 100).toFixed(1)

/** Another number of the same length: two neighbouring digits changed places, or one digit is another. */
function slip(chance: Chance, number: string): string {
  const digits = [...number]
  for (let tries = 0; tries < 20; tries++) {
    const i = chance.whole(0, digits.length - 2)
    const [a = '', b = ''] = [digits[i], digits[i + 1]]
    if (/\d\d/u.test(a + b) && a !== b && !(i === 0 && b === '0')) return [...digits.slice(0, i), b, a, ...digits.slice(i + 2)].join('')
  }
  const last = Number(digits.at(-1))
  return [...digits.slice(0, -1), String((last + 3) % 10)].join('')
}

/** A share that is off by more than rounding. */
const otherShare = (chance: Chance, share: string): string => (Number(share) + chance.pick([-10, -3, 2, 10, -20])).toFixed(1)

export const COMPOSED: readonly Kind[] = [
  {
    name: 'share of a stated whole',
    rules: ['arith.share'],
    make: (chance) => {
      const thing = chance.pick(THINGS)
      const whole = chance.whole(120, 400)
      const part = chance.whole(30, Math.floor(whole * 0.7))
      const kind = chance.pick(PARTS)
      const share = percent(part, whole)
      const off = Number(share) > 30 ? otherShare(chance, share) : (Number(share) + 10).toFixed(1)
      const text = (p: string): string => `全年共收到${thing}${whole}${UNIT[thing]}，其中${kind}${part}${UNIT[thing]}，占总数的${p}%。`
      return inParagraph(chance, text(share), text(off), `占总数的‹${off}%›`)
    },
  },
  {
    name: 'rate of two levels',
    rules: ['arith.share'],
    make: (chance) => {
      const received = chance.whole(150, 400)
      const filed = chance.whole(Math.floor(received * 0.7), received - 5)
      const share = percent(filed, received)
      const off = (Number(share) - chance.pick([3, 5, 10])).toFixed(1)
      const text = (p: string): string => `全年收到提案${received}件，经审查立案${filed}件，立案率${p}%。`
      return inParagraph(chance, text(share), text(off), `立案率‹${off}%›`)
    },
  },
  {
    name: 'parts that do not add up',
    rules: ['arith.sum', 'arith.part-whole'],
    make: (chance) => {
      const thing = chance.pick(THINGS)
      const unit = UNIT[thing]
      const kinds = chance.some(PARTS, 3)
      const counts = kinds.map(() => chance.whole(21, 89))
      const total = counts.reduce((a, b) => a + b, 0)
      const off = total + chance.pick([-10, -9, 10, 9, 1])
      const list = kinds.map((kind, i) => `${kind}${counts[i] ?? 0}${unit}`).join('、')
      const text = (n: number): string => `共提交${thing}${n}${unit}，分别为${list}。`
      const tail = (n: number): string => `${list}，合计${n}${unit}。`
      return chance.next() < 0.5 ? inParagraph(chance, text(total), text(off), `${thing}‹${off}${unit}›`) : inParagraph(chance, tail(total), tail(off), `合计‹${off}${unit}›`)
    },
  },
  {
    name: 'a part larger than its whole',
    rules: ['arith.part-whole'],
    make: (chance) => {
      const filed = chance.whole(113, 168)
      const received = filed + chance.whole(9, 40)
      const text = (n: number, m: number): string => `全年共收到提案${n}件，审查立案${m}件，交有关部门办理。`
      const wrong = received + chance.whole(5, 60)
      return inParagraph(chance, text(received, filed), text(received, wrong), `立案‹${wrong}件›`)
    },
  },
  {
    name: 'growth between two stated levels',
    rules: ['arith.growth'],
    make: (chance) => {
      const from = chance.whole(80, 300)
      const to = from + chance.whole(10, 120)
      const rate = (((to - from) / from) * 100).toFixed(1)
      const off = (Number(rate) + chance.pick([10, 5, 20])).toFixed(1)
      const text = (r: string): string => `全年提交信息数由上年的${from}篇增加到${to}篇，增长${r}%。`
      return inParagraph(chance, text(rate), text(off), `增长‹${off}%›`)
    },
  },
  {
    name: 'respectively with a value too few',
    rules: ['arith.respectively'],
    make: (chance) => {
      const subjects = chance.some(['地区生产总值', '规上工业增加值', '固定资产投资', '社会消费品零售总额', '一般公共预算收入'], 3)
      const values = subjects.map(() => `${chance.whole(2, 15)}.${chance.whole(1, 9)}%`)
      const text = (list: readonly string[]): string => `${subjects.join('、')}分别增长${list.join('、')}。`
      return inParagraph(chance, text(values), text(values.slice(0, 2)), `‹分别增长${values.slice(0, 2).join('、')}›`)
    },
  },
  {
    name: 'a list with an item dropped',
    rules: ['enum.count'],
    make: (chance) => {
      const count = chance.whole(3, 6)
      const topics = chance.some(TOPICS, count)
      const noun = chance.pick(['个方面', '个专题', '大领域', '项重点'])
      const text = (list: readonly string[]): string => `围绕${list.join('、')}${CHINESE[count] ?? ''}${noun}开展协商议政。`
      const less = topics.slice(0, -1)
      return inParagraph(chance, text(topics), text(less), `${less.at(-1) ?? ''}‹${CHINESE[count] ?? ''}${noun}›`)
    },
  },
  {
    name: 'a figure told twice, once with a slip',
    rules: ['figure.contradiction'],
    make: (chance) => {
      const thing = chance.pick(['提案', '社情民意信息'] as const)
      const unit = UNIT[thing]
      const verb = thing === '提案' ? '立案' : '报送'
      let n = String(chance.whole(123, 489))
      while (n[1] === n[2]) n = String(chance.whole(123, 489))
      const off = slip(chance, n)
      const text = (second: string): string[] => [`一年来，共${verb}${thing}${n}${unit}，${chance.pick(['各项工作稳步推进', '履职成效明显'])}。`, '# 一、围绕中心，服务大局', '坚持把服务发展作为第一要务，积极建言资政。', '# 二、强化协商，增进共识', `全年${verb}${thing}${second}${unit}，有力推动问题解决。`]
      const right = text(n)
      return { right: { text: right }, wrong: { text: [...right.slice(0, -1), (right.at(-1) ?? '').replace(`${n}${unit}`, `${off}${unit}`)] }, at: `全年${verb}${thing}‹${off}${unit}›` }
    },
  },
  {
    name: 'a unit slip against last year',
    rules: ['compare.outlier'],
    make: (chance) => {
      const last = chance.whole(21, 98) / 10
      const now = (last * (1 + chance.whole(2, 15) / 100)).toFixed(1)
      const thing = chance.pick(['争取上级资金', '完成固定资产投资', '发放惠企贷款', '实现农产品网络销售额'])
      const text = (unit: string): string => `全年${thing}${now}${unit}。`
      const head = { year: 2024, body: chance.pick(BODIES), last: { year: 2023, text: [`全年${thing}${last.toFixed(1)}亿元。`] } }
      return inParagraph(chance, text('亿元'), text('万元'), `${thing}‹${now}万元›`, head)
    },
  },
  {
    name: 'a run of years that was not counted on',
    rules: ['claim.trend'],
    make: (chance) => {
      const years = chance.whole(3, 7)
      const claim = chance.pick(['满意度测评居全市前列', '获评全省平安县', '获评全市目标考核优秀单位'])
      const text = (n: number): string => `连续${CHINESE[n] ?? ''}年${claim}。`
      return inParagraph(chance, text(years + 1), text(years), `‹连续${CHINESE[years] ?? ''}年›`, { year: 2024, body: chance.pick(BODIES), last: { year: 2023, text: [text(years)] } })
    },
  },
  {
    name: 'a record that earlier years contradict',
    rules: ['claim.record'],
    make: (chance) => {
      const now = chance.whole(150, 260)
      const below = now - chance.whole(10, 60)
      const above = now + chance.whole(20, 90)
      const text = [`全年立案提案${now}件，数量创历史新高。`]
      const head = { year: 2024, body: chance.pick(BODIES) }
      return {
        right: { ...head, text, last: { year: 2023, text: [`全年立案提案${below}件。`] } },
        wrong: { ...head, text, last: { year: 2023, text: [`全年立案提案${above}件。`] } },
        at: '‹创历史新高›',
      }
    },
  },
  {
    name: 'a heading of last year',
    rules: ['year.stale'],
    make: (chance) => {
      const year = chance.whole(2019, 2025)
      const text = (y: number): string[] => [`# ${y}年工作回顾`, `${year}年，在中共县委的坚强领导下，县政协认真履职尽责，圆满完成各项任务。`, `# ${year + 1}年工作任务`, '坚持党的全面领导，深化协商民主，广泛凝聚共识。']
      const head = { year, title: `${chance.pick(BODIES)}${year}年工作总结`, date: `${year + 1}年1月${chance.whole(5, 25)}日` }
      return { right: { ...head, text: text(year) }, wrong: { ...head, text: text(year - 1) }, at: `‹${year - 1}›年工作回顾` }
    },
  },
  {
    name: 'a day that the calendar has not',
    rules: ['date.invalid'],
    make: (chance) => {
      const [month, days] = chance.pick([[2, 30], [4, 31], [6, 31], [9, 31], [11, 31]] as const)
      const text = (d: number): string => `${month}月${d}日，召开专题协商会议。`
      return inParagraph(chance, text(chance.whole(3, 27)), text(days), `${month}月${days}日`.replace(/^(.*)$/u, '‹$1›'))
    },
  },
  {
    name: 'a weekday that does not fit',
    rules: ['date.invalid'],
    make: (chance) => {
      const date = new Date(Date.UTC(chance.whole(2019, 2025), chance.whole(0, 11), chance.whole(1, 28)))
      const names = '日一二三四五六'
      const weekday = date.getUTCDay()
      const day = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
      const text = (w: number): string => `全会于${day}（星期${names.charAt(w)}）召开。`
      const off = (weekday + chance.whole(1, 6)) % 7
      return inParagraph(chance, text(weekday), text(off), `‹${day}（星期${names.charAt(off)}›`)
    },
  },
  {
    name: 'a session number that contradicts the occasion',
    rules: ['session.ordinal'],
    make: (chance) => {
      const term = chance.pick(['九', '十', '十一', '十二'])
      const session = chance.whole(2, 4)
      const digit = (n: number): string => '〇一二三四五'.charAt(n)
      const text = (n: number): string[] => [`现在，我代表政协松岭县第${term}届委员会常务委员会，向大会报告${term}届${digit(session)}次会议以来的工作，请予审议。`, '# 一、过去一年工作回顾', `${term}届${digit(n)}次会议以来，常委会团结带领广大委员认真履职。`]
      const head = { year: 2020, date: '2021年1月20日' }
      return { right: { ...head, text: text(session) }, wrong: { ...head, text: text(session - 1) }, at: `‹${term}届${digit(session - 1)}次会议›以来，常委会` }
    },
  },
  {
    name: 'an anniversary that does not follow',
    rules: ['anniversary', 'figure.contradiction'],
    make: (chance) => {
      const [event, founded] = chance.pick([['中华人民共和国成立', 1949], ['人民政协成立', 1949], ['中国共产党成立', 1921], ['改革开放', 1978], ['中国人民解放军建军', 1927]] as const)
      const year = chance.whole(2019, 2025)
      const text = (n: number): string => `${year}年是${event}${n}周年。`
      const n = year - founded
      const off = n + chance.pick([1, -1])
      return inParagraph(chance, text(n), text(off), `${event}‹${off}周年›`, { year })
    },
  },
  {
    name: 'a rate above a hundred',
    rules: ['percent.range'],
    make: (chance) => {
      const rate = chance.pick(['办复率', '满意率', '采纳率', '合格率', '覆盖率'])
      const n = chance.whole(91, 99)
      const text = (p: string): string => `${rate}达${p}%。`
      const off = `1${n + 1 > 99 ? 10 : n}`
      return inParagraph(chance, text(String(n)), text(off), `${rate}达‹${off}%›`)
    },
  },
  {
    name: 'a heading number that skips',
    rules: ['outline.numbering'],
    make: (chance) => {
      const heads = chance.some(['强化思想引领', '服务发展大局', '践行履职为民', '广泛凝聚共识', '加强自身建设'], 4)
      const text = (numbers: readonly string[]): string[] => heads.flatMap((head, i) => [`# ${numbers[i] ?? ''}、${head}`, '坚持稳中求进，扎实推进各项工作。'.replace('各项', `第${i + 1}项`)])
      return { right: { text: text(['一', '二', '三', '四']) }, wrong: { text: text(['一', '二', '四', '四'].map((n, i) => (i === 2 ? '四' : i === 3 ? '五' : n))) }, at: '‹四、›' + (heads[2] ?? '') }
    },
  },
  {
    name: 'a numeral with two approximators',
    rules: ['number.style'],
    make: (chance) => {
      const n = chance.whole(2, 9) * 10
      const [first, second] = chance.pick([['约', '余'], ['近', '多'], ['超过', '余']] as const)
      const text = (a: string, b: string): string => `组织委员${a}${n}${b}人次参加视察。`
      return inParagraph(chance, text(first, ''), text(first, second), `‹${first}${n}${second}人次›`)
    },
  },
  {
    name: 'a fixed expression misquoted',
    rules: ['term.variant'],
    make: (chance) => {
      const [right, wrong, at] = chance.pick([
        ['增强“四个意识”、坚定“四个自信”、做到“两个维护”', '增强“四个意识”、坚定“四个自信”、做到“两个确立”', '‹做到“两个确立”›'],
        ['统筹推进“五位一体”总体布局、协调推进“四个全面”战略布局', '统筹推进“五位一体”战略布局、协调推进“四个全面”战略布局', '‹“五位一体”战略布局›'],
        ['坚持以习近平新时代中国特色社会主义思想为指导', '坚持以习近平新时代中国特色社会主义为指导', '‹习近平新时代中国特色社会主义为›'],
        ['深刻领悟“两个确立”的决定性意义', '深刻领悟“两个维护”的决定性意义', '‹“两个维护”的决定性意义›'],
      ] as const)
      return inParagraph(chance, `${right}，扎实做好各项工作。`, `${wrong}，扎实做好各项工作。`, at)
    },
  },
]
