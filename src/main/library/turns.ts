/** Actions under one key follow each other in the order of the calls; those under different keys do not wait. */
export class Turns {
  private readonly chains = new Map<string, Promise<unknown>>()

  /** Runs the action when all earlier ones of this key have ended, whether they succeeded or not. */
  take<R>(key: string, action: () => Promise<R>): Promise<R> {
    const before = this.chains.get(key) ?? Promise.resolve()
    const mine = before.then(action, action)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.chains.set(key, settled)
    void settled.then(() => {
      if (this.chains.get(key) === settled) this.chains.delete(key)
    })
    return mine
  }

  /** Resolves when every action begun so far has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.chains.values()])
  }
}
