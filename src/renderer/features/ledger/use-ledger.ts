import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState } from 'react'
import type { LedgerChange } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { codeOf, messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import type { SaveState } from '../../app/autosave.ts'
import { createStore, useStore, type Store } from '../../app/store.ts'
import { LedgerKeeper } from './ledger-keeper.ts'

const DELAY = 600

export interface LedgerHolder {
  /** the ledger of a body was read; null where it could not be */
  onOpen: (ledger: Ledger | null) => void
  /** another window changed it */
  onTheirs: (changes: readonly LedgerChange[]) => void
}

/** Keeps the ledger of a body for as long as the page is open; `undefined` for no body. The holder has the ledger itself, and tells of its changes. */
export function useLedger(body: string, holder: LedgerHolder): LedgerKeeper | undefined {
  const host = useHost()
  const changes = useStore(host.ledgerChanges)
  const [keeper, setKeeper] = useState<LedgerKeeper>()
  const latest = useRef(holder)
  latest.current = holder
  useEffect(() => {
    if (body === '') {
      setKeeper(undefined)
      latest.current.onOpen(null)
      return undefined
    }
    let gone = false
    const mine = new LedgerKeeper({
      body,
      delay: DELAY,
      host: {
        get: async (of) => {
          const stored = await host.client.ledgers.get({ body: of })
          return stored.ledger === null ? { ledger: null } : stored
        },
        save: (ledger, baseRevision) => host.client.ledgers.save({ ledger, baseRevision }),
        isConflict: (error) => codeOf(error) === 'CONFLICT',
        explain: messageOf,
      },
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
      storage: localStorage,
      onTheirs: (theirs) => {
        if (!gone) latest.current.onTheirs(theirs)
      },
      onConflicts: (conflicts) =>
        notifications.show({ color: 'amber', title: '台账中有几处改动没有合并', message: `另一个窗口同时改了同样的 ${conflicts.length} 格，台账保留对方的值；本窗口正文中的数据没有改动，不一致之处会标出来，请核对。`, autoClose: 15_000 }),
    })
    setKeeper(mine)
    mine.open().then(
      (ledger) => {
        if (!gone) latest.current.onOpen(ledger)
      },
      (error: unknown) => {
        if (gone) return
        latest.current.onOpen(null)
        notifications.show({ color: 'red', title: '台账没有读出来', message: messageOf(error), autoClose: 12_000 })
      },
    )
    const end = host.holdsText({ flush: () => mine.saving.flush(), unsaved: () => mine.saving.unsaved })
    return () => {
      gone = true
      end()
      void mine.saving.close()
    }
  }, [body, host])
  useEffect(() => {
    // an own save is told of too; the keeper knows it by its revision
    if (changes > 0) void keeper?.refresh().catch(console.error)
  }, [changes, keeper])
  return keeper
}

const NEVER = createStore<SaveState | undefined>(undefined)

/** How the saving of a ledger stands; undefined where there is none. */
export const useLedgerSaving = (keeper: LedgerKeeper | undefined): SaveState | undefined => useStore<SaveState | undefined>((keeper?.saving.state as Store<SaveState | undefined> | undefined) ?? NEVER)
