import { defineGroups, type Placed } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'
import { isConfusable } from './confusable.ts'
import type { Named } from './names.ts'
import type { PlacedVariant } from './placed.ts'

/** The Chinese characters up to the end of a project's name; where the name begins is not known. */
export interface Project extends Named {
  /** which sentence of its paragraph it is in */
  sentence: number
}

const END = /(?:工程|项目)(?![部组法师名指款资建量类类进总库清])/gu
/** how many characters of a name are read */
const REACH = 20
/** what two names must have in common at their ends, 工程 included */
const TAIL = 8

/** Projects by their long names (白马溪流域综合治理工程). One pass over the ends. */
export function projectsIn(text: string): readonly Project[] {
  if (!text.includes('工程') && !text.includes('项目')) return NONE
  const found: Project[] = []
  let [from, sentence] = [0, 0]
  for (const { index, 0: kind } of text.matchAll(END)) {
    const end = index + kind.length
    const run = /\p{Script=Han}+$/u.exec(text.slice(Math.max(0, end - REACH), end))?.[0] ?? ''
    if (run.length < TAIL + 3) continue
    for (; from < index; from++) if (/[。；！？]/u.test(text.charAt(from))) sentence++
    found.push({ text: run, start: end - run.length, sentence })
  }
  return found.length > 0 ? found : NONE
}
const NONE: readonly Project[] = []

/** Running waters by their kinds: a name goes with one of them (白马溪, 白马河). A lake has the name of its river. */
const WATER = /[溪河江港沟涧]/u
/** Kinds of things and words of quantity or side that make another project though they sound alike: 老旧小区, 老旧校区; 灌区, 灌渠. */
const OTHER = /[小校区渠厂场院园景井江港湖户护路陆库桥站店电塘堂厅亭馆管城成村镇乡东西南北上下前后左右新老旧大中一二三四五六七八九十两甲乙丙丁\d]/u
/** villages and schools have projects of one kind each: 永新村道路硬化工程, 永兴村道路硬化工程 */
const OF_MANY = /^\p{Script=Han}{0,2}(?:村|社区|小区|小学|中学|学校|幼儿园|组|镇|乡|街道|片区|路|街)/u

interface Difference {
  /** where the one character differs, counted from the ends */
  tail: number
  /** how many characters before it are equal */
  head: number
}

function differenceOf(a: string, b: string): Difference | undefined {
  let tail = 0
  while (tail < Math.min(a.length, b.length) && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail++
  const [i, j] = [a.length - 1 - tail, b.length - 1 - tail]
  if (tail < TAIL || i < 2 || j < 2) return undefined
  const [x, y] = [a.charAt(i), b.charAt(j)]
  const isWater = WATER.test(x) && WATER.test(y)
  if (!isWater && (!isConfusable(x, y) || OTHER.test(x) || OTHER.test(y) || OF_MANY.test(a.slice(i + 1)))) return undefined
  let head = 0
  while (head < i && head < j && a.charAt(i - 1 - head) === b.charAt(j - 1 - head)) head++
  return head >= 2 ? { tail, head } : undefined
}

interface Projects {
  projects: readonly Project[]
}

/** How many names of one ending are compared with each other: more of them are a series, each its own. */
const MOST = 12

const slipped = defineGroups<Projects, Project, readonly PlacedVariant[]>({
  itemsOf: ({ projects }) => projects.map((project) => [project.text.slice(-TAIL), project] as const),
  judge: (group) => {
    if (group.length > MOST) return undefined
    const found = group.flatMap((later, k) => {
      const rare = group.slice(0, k).flatMap((earlier) => variantOf(earlier, later))
      return rare.slice(0, 1)
    })
    // two that stand once each: a third form says that they are a series
    return found.length === 1 ? found : undefined
  },
})

function variantOf(usual: Placed<Project>, rare: Placed<Project>): PlacedVariant[] {
  const apart = differenceOf(usual.item.text, rare.item.text)
  const isOne = usual.in === rare.in
  if (!apart || (isOne && usual.item.sentence === rare.item.sentence)) return []
  const length = apart.head + 1 + apart.tail
  const at = ({ item }: Placed<Project>): { start: number; end: number } => ({ start: item.start + item.text.length - length, end: item.start + item.text.length })
  const name = (placed: Placed<Project>): string => placed.item.text.slice(-length)
  return [{ in: rare.in, ...at(rare), message: `“${name(rare)}”与他处的“${name(usual)}”只差一字，请核对`, ...(isOne ? {} : { severity: 'info' as const }), usual: { in: usual.in, ...at(usual) } }]
}

/** 白马河流域综合治理工程 beside 白马溪流域综合治理工程 in another sentence: one project with a character of its long name changed. Noted only where they stand in two paragraphs. */
export const projectVariants = (memory: Memory, all: readonly Read<Projects>[]): PlacedVariant[] => slipped(memory, all).flat()
