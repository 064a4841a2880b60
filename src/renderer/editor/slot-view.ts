import type { NodeViewRenderer } from '@tiptap/core'
import { lastFigureSchema } from '#core/model/inline.ts'

/** How an open slot looks: 待填, with last year's figure beside it. Plain DOM, so that a hundred of them cost nothing. */
export const slotView: NodeViewRenderer = ({ node }) => {
  const dom = document.createElement('span')
  dom.className = 'slot'
  dom.contentEditable = 'false'
  dom.dataset['slot'] = String(node.attrs['id'])
  const last = lastFigureSchema.safeParse(node.attrs['last']).data
  const unit = String(node.attrs['unit'])
  dom.setAttribute('role', 'button')
  dom.setAttribute('aria-label', `待填数据：${String(node.attrs['indicator'])}${last ? `，${last.year === null ? '上年' : `${last.year}年`}为${last.text}` : ''}`)
  dom.title = `${String(node.attrs['indicator']) || '待填数据'}${last ? ` · ${last.year ?? '上年'}：${last.text}` : ''}\n单击或按回车填写`
  dom.append(span('slot-label', `待填${unit === '' ? '' : ` ${unit}`}`))
  const example = node.attrs['example'] as unknown
  if (!last && typeof example === 'string') dom.append(span('slot-last', `例：${example}`))
  if (last) dom.append(span('slot-last', `${last.year ?? '上年'}：${last.text}`))
  return { dom, selectNode: () => dom.classList.add('selected'), deselectNode: () => dom.classList.remove('selected'), ignoreMutation: () => true }
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}
