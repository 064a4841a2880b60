import { useMemo, useSyncExternalStore } from 'react'

/** The pages of the application; they stand in the address behind `#`. */
export type Route = { page: 'library' } | { page: 'import' } | { page: 'ledger'; body: string } | { page: 'edit'; id: string; at?: RoutePlace }

/** A place in a report to begin at: a block and a half-open range of its plain text. */
export interface RoutePlace {
  blockId: string
  start: number
  end: number
}

/** The address of a page. */
export const hrefOf = (route: Route): string => (route.page === 'library' ? '#/' : route.page === 'import' ? '#/import' : route.page === 'ledger' ? `#/ledger/${encodeURIComponent(route.body)}` : `#/edit/${encodeURIComponent(route.id)}${route.at ? `/${encodeURIComponent(route.at.blockId)}/${route.at.start}-${route.at.end}` : ''}`)

/** The page of an address; anything unknown is the library. */
export function readRoute(hash: string): Route {
  const [, page, id, block, range] = hash.replace(/^#/u, '').split('/')
  if (page === 'import') return { page }
  if (page === 'ledger' && id !== undefined && id !== '') {
    try {
      return { page, body: decodeURIComponent(id) }
    } catch {
      return { page: 'library' }
    }
  }
  if (page === 'edit' && id !== undefined && id !== '') {
    try {
      const place = /^(\d{1,9})-(\d{1,9})$/u.exec(range ?? '')
      return { page, id: decodeURIComponent(id), ...(block !== undefined && place ? { at: { blockId: decodeURIComponent(block), start: Number(place[1]), end: Number(place[2]) } } : {}) }
    } catch {
      return { page: 'library' }
    }
  }
  return { page: 'library' }
}

/** Goes to a page. */
export function goTo(route: Route): void {
  location.hash = hrefOf(route)
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The page to show now: the same object as long as the address stays, so that nobody is taken to a place twice. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => readRoute(hash), [hash])
}
