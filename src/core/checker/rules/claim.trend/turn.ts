import type { Report } from '../../../model/report.ts'
import { reviewOf } from '../../claims.ts'
import type { Run } from './read.ts'

/** The thing of a run right before its value or the claim: 全年万人发案率为31.4，连续三年下降 */
const THING = /^(?:全年|今年|年内|全[省市县区])*(\p{Script=Han}{4,12}?)(?:(?:实现|完成|达到?|保持|为|至|降至|升至)+[\d.,]*[^\d，]{0,3})?，?$/u
/** 全年刑事案件立案1208起 */
const THING_AHEAD = /^(?:全年|今年|年内|共|全[省市县区])*(\p{Script=Han}{4,12}?)(?:实现|完成|达到?|为|至|降至|升至)*[\d.,]+[^\d，]{0,3}$/u
/** behind the thing: how much it changed (刑事发案数下降12.4%，连续三年下降), and the unit of a number that was taken out (受理投诉件) */
const CHANGE_BEHIND = /(?:同比|[比较](?:上年|去年))?(?:上升|增长|提高|增加|提升|回升|下降|减少|降低|回落)(?:个?百分点|[余多]?\p{Script=Han}{0,3})?$/u
const UNIT_BEHIND = /[万亿]?(?:[人件场批户册班车架]次|元|[件起人名户家项元亩吨辆次例宗条册头])$/u
const RISE = /上升|增长|提高|增加|提升|回升/u
const FALL = /下降|减少|降低|回落/u

/**
 * The words in which last year's report says of the same thing that it went the other way (万人发案率为34.6，比上年的32.9有所上升); undefined where it does
 * not say so in the same name, or where the run is of that year alone.
 */
export function turnTold(last: Report, { before, thing: ahead, direction, years }: Run): string | undefined {
  if (direction === undefined || years < 2) return undefined
  const thing = (ahead === undefined ? THING.exec(before.replace(/，(?:实现|已|再次|成功)+$/u, '，')) : THING_AHEAD.exec(ahead))?.[1]?.replace(/(?:实现|完成|达到?|保持|为|至)+$/u, '')
  if (thing === undefined || thing.length < 4) return undefined
  for (const name of new Set([thing, thing.replace(CHANGE_BEHIND, ''), thing.replace(UNIT_BEHIND, '')])) {
    const told = name.length >= 4 ? toldOf(last, name) : undefined
    if (told !== undefined) return (direction === 'down' ? RISE.test(told) && !FALL.test(told) : FALL.test(told) && !RISE.test(told)) ? name + told : undefined
  }
  return undefined
}

/** How an earlier report says that a thing changed in its own year: the words behind its name at the head of a clause. */
function toldOf(last: Report, name: string): string | undefined {
  for (const { text } of reviewOf(last)) {
    const at = text.indexOf(name)
    if (at < 0 || !/^$|[，。；：、]$|(?:全年|年内|共|全[省市县区])$/u.test(text.slice(0, at).slice(-3))) continue
    // 上半年，…同比上升: of a part of the year only
    if (/季度|[上下]半年|月/u.test(text.slice(Math.max(0, at - 16), at).replace(/^.*[。；]/su, ''))) continue
    const told = /^(?:为|完成|实现|达到?|升至|降至)?(?:[\d.,]+[^\d，。；]{0,3}，)?(?:(?:同比|[比较](?:上年|去年))[^，。；]{0,14}|(?:上升|增长|提高|增加|提升|下降|减少|降低)了?[\d.]+[^，。；]{0,4})/u.exec(text.slice(at + name.length))?.[0]
    if (told !== undefined) return told
  }
  return undefined
}
