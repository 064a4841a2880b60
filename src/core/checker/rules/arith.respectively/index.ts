import { wronglyAwarded } from '../../relations/awarded.ts'
import { wronglyDealtOut } from '../../relations/dealt-out.ts'
import { loneSubjects } from '../../relations/lone-subjects.ts'
import { readSentences } from '../../relations/sentence.ts'
import { wrongRespectives } from '../../relations/respectively.ts'
import { defineParagraphRule } from '../../rule.ts'

/** 分别 with fewer or more values than things that they are said of, with more offices than matters given to them, or with more or fewer honours than winners. */
export const arithRespectively = defineParagraphRule({
  id: 'arith.respectively',
  title: '分别所列项数与数据个数不等',
  severity: 'error',
  basis: { on: 'practice', why: '“分别”前面列出几项，后面就有几个数' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    if (paragraph.role !== 'paragraph') return []
    const sentences = readSentences(paragraph)
    const dealt = sentences.flatMap((sentence) => {
      const wrong = wronglyDealtOut(sentence)
      if (!wrong) return []
      const { matters, offices, place } = wrong
      const message = `“分别”前是${matters.text}，后面列出${offices}个承办者：${paragraph.text.slice(place.start, place.end).replace(/\s+/gu, '')}`
      // two offices may have one matter together, though the words say otherwise
      return [finding(message, [{ in: paragraph, ...place }, { in: paragraph, start: matters.start, end: matters.end }], { severity: 'warning' })]
    })
    const told = sentences
      .flatMap(wrongRespectives)
      .flatMap(({ subjects, subjectPlace, values }) => {
        const [first] = values
        const last = values.at(-1)
        if (!first || !last) return []
        const things = paragraph.text.slice(subjectPlace.start, subjectPlace.end).replace(/\s+/gu, '')
        const message = `“分别”前列出${subjects}项：${things.slice(-40)}，后面给出${values.length}个数：${values.map(({ text }) => text).join('、')}`
        return [finding(message, [{ in: paragraph, start: first.start, end: last.end }, { in: paragraph, ...subjectPlace }])]
      })
    const lone = told.length > 0 ? [] : sentences.flatMap(loneSubjects).flatMap(({ subjectPlace, values, uncertain }) => {
      const [first, last] = [values[0], values.at(-1)]
      if (!first || !last) return []
      const thing = paragraph.text.slice(subjectPlace.start, subjectPlace.end).replace(/\s+/gu, '')
      return [finding(`“分别”前列出1项：${thing}，后面给出${values.length}个数：${values.map(({ text }) => text).join('、')}`, [{ in: paragraph, start: first.start, end: last.end }, { in: paragraph, ...subjectPlace }], { severity: uncertain ? 'info' : 'warning' })]
    })
    const awarded = told.length > 0 ? [] : wronglyAwarded(paragraph.text).map(({ subjects, objects, subjectPlace, objectPlace }) => {
      const said = ({ start, end }: { start: number; end: number }): string => paragraph.text.slice(start, end).replace(/\s+/gu, '')
      // one may have won what another won too
      return finding(`“分别”前列出${subjects}项：${said(subjectPlace)}，后面列出${objects}项：${said(objectPlace)}`, [{ in: paragraph, ...objectPlace }, { in: paragraph, ...subjectPlace }], { severity: 'warning' })
    })
    return [...told, ...lone, ...dealt, ...awarded]
  },
})
