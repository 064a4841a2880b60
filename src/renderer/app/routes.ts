import { useSyncExternalStore } from 'react'

/** The pages of the application; they stand in the address behind `#`. */
export type Route = { page: 'library' } | { page: 'import' } | { page: 'edit'; id: string }

/** The address of a page. */
export const hrefOf = (route: Route): string => (route.page === 'library' ? '#/' : route.page === 'import' ? '#/import' : `#/edit/${encodeURIComponent(route.id)}`)

/** The page of an address; anything unknown is the library. */
export function readRoute(hash: string): Route {
  const [, page, id] = hash.replace(/^#/u, '').split('/')
  if (page === 'import') return { page }
  if (page === 'edit' && id !== undefined && id !== '') {
    try {
      return { page, id: decodeURIComponent(id) }
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

/** The page to show now. */
export const useRoute = (): Route => readRoute(useSyncExternalStore(subscribe, () => location.hash))
