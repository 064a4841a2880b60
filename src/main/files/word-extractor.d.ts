/** As much of word-extractor 1.0.4 as is used; it comes without types. */
declare module 'word-extractor' {
  interface Options {
    /** false: typographic quotes and dashes stay as they are */
    filterUnicode?: boolean
    includeFooters?: boolean
    includeHeadersAndFooters?: boolean
    includeBody?: boolean
  }
  interface ExtractedDocument {
    getBody: (options?: Options) => string
    getFootnotes: (options?: Options) => string
    getEndnotes: (options?: Options) => string
    getHeaders: (options?: Options) => string
    getTextboxes: (options?: Options) => string
  }
  // eslint-disable-next-line no-restricted-syntax -- the package's own form
  export default class WordExtractor {
    extract(source: Buffer): Promise<ExtractedDocument>
  }
}
