import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Subset } from './subsets.ts'

/** what is due of all who are counted: nobody more can have it done. Not 应收, 应配, 应发: more may come in, be there, be paid */
const DOING = '(?:接种|种|到会|到岗|到|出席|参会|参训|参考|参检|参评|参加[^，。；：、\\d]{0,4}|考|体检|检查|检测|检验|检|筛查|查|随访|访|上报|报告|报送|投票|答题|巡查|年检|年审|审|登记|普查|核查|核|复诊|评)'
const DUE = new RegExp(`应(${DOING})[^，。；：、\\d]{0,4}$`, 'u')
const DONE = new RegExp(`实(?:际)?(${DOING})[^，。；：、\\d]{0,4}$`, 'u')
/** more than were due, and why */
const BEYOND = /超|补[种检考报查]|外来|流动|提前|往年|历年|新增|另|含|包括|加上|扩大/u

/** 应种8920剂次，实种8971剂次: more done than were due, of one doing. Silent where the sentence says why. */
export function moreThanDue({ terms, text, start, end }: Sentence): Subset[] {
  const words = text.slice(start, end)
  if (!words.includes('应') || !words.includes('实') || terms.length < 2 || BEYOND.test(words)) return []
  return terms.flatMap((due): Subset[] => {
    const done = terms[due.at + 1]
    if (!done || !isCount(due) || !isCount(done) || !sameMeasure(due, done) || done.figure.value <= due.figure.value) return []
    const [doing, did] = [DUE.exec(labelOf(due))?.[1], DONE.exec(labelOf(done))?.[1]]
    if (doing === undefined || did === undefined || doing !== did || /[；。]/u.test(text.slice(due.figure.end, done.figure.start))) return []
    return [{ part: done, whole: due, partName: `实${did}`, wholeName: `应${doing}` }]
  })
}

const isCount = (t: Term): boolean => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.depth === 0
