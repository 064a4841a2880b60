import type { Placed } from '../../groups.ts'
import type { Named } from './names.ts'
import type { Standing } from './placed.ts'

/** how many paragraphs further on a name that was told is still taken up */
const NEAR = 2
/** what something new begins with: 设立“职工之友”信箱, 新建凤栖山公园 */
const INTRODUCES = /(?:打造|建成|设立|创建|开展|开通|推出|评选|举办|开设|成立|组建|实施|培育|选树|推行|探索|建立|创新|创办|发布|出台|新建|新增|启动|开工|推进|改造|修缮|整治|修复|承建|承办|扩建|改建|迁建|续建|完成|加固|拆除|疏浚|投资|投入|命名为?|授予|获评|荣获|评为|被评为|入选|和|与|及|或|、|”|以及)(?:了|全[省市县国]首[个家座条])?$/u
/** 青云湖景区完成提升改造: what was done this year to the one and to the other */
const DONE = /^”?(?:等)?(?:已|全面|顺利|正式|建设|工程|项目|主体|一期|二期)*(?:完成|开工|启动|动工|竣工|完工|改造|提升|扩建|加固|投用|投入使用|开园|开放|开馆|通车|贯通|合龙|获评|入选|创成|揭牌|成立|建成)(?!后|以来)/u
/** another of a list follows */
const LISTED = /^”?(?:\d+[个家座条所名场次]?)?(?:[、和与及或]|以及|等)/u

/**
 * Does a name take another one up: in another sentence, soon behind it, and not as something new (打造“舒心驿站”14个 and “舒心驿家”累计接访群众)? Of two
 * things of like names each is introduced, mostly in one sentence.
 */
export function takesUp(rare: Standing, usual: Standing, opening: 0 | 1): boolean {
  const [[at], [main]] = [rare.places, usual.places]
  if (!at || !main || rare.places.length !== 1 || !isBehind(at, main) || at.in.index - main.in.index > NEAR) return false
  const { text } = at.in
  const { start, text: name } = at.item
  const before = text.slice(Math.max(0, start - opening - 8), start - opening)
  if (INTRODUCES.test(before) || [LISTED, DONE].some((pattern) => pattern.test(text.slice(start + name.length, start + name.length + 12)))) return false
  if (main.in !== at.in) return true
  return usual.places.every(({ in: paragraph, item }) => paragraph !== at.in || /[。；！？]/u.test(text.slice(Math.min(item.start, start), Math.max(item.start, start))))
}

const isBehind = (at: Placed<Named>, main: Placed<Named>): boolean => at.in.index > main.in.index || (at.in === main.in && at.item.start > main.item.start)
