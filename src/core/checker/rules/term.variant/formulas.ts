import type { Slip } from './slip.ts'

/** The three of 增强“四个意识”、坚定“四个自信”、做到“两个维护” with whatever stands in their quotation marks. */
const FORMULA = /(?:增强|树牢|强化)“?([^“”，。、；]{3,6})”?[、，]\s*坚定“?([^“”，。、；]{3,6})”?(?:[、，]\s*(?:坚决|自觉|切实)?做到“?([^“”，。、；]{3,6}?)(?:”|(?=[，。、；]|$)))?/gu
const RIGHT = ['四个意识', '四个自信', '两个维护'] as const

/** 增强“四个意识”、坚定“四个自觉”、做到“两个维护”: one of the three names misquoted while another is right. */
export function brokenFormulas(text: string): Slip[] {
  if (!text.includes('坚定')) return []
  return [...text.matchAll(FORMULA)].flatMap((match): Slip[] => {
    const names = match.slice(1, 4)
    if (!names.some((name, i) => name === RIGHT[i])) return []
    let from = match.index
    return names.flatMap((name: string | undefined, i): Slip[] => {
      if (name === undefined) return []
      const start = text.indexOf(name, from)
      from = start + name.length
      const right = RIGHT[i] ?? ''
      return name === right ? [] : [{ start, end: from, message: `“${name}”应为“${right}”：增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’`, suggestion: right }]
    })
  })
}
