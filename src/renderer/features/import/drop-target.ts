import { createStore } from '../../app/store.ts'

/** Where files go that are dropped on the window or pasted outside of any field. */
export interface DropTarget {
  /** what letting go does (松开以导入为素材) */
  title: string
  take: (files: readonly File[]) => void
}

/** What on the screen wants them; null: they are reports to import. Whoever sets it takes it back when it goes. */
export const dropTarget = createStore<DropTarget | null>(null)
