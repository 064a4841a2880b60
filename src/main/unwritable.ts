/** A file could not be written where the user wanted it; nothing that stood there was changed. */
export class Unwritable extends Error {
  /**
   * @param path where it was to go
   * @param code of the system (EBUSY, EACCES, ENOSPC …)
   */
  constructor(
    readonly path: string,
    readonly code: string,
  ) {
    super(`cannot write ${path}: ${code}`)
    this.name = 'Unwritable'
  }
}
