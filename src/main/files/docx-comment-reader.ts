import { CHECKER } from '#core/print/review-comments.ts'
import { parse } from './xml.ts'

/** A comment of a returned copy that is not ours: a reviewer's, or an answer to ours. */
export interface ReadComment {
  /** its number in the document */
  number: string
  author: string
  at?: string
  remark: string
  answers?: string
}

/** The comments of word/comments.xml; word/commentsExtended.xml ([MS-DOCX], 2.5.1) says which answer which. */
export function readComments(xml: string, extended: string): ReadComment[] {
  if (xml === '') return []
  const comments: (ReadComment & { paragraphs: string[] })[] = []
  let text = ''
  let inText = false
  parse(xml, (tag) => {
    const current = comments.at(-1)
    if (tag.name === 'w:comment') {
      const at = tag.attributes['w:date']
      comments.push({ number: tag.attributes['w:id'] ?? '', author: tag.attributes['w:author'] ?? '', remark: '', paragraphs: [], ...(at === undefined ? {} : { at: isoTime(at) }) })
      text = ''
    } else if (tag.name === 'w:p') {
      const id = tag.attributes['w14:paraId']
      if (id !== undefined) current?.paragraphs.push(id.toUpperCase())
      if (text !== '') text += '\n'
    } else if (tag.name === 'w:t') inText = true
    else if (tag.name === 'w:br') text += '\n'
  }, (name) => {
    const current = comments.at(-1)
    if (name === 'w:t') inText = false
    else if (name === 'w:comment' && current) current.remark = text.trim()
  }, (piece) => {
    if (inText) text += piece
  })
  const byParagraph = new Map(comments.flatMap((comment) => comment.paragraphs.map((id) => [id, comment] as const)))
  const answers = new Map<string, string>()
  if (extended !== '') {
    parse(extended, (tag) => {
      const parent = byParagraph.get(tag.attributes['w15:paraIdParent']?.toUpperCase() ?? '')
      const own = byParagraph.get(tag.attributes['w15:paraId']?.toUpperCase() ?? '')
      if (parent && own) answers.set(own.number, parent.remark)
    }, () => undefined)
  }
  return comments.flatMap(({ paragraphs: _, ...comment }) => {
    const answered = answers.get(comment.number)
    if (comment.remark === '' || (comment.author === CHECKER.author && answered === undefined)) return []
    return [{ ...comment, ...(answered === undefined ? {} : { answers: answered }) }]
  })
}

/** Word's times are local, with or without a Z behind them; ISO 8601 in universal time. */
export function isoTime(at: string): string {
  const time = new Date(at.replace(/Z$/u, ''))
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString()
}
