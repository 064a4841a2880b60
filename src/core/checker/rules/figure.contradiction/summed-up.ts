import type { Counted, Slip } from './counted.ts'

/** 培训班|期期有主题, 提案|件件有回音: said of every single one; (1) the noun */
const EACH = /^(?:的)?(?:各类)?(\p{Script=Han}{2,12}?)(?:场场|期期|班班|件件|个个|项项|条条|户户|人人|次次|篇篇|名名|家家|所所|处处)/u
/** some of them, and the ones of another time or body */
const SOME = /未|尚|不|其中|其余|剩余|另|部分|首批|第|上年|去年|重点|示范|优秀|[省市县区镇乡村]级/u

/**
 * 举办家政、育婴等培训班32期 and later 总的看，23期培训班期期有主题: who says of every single one what it was speaks of all that were told, so that two
 * digits that are exchanged tell, even where only the end of a list was the noun. Undefined where nothing is said of each, or of others.
 */
export function summedUp(told: Counted, again: Counted, { exchanged }: Slip): string | undefined {
  if (!exchanged || told.behind !== '' || again.front !== '' || told.ofPart || again.ofPart) return undefined
  const noun = EACH.exec(again.behind)?.[1]
  return noun !== undefined && !SOME.test(noun) && told.front.endsWith(noun) && !SOME.test(told.front) ? noun : undefined
}
