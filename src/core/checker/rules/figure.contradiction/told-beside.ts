import { type CoreFigure } from '../../../figures/figure.ts'
import { digitsOf, isTransposition } from '../../number-slip.ts'
import { isQuoted, squeezed } from '../../reading.ts'
import { agree } from './agree.ts'
import { EVERYWHERE, plainOf, significant, unitOf } from './counted.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import { scopeOf } from './statement.ts'
import type { Told } from './told.ts'
import { TAILS } from './words.ts'

/** from how many digits on a number is hardly the same by chance */
const WEIGHTY = 3
/** how far apart two numbers of one passage stand */
const REACH = 20
/** (1) the noun behind the first, (2) the words before the second */
const BETWEEN = /^(\p{Script=Han}{0,8})[，、；](?:并|共|累计|先后|帮助|帮|协助|为其)*(\p{Script=Han}{2,16})$/u
/** against what something is told: how much more or less it is */
const COMPARED = /增|降|减|提高|提升|上升|回落|同比|环比|上年|去年|占|其中|平均|人均|每|分别/u

/** A number that follows, or comes before, another one with the same words between them. */
class Beside extends Mention {
  constructor(
    saying: Saying,
    private readonly name: string,
    private readonly figure: CoreFigure,
    /** are the words between them of what every section of a report has (解决问题)? */
    private readonly generic: boolean,
  ) {
    super(saying)
  }

  isOf(other: Mention): boolean {
    return other.key === this.key
  }

  deniedBy(other: Mention): string | undefined {
    if (!(other instanceof Beside) || agree(this.figure, other.figure)) return undefined
    const [a, b] = [digitsOf(this.text), digitsOf(other.text)]
    if (isTransposition(a, b)) return this.name
    return !this.generic && a.length === b.length && [...a].filter((c, i) => c !== b.charAt(i)).length === 1 ? this.name : undefined
  }
}

/**
 * A passage told twice: 查办案件31.5万件，罚没金额17亿元 and later 查办案件31.5万件，罚没金额19亿元. Where a number of three and more digits, its noun and the
 * words up to the next number are the same, the next number is the same too, however few digits it has.
 */
export function besidesOf({ paragraph: { text, figures }, core, sentenceAt, year, timeOf }: Told): Mention[] {
  const out: Mention[] = []
  for (let i = 1; i < core.length; i++) {
    const [before, figure] = [core[i - 1], core[i]]
    if (!before || !figure || figure.start - before.end > REACH || !isWeighty(before) || !isCompared(figure)) continue
    const [, behind, words] = BETWEEN.exec(squeezed(text.slice(before.end, figure.start))) ?? []
    if (behind === undefined || words === undefined || COMPARED.test(words) || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const noun = behind || squeezed(text.slice(Math.max(start, before.start - 16), before.start)).replace(TAILS, '').slice(-2)
    const name = plainOf(words.replace(TAILS, ''))
    if (noun.length < 2 || name.length < 2) continue
    const key = ['beside', noun, before.value, before.unit, name, unitOf(figure.unit), timeOf(figure.start), ...scopeOf({ text, figures }, figure, start, year, true)].join('|')
    out.push(new Beside(sayingOf(figure, index, String(figure.value), key), name, figure, EVERYWHERE.test(name)))
  }
  return out
}

const isWeighty = (figure: CoreFigure): boolean => figure.kind !== 'percent' && figure.approx === 'exact' && figure.high === undefined && significant(figure.value * 100).length >= WEIGHTY
const isCompared = (figure: CoreFigure): boolean => figure.approx === 'exact' && figure.high === undefined && digitsOf(figure.text).length >= 2
