import { readdirSync, readFileSync } from 'node:fs'

/**
 * Reports written for the tests in the manner of governments, CPPCC committees, courts and offices that the seeds do not show (prose/*.txt).
 * Every core figure stands in braces.
 */
export interface MarkedParagraph {
  text: string
  /** half-open ranges of the core figures */
  core: [start: number, end: number][]
}

export const PROSE = readdirSync('tests/core/figures/prose').filter((name) => name.endsWith('.txt') && !name.endsWith('.figures.txt')).map((name) => name.slice(0, -4))

export const markedParagraphs = (name: string): MarkedParagraph[] =>
  readFileSync(`tests/core/figures/prose/${name}.txt`, 'utf8').split('\n').filter((line) => line !== '').map((line) => {
    const core: [number, number][] = []
    let text = ''
    let open = 0
    for (const c of line) {
      if (c === '{') open = text.length
      else if (c === '}') core.push([open, text.length])
      else text += c
    }
    return { text, core }
  })
