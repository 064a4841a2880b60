import type { Variant } from './variants.ts'

/** Long names without quotation marks that stand in two forms: offices whose 和 stands elsewhere, parks with a word more or less. */

/** A name as it stands in one paragraph: `key` is equal for forms that may be one name. */
export interface LongName {
  start: number
  end: number
  key: string
}

export interface LongNames {
  offices: readonly LongName[]
  /** parks and the like, with up to fourteen characters before the kind; `key` is the kind */
  parks: readonly LongName[]
}

const OFFICE = /[省市县区州旗盟](?=\p{Script=Han}{1,13}和)(?:(?![局厅会院部省市县区州旗盟])\p{Script=Han}){4,14}?(?:委员会|局|厅)(?!长|党|机关|属|管)/gu
const PARK = /(?<=\p{Script=Han}{6})(?:产业园|工业园|科技园|创业园|创新园|物流园|农业园|示范园|孵化园|博览园|文创园|开发区|集聚区|综合体|研究院|实验室|试验区|交易市场|批发市场)/gu
const NONE: LongNames = { offices: [], parks: [] }

export function longNamesIn(text: string): LongNames {
  const hasOffices = (text.includes('局') || text.includes('委员会') || text.includes('厅')) && text.includes('和')
  const hasParks = /园|开发区|集聚区|综合体|研究院|实验室|试验区|市场/u.test(text)
  if (!hasOffices && !hasParks) return NONE
  const offices = hasOffices ? [...text.matchAll(OFFICE)].map(({ index, 0: surface }) => ({ start: index, end: index + surface.length, key: surface.replaceAll('和', '') })) : []
  const parks = hasParks
    ? [...text.matchAll(PARK)].map(({ index, 0: kind }) => {
        const before = /\p{Script=Han}+$/u.exec(text.slice(Math.max(0, index - 14), index))?.[0] ?? ''
        return { start: index - before.length, end: index + kind.length, key: kind }
      })
    : []
  return offices.length + parks.length === 0 ? NONE : { offices, parks }
}

export interface LongNameText {
  text: string
  longNames: LongNames
}

interface Standing {
  surface: string
  places: { paragraph: number; start: number }[]
}

/** 县文化和广电旅游体育局, 县文化广电和旅游体育局: the same characters, 和 in another place. The short form without 和 is none of them. */
export function officeVariants(texts: readonly LongNameText[]): Variant[] {
  const byKey = new Map<string, Map<string, Standing>>()
  texts.forEach(({ text, longNames: { offices } }, paragraph) => {
    for (const { start, end, key } of offices) {
      const surface = text.slice(start, end)
      const forms = byKey.get(key) ?? new Map<string, Standing>()
      byKey.set(key, forms)
      const form = forms.get(surface) ?? { surface, places: [] }
      forms.set(surface, form)
      form.places.push({ paragraph, start })
    }
  })
  return [...byKey.values()].flatMap((forms): Variant[] => {
    if (forms.size < 2) return []
    // of forms that stand equally often, the first is taken for the usual one
    const [usual, ...others] = [...forms.values()].sort((a, b) => b.places.length - a.places.length)
    return usual ? others.flatMap((rare) => variants(rare, usual, (said, right) => `“${said}”与他处的“${right}”写法不一，“和”的位置不同`)) : []
  })
}

function variants(rare: Standing, usual: Standing, message: (said: string, right: string) => string, severity?: 'info'): Variant[] {
  const [main] = usual.places
  if (!main) return []
  return rare.places.map(({ paragraph, start }) => ({ paragraph, start, end: start + rare.surface.length, message: message(rare.surface, usual.surface), suggestion: usual.surface, ...(severity ? { severity } : {}), usual: { paragraph: main.paragraph, start: main.start, end: main.start + usual.surface.length } }))
}

/** How many characters before the one that differs must agree. */
const LEAST_HEAD = 5
/** Words by which a park is described, not named: 省级现代农业产业园, 国家高新技术开发区 */
const DESCRIBES = /现代|国家|[省市县区]级|全[国省市县区]|建成|建设|打造|推进|创建|新建|培育|加快|依托|入驻|特色|综合|标准/u
/** characters whose presence makes another name or a looser one */
const NO_SLIP = /[级的和与及型类市县区省第大小东西南北中一二三四五六七八九十两]/u

/** 江南半导体材料产业园, 江南半导体新材料产业园: one character more or less within a long name. Two parks may well be named so: noted. */
export function parkVariants(texts: readonly LongNameText[]): Variant[] {
  const byKind = new Map<string, { paragraph: number; start: number; surface: string }[]>()
  texts.forEach(({ text, longNames: { parks } }, paragraph) => {
    for (const { start, end, key } of parks) {
      const list = byKind.get(key)
      const it = { paragraph, start, surface: text.slice(start, end) }
      if (list) list.push(it)
      else byKind.set(key, [it])
    }
  })
  const out: Variant[] = []
  const told = new Set<string>()
  for (const [kind, list] of byKind) {
    if (list.length < 2 || list.length > 40) continue
    list.forEach((later, i) => {
      for (const earlier of list.slice(0, i)) {
        if (earlier.paragraph === later.paragraph) continue
        const cut = oneMore(earlier.surface, later.surface, kind.length)
        if (!cut) continue
        const [right, said] = [earlier.surface.slice(cut.earlier), later.surface.slice(cut.later)]
        if (told.has(said)) continue
        told.add(said)
        const at = { start: later.start + cut.later, end: later.start + later.surface.length }
        out.push({ paragraph: later.paragraph, ...at, message: `“${said}”与他处的“${right}”只差一字，请核对`, severity: 'info', usual: { paragraph: earlier.paragraph, start: earlier.start + cut.earlier, end: earlier.start + earlier.surface.length } })
      }
    })
  }
  return out
}

/** Where the two names begin, if one of them has one character more and all else is equal from there on. */
function oneMore(a: string, b: string, kind: number): { earlier: number; later: number } | undefined {
  let tail = 0
  while (tail < Math.min(a.length, b.length) && a.charAt(a.length - 1 - tail) === b.charAt(b.length - 1 - tail)) tail++
  if (tail < kind || tail === Math.min(a.length, b.length)) return undefined
  for (const [x, y] of [[0, 1], [1, 0]] as const) {
    const [i, j] = [a.length - tail - x, b.length - tail - y]
    let head = 0
    while (head < i && head < j && a.charAt(i - 1 - head) === b.charAt(j - 1 - head)) head++
    const more = x === 1 ? a.charAt(i) : b.charAt(j)
    if (head >= LEAST_HEAD && !NO_SLIP.test(more) && !DESCRIBES.test(a.slice(i - head))) return { earlier: i - head, later: j - head }
  }
  return undefined
}
