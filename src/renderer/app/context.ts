import { createContext, useContext } from 'react'
import type { HostEvent } from '#contract/contract.ts'
import type { Client } from './client.ts'

/** What every screen can use. */
export interface AppContext {
  client: Client
  /** goes to another screen */
  go: (route: Route) => void
  /** registers a listener for the host's events; returns how to take it back */
  onHostEvent: (listener: (event: HostEvent) => void) => () => void
  /** files that the import screen is to read */
  importFiles: (files: readonly File[]) => void
}

export type Route = { page: 'library' } | { page: 'import' } | { page: 'edit'; id: string }

export const AppContextValue = createContext<AppContext | null>(null)

/** The application's context; throws outside of it. */
export function useApp(): AppContext {
  const value = useContext(AppContextValue)
  if (!value) throw new Error('outside the application')
  return value
}

/** The route that an address' hash names. */
export function routeOf(hash: string): Route {
  const edit = /^#\/edit\/([a-z0-9-]+)$/u.exec(hash)?.[1]
  if (edit !== undefined) return { page: 'edit', id: edit }
  return hash === '#/import' ? { page: 'import' } : { page: 'library' }
}

export const hashOf = (route: Route): string => (route.page === 'edit' ? `#/edit/${route.id}` : `#/${route.page === 'library' ? '' : route.page}`)
