import { parse } from './xml.ts'

interface Level {
  format: string
  /** `%1、`, `（%2）`: the number of each level in its own format */
  text: string
  start: number
  legal: boolean
}

interface Definition {
  levels: Map<number, Level>
}

/** The numbers that Word puts before paragraphs (ECMA-376, part 1, 17.9): counted as the document goes on. */
export class Numbering {
  private readonly counters = new Map<string, number[]>()

  constructor(
    private readonly definitions: ReadonlyMap<string, Definition>,
    /** numId to the abstract definition that it uses; several lists of one definition go on counting together */
    private readonly lists: ReadonlyMap<string, { definition: string; starts: ReadonlyMap<number, number> }>,
  ) {}

  /** The number of the next paragraph of a list, as text; empty for bullets and lists that are not defined. */
  next(numId: string, level: number): string {
    const list = this.lists.get(numId)
    const definition = list && this.definitions.get(list.definition)
    const own = definition?.levels.get(level)
    if (!list || !definition || !own) return ''
    // a list with starts of its own counts for itself
    const key = list.starts.size > 0 ? `num ${numId}` : list.definition
    const counts = this.counters.get(key) ?? []
    this.counters.set(key, counts)
    const start = (l: number): number => list.starts.get(l) ?? definition.levels.get(l)?.start ?? 1
    for (let l = 0; l < level; l++) counts[l] ??= start(l)
    counts[level] = counts[level] === undefined ? start(level) : counts[level] + 1
    counts.length = level + 1
    if (own.format === 'bullet' || own.format === 'none') return ''
    return own.text.replace(/%(\d)/gu, (_, n: string) => {
      const of = Number(n) - 1
      const format = own.legal ? 'decimal' : (definition.levels.get(of)?.format ?? 'decimal')
      return formatNumber(counts[of] ?? start(of), format)
    })
  }
}

export function readNumbering(xml: string): Numbering {
  const definitions = new Map<string, Definition>()
  const lists = new Map<string, { definition: string; starts: Map<number, number> }>()
  let definition: Definition | undefined
  let level: Level | undefined
  let list: { definition: string; starts: Map<number, number> } | undefined
  let overridden = 0
  parse(xml, (tag) => {
    const value = tag.attributes['w:val']
    if (tag.name === 'w:abstractNum') {
      definition = { levels: new Map() }
      definitions.set(tag.attributes['w:abstractNumId'] ?? '', definition)
    } else if (tag.name === 'w:num') {
      list = { definition: '', starts: new Map() }
      lists.set(tag.attributes['w:numId'] ?? '', list)
    } else if (tag.name === 'w:abstractNumId' && list) list.definition = value ?? ''
    else if (tag.name === 'w:lvlOverride') overridden = Number(tag.attributes['w:ilvl'] ?? 0)
    else if (tag.name === 'w:startOverride' && list) list.starts.set(overridden, Number(value))
    else if (tag.name === 'w:lvl' && definition) {
      level = { format: 'decimal', text: '', start: 1, legal: false }
      definition.levels.set(Number(tag.attributes['w:ilvl'] ?? 0), level)
    } else if (!level) return
    else if (tag.name === 'w:start') level.start = Number(value)
    else if (tag.name === 'w:numFmt') level.format = value ?? 'decimal'
    else if (tag.name === 'w:lvlText') level.text = value ?? ''
    else if (tag.name === 'w:isLgl') level.legal = value !== '0' && value !== 'false'
  }, (name) => {
    if (name === 'w:abstractNum') definition = undefined
    else if (name === 'w:num') list = undefined
    else if (name === 'w:lvl') level = undefined
  })
  return new Numbering(definitions, lists)
}

const CHINESE = '〇一二三四五六七八九'

function formatNumber(n: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting\w*|ideographTraditional|ideographLegalTraditional)$/u.test(format)) return chinese(n)
  if (format === 'ideographDigital' || format === 'japaneseDigitalTenThousand') return [...String(n)].map((d) => CHINESE.charAt(Number(d))).join('')
  if (format === 'decimalZero') return String(n).padStart(2, '0')
  if (format === 'decimalFullWidth') return [...String(n)].map((d) => String.fromCharCode(0xff10 + Number(d))).join('')
  if (format.startsWith('decimalEnclosedCircle') && n >= 1 && n <= 20) return String.fromCharCode(0x2460 + n - 1)
  if (format === 'decimalEnclosedParen') return `（${n}）`
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCharCode(0x41 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
    return format === 'upperLetter' ? letter : letter.toLowerCase()
  }
  if (format === 'upperRoman' || format === 'lowerRoman') return format === 'upperRoman' ? roman(n) : roman(n).toLowerCase()
  return String(n)
}

/** 1 to 9999 as headings count: 一, 十, 十一, 二十, 一百零五. */
function chinese(n: number): string {
  if (n < 1 || n > 9999) return String(n)
  let out = ''
  let zero = false
  for (const [place, unit] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(n / place) % 10
    if (digit === 0) zero = out !== ''
    else {
      out += (zero ? '零' : '') + CHINESE.charAt(digit) + unit
      zero = false
    }
  }
  return out.replace(/^一十/u, '十')
}

function roman(n: number): string {
  let rest = Math.min(3999, Math.max(0, n))
  let out = ''
  for (const [value, sign] of [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const) {
    while (rest >= value) {
      out += sign
      rest -= value
    }
  }
  return out
}
