import { clauseStart, isQuoted, squeezed } from '../../reading.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import { bare, scopeOf } from './statement.ts'
import type { Told } from './told.ts'
import { WHOSE } from './words.ts'

const AMONG = /全(?:[国省市县区州]|系统)/u
/** 考核成绩列全市|第三位; 从第五跃升至第二 tells two */
const RANKED = /(?:稳居|位居|位列|排名?|名列|列|居)(?:在|于)?(?:全(?:[国省市县区州]|系统)(?:同类\p{Script=Han}{2,4})?)?$/u
const MOVED = /[从由]\p{Script=Han}*第|分别|其中|单项|曾|一度|并列/u
/** 平安建设考核: what is assessed, and how */
const ASSESSED = /([\p{Script=Han}“”]{0,14}?)(考核|考评|测评|评价|评估|测度)(?:中|成绩|结果|得分|总分|综合得分)?$/u
const OF_ALL = /^(?:在|全[国省市县区州]|省|市|年度|综合|上级|20\d\d年度?)+/u
/** names that say of what they are; a bare 增速 or 总量 does not */
const MEASURED = /\p{Script=Han}{3,}(?:增速|增幅|总量|满意度|满意率|安全感|指数|[^功效频]率)$/u

/** The place of the body, or of something that it answers for, among others. */
class Rank extends Mention {
  constructor(
    saying: Saying,
    private readonly name: string,
    private readonly among: string,
    /** what is assessed; empty where the sentence begins with it */
    private readonly assessed: string,
    private readonly lead: string,
  ) {
    super(saying)
  }

  isOf(other: Mention): boolean {
    if (!(other instanceof Rank) || other.among !== this.among) return false
    if (this.assessed === other.assessed) return this.assessed !== ''
    const [named, bareOne] = this.assessed === '' ? [other, this] : [this, other]
    return bareOne.assessed === '' && named.assessed.length >= 3 && bareOne.lead.startsWith(named.assessed)
  }

  deniedBy(other: Mention): string | undefined {
    return other instanceof Rank && other.assessed === '' ? this.name : other instanceof Rank ? other.name : undefined
  }
}

/** The ranks that a paragraph tells, of assessments and of measures with a name of their own. */
export function ranksOf({ paragraph: { text, figures }, sentenceAt, body, year, timeOf }: Told): Mention[] {
  const out: Mention[] = []
  for (const figure of figures) {
    if (figure.kind !== 'rank' || figure.value === null || !figure.text.includes('第') || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const clause = squeezed(text.slice(Math.max(start, clauseStart(text, figure.start)), figure.start))
    const ranked = RANKED.exec(clause + (AMONG.exec(figure.text)?.[0] ?? ''))
    const lead = squeezed(text.slice(start, figure.start))
    if (!ranked || MOVED.test(lead)) continue
    const subject = clause.slice(0, ranked.index)
    const among = AMONG.exec(figure.text)?.[0] ?? AMONG.exec(ranked[0])?.[0] ?? AMONG.exec(clause)?.[0] ?? ''
    const assessed = ASSESSED.exec(subject)
    const scope = [...scopeOf({ text, figures }, figure, start, year, true).filter((word) => !AMONG.test(word) && !/^[个各]/u.test(word)), ...new Set(lead.match(WHOSE) ?? [])].sort()
    const time = `${timeOf(figure.start)}|${scope.join()}`
    if (assessed) {
      const of = (assessed[1] ?? '').replace(OF_ALL, '')
      const name = `${of}${assessed[2] ?? ''}`
      out.push(new Rank(sayingOf(figure, index, String(figure.value), `rank|${assessed[2] ?? ''}|${time}`), `${name}位次`, among, of, lead))
    } else if (MEASURED.test(subject)) {
      const of = bare(subject, body).replace(OF_ALL, '')
      if (of.length >= 5 && !/[\d、]/u.test(of)) out.push(new Rank(sayingOf(figure, index, String(figure.value), `rank|${of}|${time}`), `${of}位次`, among, of, lead))
    }
  }
  return out
}
