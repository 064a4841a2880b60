/** Words of a change with how much it was, at the end of a clause: 同比上升3.2%，; (增幅 and 降幅 are rates, that may fall while the thing rises) */
const CHANGED = /(?<!增速|增幅|降幅|亏损|差距|缺口|负债|逾期)(?:同比|[比较](?:上年|去年))?(?:再|又)?(上升|增长|提高|增加|提升|上涨|下降|减少|降低|回落)了?(?:约|近|超)?[\d.]+(?:%|个?百分点|[万亿]?\p{Script=Han}{1,2})[，,](?:实现了?|已经?|再次|成功|保持)*$/u
const FALLS = /下降|减少|降低|回落/u
/** the claim ends with the clause: 连续三年下降，; not 连续三年增长后首次回落, 连续三年提升群众满意度 */
const ENDS = /^(?:保持|持续|稳步|稳定|实现|呈|呈现|正|稳中|双)*(?:下降|减少|降低|递减|下行|回落|上升|增长|提升|提高|递增|攀升|增加|上涨)(?:态势|趋势|势头)?(?=[，。；,;、]|$)/u

/** 信访总量同比上升3.2%，连续三年下降: the words right before a run say that this very year went the other way. Gives them back; undefined where they do not. */
export function turnedNow(text: string, { start, end, direction }: { start: number; end: number; direction: 'up' | 'down' | undefined }): string | undefined {
  if (direction === undefined || !/[，,]\s*\p{Script=Han}{0,4}$/u.test(text.slice(Math.max(0, start - 6), start)) || (!/连[增升降跌涨]$/u.test(text.slice(start, end)) && !ENDS.test(text.slice(end, end + 16)))) return undefined
  const clause = text.slice(Math.max(0, start - 40), start).replace(/^.*[。；]/su, '')
  const match = CHANGED.exec(clause)
  if (!match || FALLS.test(match[1] ?? '') === (direction === 'down')) return undefined
  return match[0].replace(/[，,].*$/su, '')
}
