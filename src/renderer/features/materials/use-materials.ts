import { useCallback, useEffect, useMemo, useState } from 'react'
import type { StoredMaterial } from '#contract/contract.ts'
import type { Material } from '#core/materials/material.ts'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { useStore } from '../../app/store.ts'

/** The materials of a body as the library has them now. */
export interface MaterialList {
  /** by department and date; undefined until the first answer */
  stored: readonly StoredMaterial[] | undefined
  /** the same without their stamps; keeps its identity while nothing changes */
  materials: readonly Material[] | undefined
  /** why there is no list, in Chinese */
  failure: string | undefined
  reload: () => void
}

/** Follows the materials of a body: read again whenever the host says that materials changed. */
export function useMaterials(body: string): MaterialList {
  const { client, materialChanges } = useHost()
  const changes = useStore(materialChanges)
  const [stored, setStored] = useState<readonly StoredMaterial[]>()
  const [failure, setFailure] = useState<string>()
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let stale = false
    client.materials.getAll({ body }).then(
      (list) => {
        if (stale) return
        setStored([...list].sort(({ material: a }, { material: b }) => a.department.localeCompare(b.department, 'zh') || b.date.localeCompare(a.date) || a.title.localeCompare(b.title, 'zh')))
        setFailure(undefined)
      },
      (error: unknown) => {
        if (!stale) setFailure(messageOf(error))
      },
    )
    return () => {
      stale = true
    }
  }, [client, body, changes, asked])
  return { stored, materials: useMemo(() => stored?.map(({ material }) => material), [stored]), failure, reload: useCallback(() => setAsked((n) => n + 1), []) }
}
