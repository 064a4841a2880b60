/** What a body is: the end of its name. */
const ORGAN = /(?:政协|人大|人民政府|政府|人民法院|法院|人民检察院|检察院|委员会|总工会|妇联|团委|(?:发改|教育|卫健|财政|民政|农业农村|住建|交通|水利|文旅|应急|人社)?[委局厅办])$/u

/**
 * The place of a body by its short name: 开化县政协 → 开化, 衢州市柯城区政协 → 柯城. Empty where the name has no place, or one of a single
 * character, which could be part of any word.
 */
export function placeOf(body: string): string {
  const area = body.replace(ORGAN, '')
  const own = /^(?:.*[省市盟县区旗](?=.{3}))?(.+)[省市州盟县区旗]$/u.exec(area)?.[1] ?? ''
  return own.length >= 2 ? own : ''
}
