import type { Material } from '#core/materials/material.ts'
import { lookOver, type MaterialsAnswer, type MaterialsRequest } from './materials-work.ts'

let known: readonly Material[] = []

self.addEventListener('message', ({ data: { sequence, report, ledger, materials } }: MessageEvent<MaterialsRequest>) => {
  if (materials) known = materials
  let answer: MaterialsAnswer
  try {
    answer = { sequence, result: lookOver(report, known, ledger) }
  } catch (error) {
    answer = { sequence, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  self.postMessage(answer)
})
