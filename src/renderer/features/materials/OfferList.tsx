import { Button, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Source } from '#core/ledger/ledger.ts'
import type { Material } from '#core/materials/material.ts'
import type { Offer } from '#core/materials/offers.ts'
import type { DraftPlace } from '#core/materials/usage.ts'
import type { Report } from '#core/model/report.ts'
import { questionsOf, sourceOf } from './questions.ts'

export interface OfferListProps {
  report: Report
  offers: readonly Offer[]
  materials: readonly Material[]
  onFill: (slotId: string, text: string, source: Source, figure: Pick<Offer, 'value' | 'high' | 'approx'>) => void
  /** enters a value into the ledger; undefined where there is none */
  onEnter: ((offer: Offer, source: Source) => void) | undefined
  onGo: (place: DraftPlace) => void
  onOpen: (materialId: string, paragraphId: string) => void
}

/** Figures of materials that answer open slots and entries of the ledger (可填数据). */
export function OfferList({ report, offers, materials, onFill, onEnter, onGo, onOpen }: OfferListProps) {
  const questions = useMemo(() => questionsOf(report, offers), [report, offers])
  const byId = useMemo(() => new Map(materials.map((m) => [m.id, m])), [materials])
  const shown = questions.filter(({ slot }) => slot !== undefined || onEnter !== undefined)
  if (shown.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {materials.length === 0 ? '导入素材后，其中与待填数据同一指标的数字会列在这里。' : '素材中没有找到能对上待填数据的数字。可以打开素材自己查找，选中后放入正文。'}
      </Text>
    )
  }
  const certain = shown.filter(({ offers: [first] }) => first?.certainty === 'yes').length
  return (
    <>
      <p className="offer-summary">
        可填 {shown.length} 处，其中 {certain} 处指标、单位一致；标“请核对”的要对照原文再填。填入后仍需核实。
      </p>
      <ul className="offer-list" aria-label="可填数据">
        {shown.map(({ key, slot, indicator, offers: answers }) => (
          <li key={key}>
            <div className="offer-slot">
              {slot ? (
                <button type="button" title="在正文中查看" onClick={() => onGo({ paragraphId: slot.paragraphId, start: slot.start, end: slot.end })}>
                  {indicator || '指标未定'}
                </button>
              ) : (
                <span>{indicator}（台账）</span>
              )}
              {slot?.slot.last && (
                <small className="numeric">
                  {slot.slot.last.year ?? '往年'}：{slot.slot.last.text}
                </small>
              )}
            </div>
            <ul>
              {answers.map((offer) => {
                const material = byId.get(offer.materialId)
                return (
                  <li key={`${offer.materialId}:${offer.paragraphId}:${offer.start}`} className="offer" data-certainty={offer.certainty}>
                    <div className="offer-value">
                      <b className="numeric">{offer.text}</b>
                      {offer.certainty === 'near' && <span className="offer-near">请核对</span>}
                      {slot ? (
                        <Button size="compact-xs" variant={offer.certainty === 'yes' ? 'filled' : 'light'} aria-label={`把${offer.text}填入“${indicator}”`} onClick={() => onFill(slot.slot.id, offer.text, sourceOf(offer, material), offer)}>
                          填入
                        </Button>
                      ) : (
                        <Button size="compact-xs" variant={offer.certainty === 'yes' ? 'filled' : 'light'} aria-label={`把${offer.text}记入台账“${indicator}”`} onClick={() => onEnter?.(offer, sourceOf(offer, material))}>
                          记入台账
                        </Button>
                      )}
                    </div>
                    {offer.why.length > 0 && <p className="offer-why">{offer.why.join('；')}</p>}
                    <button type="button" className="offer-source" title="打开素材" onClick={() => onOpen(offer.materialId, offer.paragraphId)}>
                      <span>{offer.sentence}</span>
                      <small>{material ? [material.department, material.title].filter(Boolean).join(' · ') : ''}</small>
                    </button>
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
