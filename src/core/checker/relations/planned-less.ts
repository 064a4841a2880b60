import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Subset } from './subsets.ts'

const PLANNED = /(?:排定|安排|计划|拟|确定|原定|列入|谋划|下达|部署|编排)[^，；。：、\d]{0,14}$/u
const DROPPED = /取消|撤销|撤项|退出|核减|调减|调出|剔除|终止|停建|停办|缓建|缓办|暂缓|延期|延后|推迟|顺延|未能|未实施|未开工|未启动|未举办|不再|作了?[^，；。]{0,6}调整|进行了?[^，；。]{0,6}调整|因故调整/u
const ADDED = /新增|增补|追加|调入|补充|增列|增设|替换|另|又|超额|额外|加上/u
const DONE = /(?:实际|最终|共|全年|已)(?:\p{Script=Han}{0,4})?(?:开工|实施|完成|举办|开展|推进|建成|竣工|启动|组织|召开)[^，；。：、\d]{0,8}$/u

/** 排定46项，有3项作了规模调整，实际开工49项: more than were planned, though some of them were given up. What was added is told. */
export function largerThanPlanned({ terms, text, start, end }: Sentence): Subset[] {
  if (terms.length < 3 || !/[消出减除止停缓延推未调退]/u.test(text.slice(start, end))) return []
  return terms.flatMap((planned): Subset[] => {
    const [dropped, done] = [terms[planned.at + 1], terms[planned.at + 2]]
    if (!dropped || !done || ![planned, dropped, done].every(isCount) || !sameMeasure(planned, dropped) || !sameMeasure(planned, done)) return []
    if (!PLANNED.test(labelOf(planned)) || dropped.figure.value >= planned.figure.value || done.figure.value <= planned.figure.value) return []
    const between = text.slice(planned.figure.end, done.figure.start)
    if (/[；。]/u.test(between) || ADDED.test(between) || !DONE.test(labelOf(done)) || !DROPPED.test((/[^，；。]*$/u.exec(dropped.before)?.[0] ?? '') + (/^[^，；。]*/u.exec(dropped.after)?.[0] ?? ''))) return []
    return [{ part: done, whole: planned, partName: '实际', wholeName: '计划' }]
  })
}

const isCount = (t: Term): boolean => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.depth === 0
