import { BuilderElement, FileChild, Paragraph, RunProperties, XmlComponent, type IParagraphOptions, type IRunOptions } from 'docx'
import type { PrintChange, PrintModel } from '#core/print/model.ts'

/** Tracked changes in Word's terms (ECMA-376, part 1, 17.13.5). The docx library knows insertions and deletions, and nothing that moved. */

/** Who made the changes of a document and when; each has an id of its own. */
export interface Revisions {
  author: string
  /** as Word takes it, see {@link wordTime} */
  date: string
  nextId: () => number
}

export function revisionsOf({ revisions }: Pick<PrintModel, 'revisions'>): Revisions {
  let last = 0
  return { author: revisions?.author ?? '', date: revisions ? wordTime(revisions.at).toISOString().replace(/\.\d+Z$/u, 'Z') : '', nextId: () => ++last }
}

/**
 * The time of a comment or change as Word wants it: Word writes local time with a Z behind it and shows what it reads as it stands (only w16du:dateUtc, which no
 * other program knows, would be universal time). An 8 o'clock in Beijing is 08:00Z. `at` is ISO 8601; what is none gives the beginning of 1970.
 */
export function wordTime(at: string): Date {
  const time = new Date(at)
  return Number.isNaN(time.getTime()) ? new Date(0) : new Date(time.getTime() - time.getTimezoneOffset() * 60_000)
}

const ELEMENT = { inserted: 'w:ins', deleted: 'w:del', movedFrom: 'w:moveFrom', movedTo: 'w:moveTo' } as const
const RANGE = { movedFrom: 'w:moveFromRange', movedTo: 'w:moveToRange' } as const

/** An element with attributes of Word's namespace. */
export const wordElement = (name: string, attributes: Readonly<Record<string, string | number>>, children: readonly XmlComponent[] = []): XmlComponent =>
  new BuilderElement<Record<string, string | number>>({ name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key: `w:${key}`, value }])), children })

const stamp = ({ author, date, nextId }: Revisions): Record<string, string | number> => ({ id: nextId(), author, date })

/** Runs that are new, gone or moved. */
export const changed = (change: PrintChange, revisions: Revisions, runs: readonly XmlComponent[]): XmlComponent => wordElement(ELEMENT[change.kind], stamp(revisions), runs)

/** A run of deleted text, which stands in an element of its own. */
export class DeletedRun extends XmlComponent {
  constructor({ text, ...options }: IRunOptions & { text: string }) {
    super('w:r')
    this.root.push(new RunProperties(options))
    if (options.break) this.root.push(wordElement('w:br', {}))
    this.root.push(new DeletedText(text))
  }
}

class DeletedText extends XmlComponent {
  constructor(text: string) {
    super('w:delText')
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, text)
  }
}

/** A paragraph whose mark is new, gone or moved, so that accepting or rejecting leaves no empty line. */
export class ChangedParagraph extends Paragraph {
  constructor(options: IParagraphOptions, change: PrintChange, revisions: Revisions) {
    super(options)
    const [properties] = this.root as unknown[]
    if (properties instanceof XmlComponent) properties.addChildElement(new BuilderElement({ name: 'w:rPr', children: [wordElement(ELEMENT[change.kind], stamp(revisions))] }))
  }
}

/** The beginning of what moved, within its paragraph, and the end behind it; undefined for other changes. */
export function movedRange(change: PrintChange | undefined, revisions: Revisions): { start: XmlComponent; end: FileChild } | undefined {
  if (change?.kind !== 'movedFrom' && change?.kind !== 'movedTo') return undefined
  const attributes = stamp(revisions)
  return { start: wordElement(`${RANGE[change.kind]}Start`, { ...attributes, name: change.move }), end: new RangeEnd(`${RANGE[change.kind]}End`, Number(attributes['id'])) }
}

class RangeEnd extends FileChild {
  constructor(name: string, id: number) {
    super(name)
    this.root.push({ _attr: { 'w:id': id } })
  }
}
