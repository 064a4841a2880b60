import { headingText } from '../model/plain-text.ts'
import type { Report, Section } from '../model/report.ts'

/** What a section is called in a list: its heading; 导语 before the first heading, 结语 behind the last section, else 正文 for text without one. */
export function sectionName({ sections }: Pick<Report, 'sections'>, section: Section): string {
  const heading = headingText(section).trim()
  if (heading !== '') return heading
  return sections.length === 1 ? '正文' : section === sections[0] ? '导语' : section === sections.at(-1) ? '结语' : '正文'
}
