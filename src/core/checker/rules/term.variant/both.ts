import type { Slip } from './slip.ts'

/**
 * 即…又… where 既…又… is meant: 即 at the head of a clause, 又 at the head of the next one of the same sentence. 即 has a right place there before a
 * time, as “namely” (即是, 即为) and in pairs (即接即办、又…); what is also called something (又称, 又名) is “namely” as well.
 */
const BOTH = /(?<=[，；。]|^)即(?!日|将|使|便|可|时|刻|墨|是|为|由|指|按|每|在|从|.{1,3}即)([^，。；：（“]{2,24})，(?:又(?!称|名|叫|一|有一)|也(?!称|叫|就|即|可|是))/gu

/** “即保证…，又充分发扬…” → 既. Only where nothing but the two clauses stands between. */
export function mistakenBoth(text: string): Slip[] {
  if (!text.includes('即') || !(text.includes('，又') || text.includes('，也'))) return []
  return [...text.matchAll(BOTH)].flatMap(({ index, 0: found }): Slip[] => {
    // 即 explains what was named: after a name or a number of things (“双减”，即…; 两项任务，即…)
    if (/[”》）]，$|[一二两三四五六七八九十几\d]\p{Script=Han}{1,6}，$/u.test(text.slice(Math.max(0, index - 9), index))) return []
    const mark = found.endsWith('又') ? '又' : '也'
    return [{ start: index, end: index + 1, message: `“即”应为“既”：与“${mark}”呼应，表示两者兼有，用“既…${mark}…”`, suggestion: '既' }]
  })
}
