/** The form in which words of a material travel by drag into the editor; plain text goes with it. */
const PASSAGE_TYPE = 'application/x-shuhe-passage'

/** Words of a material: its id, and what stands there. */
export interface TakenWords {
  material: string
  text: string
}

/** What was dragged, where it was words of a material. */
export function readPassage(data: Pick<DataTransfer, 'getData'>): TakenWords | undefined {
  try {
    const found: unknown = JSON.parse(data.getData(PASSAGE_TYPE))
    if (typeof found !== 'object' || found === null || !('material' in found) || !('text' in found)) return undefined
    const { material, text } = found
    return typeof material === 'string' && typeof text === 'string' && material !== '' && text !== '' ? { material, text } : undefined
  } catch {
    // nothing of ours was dragged
    return undefined
  }
}

/** Makes a drag carry words of a material. */
export function writePassage(data: Pick<DataTransfer, 'setData'>, words: TakenWords): void {
  data.setData(PASSAGE_TYPE, JSON.stringify(words))
  data.setData('text/plain', words.text)
}

/** Selected words as they go into the text: a paragraph a line, without white space at the ends of lines. */
export const wordsOf = (selected: string): string => selected.split(/[\r\n]+/u).map((line) => line.trim()).filter((line) => line !== '').join('\n')
