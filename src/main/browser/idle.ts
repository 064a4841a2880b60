/** Tells when the last window has been closed for a while; never before a first one was open. */
export class IdleWatch {
  private windows = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly after: number,
    private readonly onIdle: () => void,
  ) {}

  /** A window's event stream began; call the returned function when it ends. */
  opened(): () => void {
    this.windows++
    clearTimeout(this.timer)
    let closed = false
    return () => {
      if (closed) return
      closed = true
      this.windows--
      if (this.windows === 0) this.timer = setTimeout(this.onIdle, this.after)
    }
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
