/** What every command of the command line is given and answers. */

/** Options that commands share, as parsed. */
export interface Options {
  json: boolean
  last?: string | undefined
  year?: number | undefined
  template?: string | undefined
  from?: string | undefined
  output?: string | undefined
  profile: string
  seedsFolder: string
}

/** Where a command writes to. */
export interface Output {
  out: (line: string) => void
  err: (line: string) => void
}

/** Something is wrong with the call or a file; `message` is one Chinese line. */
export class CommandError extends Error {}

/** A command: its files and options; the answer is the exit status. */
export type Command = (files: readonly string[], options: Options, output: Output) => Promise<number>
