import { CharSet } from '../../../text/char-set.ts'

/** A name as it stands in one paragraph. */
export interface Named {
  text: string
  start: number
}

/** What is read of one paragraph about the names in it. Offsets are UTF-16 units in its text. */
export interface Names {
  /** “…” of 4 to 16 characters without marks of pause */
  quoted: readonly Named[]
  /** words with Latin letters: 6+x, APP, PM2.5 */
  latin: readonly Named[]
  /** two characters and 县, 市, 区, 旗 before an organ: 柯城区 of 柯城区委 */
  places: readonly Named[]
  /** the same before whatever follows: 云平市河长办 */
  districts: readonly Named[]
  /** names of persons beside their titles */
  persons: readonly Named[]
  /** three characters that may be a person's name before what persons do: 王建华要求 */
  speakers: readonly Named[]
}

const QUOTED = /“([^“”，。；：！？、《》\s]{4,16})”/gu
const LATIN = /[A-Za-z\d][A-Za-z\d+＋×&.·\-]*[A-Za-z\d]|[A-Za-z]/gu
const ORGAN = '(?:委|政府|政协|人大|纪委|法院|检察院|人民)'
const PLACE = new RegExp(`[县市区旗](?<=\\p{Script=Han}{2}.)(?=${ORGAN})`, 'gu')
const DISTRICT = /[县市区旗](?<=\p{Script=Han}{2}.)/gu

const SURNAME =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖石金韦贾夏付方邹熊孟秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤俞翁祝詹毕柴柯施'
const SURNAMES = new CharSet(SURNAME)
const TITLE = '(?:副主席|主席|副书记|书记|副主任|主任|副院长|院长|检察长|副县长|县长|副市长|市长|副区长|区长|副校长|校长|副局长|局长|秘书长|同志|委员|代表)'
/** what a person is by trade or standing, in front of the name: 乡村医生吴爱莲的巡诊足迹 */
const ROLE = '(?:医生|医师|护士|教师|老师|民警|法官|检察官|干警|村民|居民|职工|学生|选手|运动员|志愿者|党员|支书|支部书记|网格员|军人|老人|工程师|企业家|负责人|董事长|总经理|技术员|传承人|农艺师|辅警|消防员|模范|好人|律师|教授|专家|青年|农民|大学生|创客|种植户|养殖户|脱贫户|大户|能人|带头人|队员|经理|师傅|教练|店主)'
const ROLE_BEFORE = new RegExp(`${ROLE}$`, 'u')
const TITLE_BEFORE = new RegExp(`${TITLE}$`, 'u')
const TITLE_BEHIND = new RegExp(`^${TITLE}`, 'u')

/** The title beside a name, or an empty text: two persons of nearly one name differ in it. */
export const titleAt = (text: string, start: number, length: number): string =>
  TITLE_BEFORE.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? ROLE_BEFORE.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? TITLE_BEHIND.exec(text.slice(start + length, start + length + 4))?.[0] ?? ''

const VERB = '(?=[，。、；：（\\s]|$|参加|主持|出席|列席|强调|指出|率|带队|带领|陪同|作|一行|同志|赴|深入|调研|走访|介绍|讲|宣读|传达|当选|到|在|对|向|来|为|做|听取|检查|考察|视察|慰问|批示|表示|要求|分别|和|与)'
/** These are tried at surnames only: a class of so many characters at the head of a pattern costs more than the rest of it. */
const AFTER_TITLE = new RegExp(`.(?<=${TITLE}.)\\p{Script=Han}{2}${VERB}`, 'uy')
const HAS_ROLE = new RegExp(ROLE, 'u')
const AFTER_ROLE = new RegExp(`.(?<=${ROLE}.)\\p{Script=Han}{2}(?=[，。、；：（）”的等\\s]|$|入选|荣获|获|被|当选|同志|说|在|从|用|自|家|告诉|一家|牺牲|坚守|事迹|先进事迹|牵头|成立|创办|领办|承包|返乡|带领|带动|带头|率先|通过|流转)`, 'uy')
const BEFORE_TITLE = new RegExp(`.(?:(?<!\\p{Script=Han}.)\\p{Script=Han}{2}(?=${TITLE})|(?<=[由在].)\\p{Script=Han}{2}(?=主持|作))`, 'uy')

/** Before what a person says or does, at the beginning of a clause. */
const SPEAKER = new RegExp(`.(?<=(?:^|[，。；：、“\\s]|其中|推荐).)\\p{Script=Han}{2}(?=强调|指出|要求|表示|认为|率|带队|一行|主持|出席|参加|实地|首先|还|就|深入|来到|先后|听取|充分肯定|希望|对|介绍|传达|宣读|作|同志|在|到|代表|说|荣获|获评|获得|被评|当选|入选)`, 'uy')

const all = (text: string, pattern: RegExp): Named[] => Array.from(text.matchAll(pattern), (match) => ({ text: match[0], start: match.index }))

/** The matches of a pattern that begins with a surname; of two that overlap the first. */
function fromSurname(text: string, surnames: readonly number[], pattern: RegExp): Named[] {
  const found: Named[] = []
  let end = 0
  for (const start of surnames) {
    if (start < end) continue
    pattern.lastIndex = start
    const name = pattern.exec(text)?.[0]
    if (name === undefined) continue
    found.push({ text: name, start })
    end = start + name.length
  }
  return found
}

function surnamesIn(text: string): number[] {
  const found: number[] = []
  for (let i = 0; i < text.length; i++) if (SURNAMES.has(text.charCodeAt(i))) found.push(i)
  return found
}

/** Three characters up to each match of one; of two that overlap the first. */
function upTo(text: string, pattern: RegExp): Named[] {
  const found: Named[] = []
  let end = 0
  for (const { index } of text.matchAll(pattern)) {
    if (index - 2 < end) continue
    found.push({ text: text.slice(index - 2, index + 1), start: index - 2 })
    end = index + 1
  }
  return found
}

/** Reads the names of one paragraph. */
export function namesIn(text: string): Names {
  const surnames = surnamesIn(text)
  return {
    quoted: text.includes('“') ? [...text.matchAll(QUOTED)].map((match) => ({ text: match[1] ?? '', start: match.index + 1 })) : [],
    latin: /[A-Za-z]/u.test(text) ? all(text, LATIN).filter((word) => /[A-Za-z]/u.test(word.text)) : [],
    places: upTo(text, PLACE),
    districts: upTo(text, DISTRICT),
    speakers: fromSurname(text, surnames, SPEAKER),
    persons: [...fromSurname(text, surnames, AFTER_TITLE), ...fromSurname(text, surnames, BEFORE_TITLE), ...(HAS_ROLE.test(text) ? fromSurname(text, surnames, AFTER_ROLE) : [])],
  }
}
