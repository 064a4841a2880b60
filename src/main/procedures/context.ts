import { implement, type EventPublisher } from '@orpc/server'
import { contract, type HostEvent, type Notice } from '#contract/contract.ts'
import type { HostOptions } from '../host.ts'
import type { Library } from '../library/library.ts'

export type HostEvents = EventPublisher<{ event: HostEvent }>

/** What the procedures work on. */
export interface Services {
  options: HostOptions
  library: Library
  events: HostEvents
  /** notices that no window has dismissed yet */
  notices: Map<string, Notice>
}

/** The implementer of the contract: `os.reports.get.handler(…)`. */
export const os = implement(contract)
