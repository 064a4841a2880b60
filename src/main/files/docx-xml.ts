import { writable } from './writable.ts'

/** Pieces of XML for the parts of a .docx that are written here. */

export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Text of an attribute or an element. */
export const attribute = (text: string): string => writable(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')

/** An empty element; attributes that are undefined are left out. */
export const element = (name: string, attributes: Readonly<Record<string, string | number | undefined>>): string =>
  `<${name}${Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${attribute(String(value))}"`)).join('')}/>`
