import { memo, type ReactNode } from 'react'

/** What it holds is not drawn anew while it is `still`: a pane that nobody sees costs nothing, and keeps its state. */
export const Still = memo(
  function Still({ children }: { still: boolean; children: ReactNode }) {
    return children
  },
  (_, { still }) => still,
)
