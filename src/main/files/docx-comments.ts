import { type Comment, CommentRangeEnd, CommentRangeStart, CommentReference, Paragraph, Run, TextRun, type XmlComponent } from 'docx'
import { paragraphsIn, type PrintComment, type PrintModel, type PrintRun } from '#core/print/model.ts'
import { wordTime } from './docx-changes.ts'
import { writable } from './writable.ts'

/** Comments in Word's terms (ECMA-376, part 1, 17.13.4). */

export const COMMENT_STYLE = { text: 'CommentText', reference: 'CommentReference' } as const

/** The options of the comments part; undefined where no run is commented on. */
export function commentsPart(model: PrintModel): { children: ConstructorParameters<typeof Comment>[0][] } | undefined {
  const numbers = numbersOf(model)
  const children = (model.comments ?? []).flatMap(({ id, author, initials, at, text }: PrintComment) => {
    const number = numbers.get(id)
    return number === undefined ? [] : [{ id: number, author: writable(author), initials: writable(initials), date: wordTime(at), children: (text.length > 0 ? text : ['']).map((line) => new Paragraph({ style: COMMENT_STYLE.text, children: [new TextRun(writable(line))] })) }]
  })
  return children.length > 0 ? { children } : undefined
}

/** Comments that some run bears, numbered as they are listed. */
function numbersOf(model: PrintModel): Map<string, number> {
  const borne = new Set(paragraphsIn(model).flatMap(({ runs }) => runs.flatMap(({ comments }) => comments ?? [])))
  return new Map((model.comments ?? []).filter(({ id }) => borne.has(id)).map(({ id }, i) => [id, i]))
}

/** Says, run by run in the order of the document, which comments begin before a run and which end behind it. */
export function commentRanges(model: PrintModel): (run: PrintRun) => { before: XmlComponent[]; behind: XmlComponent[] } {
  const numbers = numbersOf(model)
  const left = new Map<string, number>()
  for (const { runs } of numbers.size > 0 ? paragraphsIn(model) : []) for (const { comments } of runs) for (const id of new Set(comments)) left.set(id, (left.get(id) ?? 0) + 1)
  const open = new Set<string>()
  return ({ comments }) => {
    const [before, behind]: [XmlComponent[], XmlComponent[]] = [[], []]
    for (const id of new Set(comments)) {
      const number = numbers.get(id)
      if (number === undefined) continue
      if (!open.has(id)) before.push(new CommentRangeStart(number))
      open.add(id)
      const more = (left.get(id) ?? 1) - 1
      left.set(id, more)
      if (more === 0) behind.push(new CommentRangeEnd(number), new Run({ style: COMMENT_STYLE.reference, children: [new CommentReference(number)] }))
    }
    return { before, behind }
  }
}
