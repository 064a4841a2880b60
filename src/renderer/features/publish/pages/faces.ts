import type { Measure } from '#core/print/layout.ts'

/** Each face of a print model by the names that Windows, macOS, WPS and Linux have for it or for what stands in for it, the nearest first. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK', '华文中宋', 'STZhongsong', 'Shuhe Title Song', 'SimSun', 'serif'],
  仿宋_GB2312: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', '方正仿宋_GBK', 'FandolFang', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'serif'],
  楷体_GB2312: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', 'Kaiti SC', '方正楷体_GBK', 'FandolKai', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'serif'],
  黑体: ['黑体', 'SimHei', '华文黑体', 'STHeiti', 'Heiti SC', '方正黑体_GBK', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', 'sans-serif'],
  宋体: ['宋体', 'SimSun', '华文宋体', 'STSong', 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'serif'],
  'Times New Roman': ['Times New Roman', 'Liberation Serif', 'Tinos', 'Nimbus Roman', 'Times', 'serif'],
}
const GENERIC = new Set(['serif', 'sans-serif'])

/** A face of a print model as a CSS font-family. */
export const familyOf = (font: string): string => (FACES[font] ?? [font, '宋体', 'SimSun', 'Noto Serif CJK SC', 'serif']).map((name) => (GENERIC.has(name) ? name : `"${name.replace(/["\\]/gu, '')}"`)).join(', ')

/** The face of pages.css that stands in for 小标宋 where a machine has none; pages that are printed wait for it. */
export const TITLE_FACE = 'Shuhe Title Song'

/** large, so that the engine's rounding to pixels is lost in it */
const AT = 200

/** Widths of letters as this window draws them. Each text is measured once. */
export function windowMeasure(): Measure {
  const canvas = document.createElement('canvas')
  const context: (CanvasRenderingContext2D & { lang?: string }) | null = canvas.getContext('2d')
  // faces have forms of their own for a language
  if (context && 'lang' in context) context.lang = 'zh-CN'
  const known = new Map<string, number>()
  return (text, font, size, bold) => {
    const key = `${bold ? 'b' : ''}${font}\n${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (context) {
        context.font = `${bold ? 'bold ' : ''}${AT}px ${familyOf(font)}`
        context.fontKerning = 'none'
      }
      width = context ? context.measureText(text).width / AT : text.length / 2
      known.set(key, width)
    }
    return width * size
  }
}
