import type { Finding } from '../../finding.ts'
import { doubledPieces, isInAabb, PARTICLE, repeatsAPiece, saidAgain } from './doubled.ts'
import { defineParagraphRule, type CheckedParagraph } from '../../rule.ts'

const WORD = /(\p{Script=Han})(\p{Script=Han})\1\2/gu
/** Characters that doubled words are rightly made of: 一个一个, 很多很多, 这样这样. */
const COUNTING = /[〇零一二三四五六七八九十百千万亿几每很多]/u
/** 委员委员会, 企业企业家, 服务服务业: two words that meet, told by what follows. */
const MEETS: readonly [string, RegExp][] = [
  ['委员', /^(?:会|工作室|会客|小组|之家|活动|述职|履职|读书)/u],
  ['企业', /^(?:家|主|化|所|群|端|码)/u],
  ['服务', /^(?:业|中心|型|站|员|业态|贸易|对象)/u],
  ['合作', /^(?:社|区)/u],
  ['责任', /^(?:制|人|书|心|感|田|区|链)/u],
  ['主任', /^会/u],
  ['会议', /^(?:纪要|精神|室|制度|期间|决定)/u],
  ['政府', /^(?:工作|投资|采购|债|性|网|办|购买|引导|部门|职能|民生)/u],
  ['代表', /^(?:团|大会|性|人士|委员|联络)/u],
  ['街道', /^办/u],
  ['基金', /^会/u],
  ['教育', /^(?:部|局|厅|系统|体育)/u],
  ['建设', /^(?:用地|者|局|厅|银行|项目|兵团)/u],
  ['管理', /^(?:员|局|体系|制度|办法|委员会|人员)/u],
  ['监督', /^(?:员|局|小组|管理)/u],
  ['工作', /^(?:人员|者|委员会|队|站)/u],
  ['发展', /^(?:改革|中国家|和改革)/u],
  ['研究', /^(?:院|所|员|生|会|中心)/u],
  ['中国', /^(?:式|梦|人民)/u],
  ['人民', /^(?:政协|政府|币|法院|检察院|团体|代表|日报)/u],
  ['民主', /^(?:党派|监督|法治)/u],
  ['政协', /^(?:委员|常委|机关|协商|章程|云)/u],
  ['书记', /^(?:处|员)/u],
]

/** Three words that only look like one doubled: 退税、缓税、缓费. */
const ACROSS = ['退税缓税缓费', '减税降税降费', '免税减税减费']
/** What a doubled word may be followed by where the name of an office begins: 市场市场监管局. Verbs begin no such name. */
const OFFICE = /^(?:\p{Script=Han}{0,4}(?:局|厅|部门|委员会|协会)|馆|站|处|院)/u
const VERB = /^(?:开展|加强|推动|推进|组织|落实|提升|提高|完善|深化|强化|实施|做好|坚持|围绕|聚焦|积极|进行|促进|发挥|参与|参加|举办|召开|打造|健全)$/u

/** A doubled word or particle (的的, 工作工作). */
export const textRepeat = defineParagraphRule({
  id: 'text.repeat',
  title: '字词重复',
  severity: 'warning',
  basis: { on: 'practice', why: '同一字词误输两次' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    const found: Finding[] = []
    const report = (paragraph: CheckedParagraph, start: number, text: string): void => {
      const once = text.slice(0, text.length / 2)
      found.push(finding(`“${once}”重复`, [{ in: paragraph, start, end: start + text.length }], { suggestion: once }))
    }
    const { text } = paragraph
    const repeats = repeatsAPiece(text)
    if (repeats) for (const match of text.matchAll(PARTICLE)) if (!isInAabb(text, match.index)) report(paragraph, match.index, match[0])
    for (const { start, end, once } of [...(repeats ? doubledPieces(text) : []), ...saidAgain(text)]) {
      found.push(finding(`“${once.length > 12 ? `${once.slice(0, 12)}…` : once}”重复`, [{ in: paragraph, start, end }], { suggestion: once }))
    }
    if (!repeats) return found
    for (const match of text.matchAll(WORD)) {
      const [whole, x = '', y = ''] = match
      if (x === y || found.some(({ anchors: [{ start, end }] }) => match.index < end && start < match.index + whole.length) || COUNTING.test(x + y)) continue
      if (ACROSS.some((words) => text.startsWith(words, match.index - 1))) continue
      const behind = text.slice(match.index + whole.length, match.index + whole.length + 5)
      if (!VERB.test(x + y) && OFFICE.test(behind)) continue
      if (MEETS.some(([word, pattern]) => word === x + y && pattern.test(behind))) continue
      report(paragraph, match.index, whole)
    }
    return found
  },
})
