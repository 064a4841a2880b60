import type { Verification } from '#core/model/inline.ts'

/** Who verifies at this machine, and against what just now: asked once, and remembered. */
export interface Verifier {
  /** 核实人; empty where nobody was named */
  by: string
  /** the running source (来源), which holds for the next figures until another is named; empty where there is none */
  source: string
}

const KEY = 'shuhe.verifier'

/** Who verified last on this machine. */
export function rememberedVerifier(storage: Pick<Storage, 'getItem'> = localStorage): Verifier {
  try {
    const read = JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Record<keyof Verifier, unknown>>
    return { by: typeof read.by === 'string' ? read.by : '', source: typeof read.source === 'string' ? read.source : '' }
  } catch {
    return { by: '', source: '' }
  }
}

/** Remembers who verifies. */
export function rememberVerifier({ by, source }: Verifier, storage: Pick<Storage, 'setItem'> = localStorage): void {
  try {
    storage.setItem(KEY, JSON.stringify({ by, source }))
  } catch {
    // a full storage forgets a name, nothing else
  }
}

/** A person's word on a figure, at this moment; empty parts are left out. */
export function personsWord({ source = '', note = '' }: { source?: string; note?: string } = {}, by: string = rememberedVerifier().by, now: Date = new Date()): Verification {
  return { at: now.toISOString(), ...(by.trim() === '' ? {} : { by: by.trim() }), ...(source.trim() === '' ? {} : { source: source.trim() }), ...(note.trim() === '' ? {} : { note: note.trim() }) }
}
