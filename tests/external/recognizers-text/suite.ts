import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { findNumerals } from '#core/figures/find-numerals.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { visible } from '#core/figures/squeeze.ts'

/**
 * The Chinese cases of Microsoft's Recognizers-Text (MIT), which lie outside the project; SOURCE.md there names the commit. Each case gives a
 * text and what is to be found in it. `End` is inclusive; `Text` is folded to half width in some cases, so places are compared.
 */
export const SPECS = process.env['SHUHE_RECOGNIZERS_TEXT'] ?? '../shared/external/recognizers-text/Specs'

const caseSchema = z.object({
  Input: z.string(),
  NotSupported: z.string().optional(),
  NotSupportedByDesign: z.string().optional(),
  Results: z.array(z.object({
    Text: z.string(), Start: z.number().optional(), End: z.number().optional(),
    Resolution: z.object({ value: z.string().nullish(), unit: z.string().optional(), isoCurrency: z.string().optional() }).loose(),
  })),
})

export interface Found {
  start: number
  end: number
  value: number
  unit?: string
}
export interface SuiteCase {
  model: string
  input: string
  expected: Found[]
  actual: Found[]
}

/** what the suite calls a unit, and what we call it */
const UNITS: Readonly<Record<string, string>> = {
  'Chinese yuan': '元', Euro: '欧元', 'United States dollar': '美元', 'Swiss franc': '瑞士法郎', 'Hong Kong dollar': '港元', 'New Taiwan dollar': '台币', 'Japanese yen': '日元', 'Nigerian naira': '奈拉', Dollar: '美元', Bitcoin: '比特币',
  Mu: '亩', Kilogram: '公斤', Centimeter: '公分', Ton: '吨', Meter: '米', Jin: '斤', Kilometer: '千米', Gram: '克', Liang: '两', Microgram: '微克', Megabyte: '兆字节', Kilobyte: '千字节', Bit: '位', Year: '岁', Month: '个月', Week: '周', Day: '天', Degree: '度', C: '摄氏度', F: '华氏度',
}
const OURS: Readonly<Record<string, string>> = { 千克: '公斤', cm: '公分', CM: '公分', 周岁: '岁', '°C': '摄氏度', '℃': '摄氏度' }

const figures = (text: string, kinds: readonly string[], unit: boolean): Found[] =>
  recognizeFigures(text)
    .filter((f) => kinds.includes(f.kind) && f.value !== null)
    .map((f) => ({ start: f.start, end: f.end, value: f.value ?? Number.NaN, ...(unit ? { unit: OURS[f.unit] ?? f.unit } : {}) }))

const READERS: Readonly<Record<string, (text: string) => Found[]>> = {
  NumberModel: (text) => findNumerals(text).map(({ start, end, value }) => ({ start, end, value })),
  OrdinalModel: (text) => figures(text, ['rank', 'session', 'label'], false),
  PercentModel: (text) => figures(text, ['percent'], false),
  CurrencyModel: (text) => figures(text, ['money'], true),
  DimensionModel: (text) => figures(text, ['quantity'], true),
  AgeModel: (text) => figures(text, ['quantity', 'duration', 'label'], true).filter((f) => ['岁', '个月', '周', '天'].includes(f.unit ?? '')),
  TemperatureModel: (text) => figures(text, ['quantity', 'label'], true).filter((f) => ['度', '摄氏度', '华氏度'].includes(f.unit ?? '')),
}
export const MODELS = ['Number/NumberModel', 'Number/OrdinalModel', 'Number/PercentModel', 'NumberWithUnit/CurrencyModel', 'NumberWithUnit/DimensionModel', 'NumberWithUnit/AgeModel', 'NumberWithUnit/TemperatureModel'] as const

/** The cases of a model that the suite supports for JavaScript, with what it expects and what we find. */
export function casesOf(path: (typeof MODELS)[number]): SuiteCase[] {
  const [group = '', model = ''] = path.split('/')
  const read = READERS[model]
  if (!read) throw new Error(`no reader for ${model}`)
  const cases = z.array(caseSchema).parse(JSON.parse(readFileSync(`${SPECS}/${group}/Chinese/${model}.json`, 'utf8').replace(/^\uFEFF/u, '')))
  return cases
    .filter((c) => !/javascript/iu.test(`${c.NotSupported ?? ''} ${c.NotSupportedByDesign ?? ''}`))
    .map(({ Input, Results }) => ({
      model,
      input: Input,
      expected: Results.filter((r) => r.Resolution.value !== null && r.Resolution.value !== undefined).map((r) => ({
        ...placeOf(Input, r),
        value: Number((r.Resolution.value ?? '').replace('%', '')),
        ...(r.Resolution.unit === undefined ? {} : { unit: UNITS[r.Resolution.unit] ?? r.Resolution.unit }),
      })),
      actual: read(Input),
    }))
}

/** Some cases leave the offsets out; the text then tells them. */
function placeOf(input: string, result: { Text: string; Start?: number | undefined; End?: number | undefined }): { start: number; end: number } {
  const start = result.Start ?? input.indexOf(result.Text)
  return { start, end: result.End === undefined ? start + result.Text.length : result.End + 1 }
}

/** The same things at the same places with the same values; the suite rounds to fifteen digits. */
export function agrees({ expected, actual }: SuiteCase): boolean {
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-12
  return expected.length === actual.length && expected.every((e, i) => {
    const a = actual[i]
    return a !== undefined && e.start === a.start && e.end === a.end && same(a.value, e.value) && e.unit === a.unit
  })
}

/** One line that tells a case: what it says and what we say. */
export const tell = ({ model, input, expected, actual }: SuiteCase): string => {
  const say = (list: readonly Found[]): string => list.map((f) => `${visible(input.slice(f.start, f.end))}=${f.value}${f.unit ?? ''}`).join(' ') || '—'
  return `${model} ${JSON.stringify(input)}: expected ${say(expected)}, found ${say(actual)}`
}
