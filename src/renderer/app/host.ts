import { createContext, useContext } from 'react'
import type { HostEvent, MenuCommand, Notice } from '#contract/contract.ts'
import type { Client } from './client.ts'
import { SettingsKeeper } from './settings-keeper.ts'
import { createStore, type Store } from './store.ts'

/** Is the host there? `connecting` only before the first answer. */
export type Connection = 'connecting' | 'connected' | 'lost'

type MenuHandler = (command: MenuCommand) => boolean
type Flush = () => Promise<boolean>
/** Something in the window that has text which may not be saved yet. */
export interface TextHolder {
  /** saves it; answers whether all is saved */
  flush: Flush
  unsaved: () => boolean
}

/** The host and what it says, for the whole window. */
export interface HostLink {
  client: Client
  connection: Store<Connection>
  notices: Store<readonly Notice[]>
  /** counts the changes of the list of reports */
  libraryChanges: Store<number>
  /** counts the changes of ledgers, of whichever body */
  ledgerChanges: Store<number>
  /** counts the changes of materials, of whichever body */
  materialChanges: Store<number>
  /** what is set for all reports */
  settings: SettingsKeeper
  /** listens to menu commands; the last listener that answers true has it. Returns the end of listening */
  onMenu: (handler: MenuHandler) => () => void
  /** announces text to save before the window closes. Returns the end of it */
  holdsText: (holder: TextHolder) => () => void
  /** saves all that is unsaved; answers whether that worked */
  flushAll: Flush
  hasUnsaved: () => boolean
  /** runs a menu command as if the menu had sent it */
  run: (command: MenuCommand) => void
  dismiss: (notice: Notice) => void
}

/** Follows the host's events for as long as the window lives; tries again when they break off. */
export function followHost(client: Client, onUnsavedAtClose: (close: () => void) => void): HostLink {
  const connection = createStore<Connection>('connecting')
  const notices = createStore<readonly Notice[]>([])
  const libraryChanges = createStore(0)
  const ledgerChanges = createStore(0)
  const materialChanges = createStore(0)
  const settings = new SettingsKeeper(client.settings)
  const menuHandlers: MenuHandler[] = []
  const holders = new Set<TextHolder>()

  const flushAll: Flush = async () => (await Promise.all([...holders].map(({ flush }) => flush()))).every(Boolean)
  const run = (command: MenuCommand): void => void menuHandlers.toReversed().some((handler) => handler(command))

  const take = async (event: HostEvent): Promise<void> => {
    if (event.type === 'notice') notices.set((now) => [...now.filter(({ id }) => id !== event.notice.id), event.notice])
    else if (event.type === 'menu') run(event.command)
    else if (event.type === 'library') libraryChanges.set((n) => n + 1)
    else if (event.type === 'ledger') ledgerChanges.set((n) => n + 1)
    else if (event.type === 'materials') materialChanges.set((n) => n + 1)
    else if (event.type === 'settings') await settings.refresh()
    else if (event.type !== 'closing') ignore(event)
    else if (await flushAll()) await client.app.readyToClose()
    else onUnsavedAtClose(() => void client.app.readyToClose())
  }

  const follow = async (): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      try {
        const info = await client.app.info()
        const events = await client.app.events()
        notices.set(info.notices)
        if (connection.get() === 'lost') for (const changes of [libraryChanges, ledgerChanges, materialChanges]) changes.set((n) => n + 1)
        void settings.refresh().catch(console.error)
        connection.set('connected')
        attempt = 0
        for await (const event of events) void take(event).catch(console.error)
      } catch {
        // said below: whatever broke it, the host is not there
      }
      connection.set('lost')
      await new Promise((resolve) => setTimeout(resolve, Math.min(500 * 2 ** attempt, 5000)))
    }
  }
  void follow()

  return {
    client, connection, notices, libraryChanges, ledgerChanges, materialChanges, settings, flushAll, run,
    onMenu: (handler) => {
      menuHandlers.push(handler)
      return () => void menuHandlers.splice(menuHandlers.indexOf(handler), 1)
    },
    hasUnsaved: () => [...holders].some(({ unsaved }) => unsaved()),
    holdsText: (holder) => {
      holders.add(holder)
      return () => void holders.delete(holder)
    },
    dismiss: (notice) => {
      notices.set((now) => now.filter(({ id }) => id !== notice.id))
      void client.app.dismissNotice({ id: notice.id }).catch(console.error)
    },
  }
}

/** An event that this window does not know yet does no harm; the compiler says when one is forgotten here. */
const ignore = (event: never): void => void event

export const HostContext = createContext<HostLink | null>(null)

/** The host of this window. */
export function useHost(): HostLink {
  const host = useContext(HostContext)
  if (!host) throw new Error('no host above this component')
  return host
}
