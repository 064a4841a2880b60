import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** Runs a parser over a part; an empty part is none. */
export function parse(xml: string, open: (tag: SaxesTagPlain) => void, close: (name: string) => void, text: (t: string) => void = () => undefined): void {
  if (xml === '') return
  const parser = new SaxesParser()
  parser.on('opentag', open)
  parser.on('closetag', (tag) => close(tag.name))
  parser.on('text', text)
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml.replace(/^\uFEFF/u, '')).close()
}
