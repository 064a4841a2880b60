import type { FindingsDesk } from './use-findings.ts'

/** The findings in the status bar, by how bad they are; a click shows them. */
export function FindingsStatus({ desk: { checked, counts: { error, warning, info } }, onShow }: { desk: Pick<FindingsDesk, 'checked' | 'counts'>; onShow: () => void }) {
  const parts = [...(error > 0 ? [`错误 ${error}`] : []), ...(warning > 0 ? [`提示 ${warning}`] : [])]
  return (
    <button type="button" className="bench-findings" data-errors={error > 0 || undefined} title={info > 0 ? `另有说明 ${info} 条` : '查看问题'} onClick={onShow}>
      问题 {checked ? error + warning : '…'}
      {parts.length > 0 ? `（${parts.join(' · ')}）` : ''}
    </button>
  )
}
