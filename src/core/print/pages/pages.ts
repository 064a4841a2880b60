import type { LaidLine, LaidRule } from './laid.ts'
import type { StyleName } from '../model.ts'
import type { BoxLine, Sheet } from './boxes.ts'

const HAIR = 0.01

interface Filling {
  lines: LaidLine[]
  rules: LaidRule[]
}

export interface LineAt {
  block: number
  style: StyleName
  height: number
  size: number
  first: boolean
  last: boolean
  repeated?: boolean
}

/** Pages while they are filled from above. */
export class Pages {
  private readonly done: Filling[] = []
  private page: Filling = { lines: [], rules: [] }
  /** how much of the page is filled */
  private used = 0

  constructor(private readonly sheet: Sheet) {}

  get count(): number {
    return this.done.length + 1
  }
  /** height of an empty page */
  get room(): number {
    return this.sheet.height
  }
  get left(): number {
    return this.sheet.height - this.used + HAIR
  }
  get empty(): boolean {
    return this.used === 0
  }
  /** where the next line begins */
  get y(): number {
    return this.sheet.top + this.used
  }

  /** how many lines of a height there is still room for */
  fitting(height: number): number {
    return Math.max(0, Math.floor(this.left / height))
  }

  /** A further page. */
  begin(): void {
    this.done.push(this.page)
    this.page = { lines: [], rules: [] }
    this.used = 0
  }

  /** Puts a line below what is there. */
  line(line: BoxLine, at: LineAt): void {
    this.lineAt(line, at, this.y)
    this.used += at.height
  }

  /** Puts a line at a height of its own; takes no room. */
  lineAt({ pieces, broken }: BoxLine, { block, style, height, size, first, last, repeated }: LineAt, y: number): void {
    this.page.lines.push({ y, height, baseline: y + baselineIn(height, size), pieces, block, style, first, last, broken, ...(repeated ? { repeated } : {}) })
  }

  take(height: number): void {
    this.used += height
  }

  rule(rule: LaidRule): void {
    this.page.rules.push(rule)
  }

  all(): Filling[] {
    return [...this.done, this.page]
  }
}

/** Where letters of a size stand in a line of an exact height: its extra room is above them to four fifths. */
const baselineIn = (height: number, size: number): number => height * 0.8 - Math.max(0, size - height) * 0.2
