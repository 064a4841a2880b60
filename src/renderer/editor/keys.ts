import { Extension, type Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { TITLE_LINES } from './schema.ts'

/** Keys of the editor beyond those of its marks. */
export const keys = (slot: (view: EditorView, direction: 1 | -1) => boolean) =>
  Extension.create({
    name: 'reportKeys',
    addKeyboardShortcuts() {
      const level = (n: 1 | 2 | 3 | 4) => () => this.editor.commands.setNode('heading', { level: n })
      return {
        Tab: () => slot(this.editor.view, 1) || true,
        'Shift-Tab': () => slot(this.editor.view, -1) || true,
        'Alt-Shift-ArrowUp': () => moveBlock(this.editor, -1),
        'Alt-Shift-ArrowDown': () => moveBlock(this.editor, 1),
        'Mod-Alt-0': () => this.editor.commands.setNode('paragraph'),
        'Mod-Alt-1': level(1),
        'Mod-Alt-2': level(2),
        'Mod-Alt-3': level(3),
        'Mod-Alt-4': level(4),
        Enter: () => {
          const { $from, empty } = this.editor.state.selection
          const name = $from.parent.type.name
          if (!empty) return false
          if ((TITLE_LINES as readonly string[]).includes(name)) {
            const { state, view } = this.editor
            view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve($from.after()), 1)).scrollIntoView())
            return true
          }
          if (name === 'heading' && $from.parentOffset === $from.parent.content.size) {
            const paragraph = this.editor.schema.node('paragraph')
            const { state, view } = this.editor
            const tr = state.tr.insert($from.after(), paragraph)
            view.dispatch(tr.setSelection(TextSelection.create(tr.doc, $from.after() + 1)).scrollIntoView())
            return true
          }
          return false
        },
        Backspace: () => {
          const { $from, empty } = this.editor.state.selection
          if (!empty || $from.parentOffset > 0) return false
          if ($from.parent.type.name === 'heading') return this.editor.commands.setNode('paragraph')
          // the first block must not run into the title lines
          return $from.index(0) <= TITLE_LINES.length
        },
      }
    },
  })

/** Moves the block of the cursor above or below its neighbour, as Word does with Alt+Shift+arrows. */
function moveBlock(editor: Editor, by: 1 | -1): boolean {
  const { state, view } = editor
  const { $from, from } = state.selection
  const index = $from.index(0)
  const to = index + by
  if (index < TITLE_LINES.length || to < TITLE_LINES.length || to >= state.doc.childCount) return true
  const block = state.doc.child(index)
  const other = state.doc.child(to)
  const start = $from.before(1)
  const first = by === 1 ? start : start - other.nodeSize
  const tr = state.tr.replaceWith(first, first + block.nodeSize + other.nodeSize, by === 1 ? [other, block] : [block, other])
  const moved = from + by * other.nodeSize
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(moved))).scrollIntoView())
  return true
}
