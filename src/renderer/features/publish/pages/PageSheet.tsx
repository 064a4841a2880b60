import { memo, useMemo } from 'react'
import { POINTS_PER_MM, type LaidLine, type LaidPage, type LaidPiece } from '#core/print/layout.ts'
import type { PrintChange, PrintRun } from '#core/print/model.ts'
import { MARGIN_WIDTH, marginNotes, type MarginNote } from '#core/print/pages/margin.ts'
import { familyOf } from './faces.ts'
import { measureHere, type LaidModel } from './use-pages.ts'

/** Size in points of what is drawn of a page: the sheet, and the margin beside it where the document has comments. */
export function drawnSize({ page, comments = [] }: LaidModel['model']): { width: number; height: number } {
  return { width: page.width * POINTS_PER_MM + (comments.length > 0 ? MARGIN_WIDTH : 0), height: page.height * POINTS_PER_MM }
}

/** One page, drawn where the layout says: letters stand on their baselines to a hundredth of a point, at any size. */
export const PageSheet = memo(function PageSheet({ of, page, width, height }: { of: LaidModel; page: LaidPage; width: string; height: string }) {
  const { model, laid } = of
  const size = drawnSize(model)
  const notes = useMemo(() => marginNotes(model, laid, page.number - 1, measureHere()), [model, laid, page.number])
  const sheet = model.page.width * POINTS_PER_MM
  return (
    <svg className="paper" width={width} height={height} viewBox={`0 0 ${size.width} ${size.height}`}>
      <rect className="paper-sheet" width={sheet} height={size.height} />
      {size.width > sheet && <rect className="paper-margin" x={sheet} width={size.width - sheet} height={size.height} />}
      {page.rules.map((rule, i) => (
        <line key={i} className="paper-rule" x1={rule.x} y1={rule.y} x2={rule.x + rule.width} y2={rule.y + rule.height} />
      ))}
      {page.lines.map((line, i) => (
        <Line key={i} line={line} change={changeOf(model.blocks[line.block])} />
      ))}
      {page.footer && <Line line={page.footer} />}
      {notes.map((note) => (
        <Note key={note.id} note={note} edge={sheet} />
      ))}
    </svg>
  )
})

const changeOf = (block: LaidModel['model']['blocks'][number] | undefined): PrintChange | undefined => (block && !('table' in block) ? block.change : undefined)

function Line({ line: { pieces, y, height, baseline }, change }: { line: LaidLine; change?: PrintChange | undefined }) {
  return (
    <>
      {pieces.map((piece, i) => {
        const mark = markOf(piece.run)
        return mark === undefined ? null : <rect key={`m${i}`} className={`paper-mark ${mark}`} x={piece.x} y={Math.max(y, baseline - piece.size)} width={piece.width} height={Math.min(height, piece.size * 1.25)} />
      })}
      <text y={baseline}>
        {pieces.map((piece, i) => (
          <Piece key={i} piece={piece} change={piece.run.change ?? change} />
        ))}
      </text>
    </>
  )
}

function Piece({ piece: { x, width, text, alone, font, size, bold, italic, spacing, run }, change }: { piece: LaidPiece; change?: PrintChange | undefined }) {
  return (
    <tspan
      x={x}
      {...(alone ? { textLength: width - spacing, lengthAdjust: 'spacingAndGlyphs' } : {})}
      {...(change ? { className: `paper-${change.kind}` } : {})}
      style={{ fontFamily: familyOf(font), fontSize: `${size}px`, ...(bold ? { fontWeight: 700 } : {}), ...(italic ? { fontStyle: 'italic' } : {}), ...(spacing === 0 || alone ? {} : { letterSpacing: `${spacing.toFixed(4)}px` }), ...(run.underline && !change ? { textDecoration: 'underline' } : {}) }}
    >
      {text}
    </tspan>
  )
}

/** What is seen behind a run: an open slot, a figure by its state, a commented place. */
function markOf(run: PrintRun): string | undefined {
  if (run.slot) return 'paper-slot'
  if (run.state !== undefined) return `paper-${run.state}`
  return run.comments && run.comments.length > 0 ? 'paper-commented' : undefined
}

function Note({ note: { from, x, y, width, height, lines }, edge }: { note: MarginNote; edge: number }) {
  return (
    <g className="paper-note">
      <polyline points={`${from.x},${from.y} ${edge},${from.y} ${x},${y + Math.min(10, height / 2)}`} />
      <rect x={x} y={y} width={width} height={height} rx={2} />
      {lines.map(({ baseline, pieces, head }, i) => (
        <text key={i} y={baseline} className={head ? 'paper-note-head' : undefined}>
          {pieces.map((piece, k) => (
            <Piece key={k} piece={piece} />
          ))}
        </text>
      ))}
    </g>
  )
}
