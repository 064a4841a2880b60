import { isOneSlip } from '../number-slip.ts'
import { shareSpan, fits } from '../span.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** what stands behind the name in 占规上工业增加值的比重升至 */
const TO = '(?:升至|升到|降至|降到|降为|增至|增加到|增加至|提高到|提高至|提升到|提升至|上升到|上升至|上升为|提升为|下降到|下降至|下降为|扩大到|扩大至|稳定在|保持在|突破|达到?|为|超过?)'
const SAID_BEHIND = new RegExp(`(?:的)?(?:比[重例]|份额|百分比)?(?:已|也|首次|进一步|稳步|继续|逐步|仍|均|又)*${TO}?(?:了|约|近)*$`, 'u')
const PLACE = /^(?:全[国省市县区州旗乡镇村院校]|我[省市县区院校]|本[省市县区院校])的?/u
const REACHED = /(?:达到?|为|完成|实现|突破|超过?|约|近|共|有|的|计|总计|合计|预计)+$/u
const FEWEST = 4

/**
 * 规上工业增加值136亿元，高新技术产业增加值85亿元，占规上工业增加值的比重升至65.2%: the whole of a share, where the words behind 占 are the name of one number before the part in its sentence. `of` are
 * the words between 占 and the share. Of another place's part, or of another place's whole, nothing is certain.
 */
export function wholeBySameName({ start }: Sentence, of: string, part: Term, wholes: readonly Term[]): Term | undefined {
  const said = of.replace(SAID_BEHIND, '')
  const place = PLACE.exec(said)?.[0].replace('的', '') ?? ''
  const name = said.slice(PLACE.exec(said)?.[0].length ?? 0)
  if (name.length < FEWEST || /[省市县区镇乡村园国州]/u.test(labelOf(part))) return undefined
  const named = wholes.filter((t) => t.figure.start >= start && !isDelta(t) && called(t, name) && (place === '' || labelOf(t).includes(place)))
  return named.length === 1 ? named[0] : undefined
}

const called = (t: Term, name: string): boolean => labelOf(t).replace(REACHED, '').endsWith(name)

/** 总户数, 全村户数, 总人口: of all who live where the text is of */
const OF_ALL = /^(?:全[村镇乡县市区社寨]|本[村镇乡县]|我[村镇乡县市])?(?:总户数|总人口数?|总人数|农户总数|总农户数|户数|人口总数)(?:的)?$/u
/** 全村486户1732人: the numbers of a place, its persons right behind its households */
const LIVE = /(?:全[村镇乡县市区社寨]|本[村镇乡县]|我[村镇乡县市]|[全辖]辖?区|现有|总[人户][口数]|常住|[农住]户|人口)[^，；。：\d]{0,10}$/u

/** 全村486户1732人。…吸纳312户入社，占总户数的62.4%: a share of all households or persons of the place, told in the sentences before. Elsewhere another place may be meant, so that only a slip counts. */
export function wholeOfPlace(of: string, part: Term, stated: Term, wholes: readonly Term[]): Term | undefined {
  if (!OF_ALL.test(of.replace(SAID_BEHIND, '')) || !/^[户人口名]/u.test(part.figure.unit)) return undefined
  const living = wholes.filter((t) => isLevel(t) && sameMeasure(t, part) && isOfPlace(t, part))
  const [whole] = living
  if (!whole || living.length > 1 || fits(part.span, whole.span, shareSpan(stated.figure))) return undefined
  return slipped(stated, part, whole) ? whole : undefined
}

function isOfPlace(t: Term, part: Term): boolean {
  const persons = /^[人口名]/u.test(t.figure.unit)
  return LIVE.test(t.before) || (persons && t.before === '' && t.figure.value > part.figure.value)
}

/** Is the stated share one slip away from what it should be? */
function slipped({ figure }: Term, part: Term, whole: Term): boolean {
  if (figure.approx !== 'exact' || !/\d/u.test(figure.text)) return false
  const said = /\d+(?:\.\d+)?/u.exec(figure.text)?.[0] ?? ''
  const due = ((part.figure.value / whole.figure.value) * 100).toFixed(said.split('.')[1]?.length ?? 0)
  return isOneSlip(said.replace('.', ''), due.replace('.', '')) && said.replace('.', '').length >= 2
}

const RISEN = /^(?:进一步|稳步|逐步|大幅)?(?:升至|升到|提高到|提高至|提升到|提升至|上升到|上升至|增加到|降至|降到|下降到|下降至|降低到|降为|上升为|提高为)(?:了|今年的?|目前的?)?$/u
const HELD = /占(?!全[国省市])[^，；。：、\d]{2,24}?(?=[由从](?:上一?年|去年|年初|\d{4}年|此前)?(?:同期|底|末)?的?$)/u

/** 占全社会用电量的比重由上年的62.1%升至68.6%: the later share as if the earlier one did not stand between it and its words. */
export function risenShares({ terms, text, start, end }: Sentence): Term[] {
  const said = text.slice(start, end)
  if (!said.includes('占') || !/[由从]/u.test(said)) return []
  return terms.flatMap((stated): Term[] => {
    const then = terms[stated.at - 1]
    if (!then || stated.figure.kind !== 'percent' || then.figure.kind !== 'percent' || then.figure.unit !== stated.figure.unit || !RISEN.test(stated.before)) return []
    const held = HELD.exec(then.before)
    return held ? [{ ...stated, at: then.at, before: then.before.slice(0, held.index) + held[0] }] : []
  })
}
