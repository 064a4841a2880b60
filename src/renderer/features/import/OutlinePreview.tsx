import { Text } from '@mantine/core'
import type { Inline } from '#core/model/inline.ts'
import { headingText, plainText } from '#core/model/plain-text.ts'
import type { Paragraph, Report, Section } from '#core/model/report.ts'
import { firstWords } from '../../ui/words.ts'

/** The recovered structure of a report, as the reader of a table of contents would check it. */
export function OutlinePreview({ report }: { report: Report }) {
  return (
    <div className="outline-preview" role="region" aria-label="识别出的结构" tabIndex={0}>
      {report.sections.map((section, i) => (
        <SectionPreview key={section.id} section={section} role={i === 0 ? '导语' : '结语'} />
      ))}
      {report.sections.length === 0 && <Text c="dimmed">没有识别出正文。</Text>}
      <Aside title="图片说明" lines={report.captions} hint="不进入正文，随报告保存。" />
      <Aside title="不属于正文的文字" lines={report.noise} hint="导航、版权声明、转版提示等，不进入正文，随报告保存。" />
    </div>
  )
}

function SectionPreview({ section, role }: { section: Section; role: string }) {
  const heading = headingText(section)
  return (
    <section className="outline-section" data-level={section.level}>
      <div className="outline-heading">
        <span>{heading || <em>{role}</em>}</span>
        {section.paragraphs.length > 0 && <small>{section.paragraphs.length} 段</small>}
      </div>
      {section.paragraphs.length > 0 && (
        <ol>
          {section.paragraphs.map((paragraph) => (
            <ParagraphPreview key={paragraph.id} paragraph={paragraph} />
          ))}
        </ol>
      )}
      {section.sections.map((child) => (
        <SectionPreview key={child.id} section={child} role="" />
      ))}
    </section>
  )
}

function ParagraphPreview({ paragraph }: { paragraph: Paragraph }) {
  const isLead = (node: Inline): boolean => node.marks?.includes('lead') ?? false
  const lead = plainText(paragraph.content.filter(isLead))
  const rest = plainText(paragraph.content.filter((node) => !isLead(node)))
  return (
    <li>
      {lead !== '' && <b>{firstWords(lead, 40)}</b>}
      {firstWords(rest, Math.max(12, 44 - lead.length))}
    </li>
  )
}

function Aside({ title, lines, hint }: { title: string; lines: readonly string[]; hint: string }) {
  if (lines.length === 0) return null
  return (
    <details className="outline-aside">
      <summary>
        {title} <small>{lines.length} 条</small>
      </summary>
      <Text size="xs" c="dimmed" mb={4}>
        {hint}
      </Text>
      <ul>
        {lines.map((line, i) => (
          <li key={i}>{firstWords(line, 80)}</li>
        ))}
      </ul>
    </details>
  )
}
