import type { SaveState } from '../../app/autosave.ts'
import { Banner } from '../../app/Frame.tsx'

export interface SaveBannersProps {
  report: SaveState
  /** undefined where there is no ledger */
  ledger: SaveState | undefined
  onSave: () => void
  onSaveLedger: () => void
  /** asks which of two windows' states is kept */
  onChoose: () => void
}

/** Says what did not get into the library, of the report and of its ledger, and what can be done. */
export function SaveBanners({ report, ledger, onSave, onSaveLedger, onChoose }: SaveBannersProps) {
  return (
    <>
      {report.kind === 'failed' && (
        <Banner severity="error" action={{ label: '立即重试', onClick: onSave }}>
          <b>没有保存成功。</b>
          {report.message}修改仍在本窗口中，正在自动重试，请不要关闭窗口。
        </Banner>
      )}
      {ledger?.kind === 'failed' && (
        <Banner severity="error" action={{ label: '立即重试', onClick: onSaveLedger }}>
          <b>台账没有保存成功。</b>
          {ledger.message}修改仍在本窗口中，正在自动重试，请不要关闭窗口。
        </Banner>
      )}
      {report.kind === 'conflict' && (
        <Banner severity="error" action={{ label: '选择保留哪一份', onClick: onChoose }}>
          <b>这份报告已在另一个窗口中修改并保存。</b>本窗口的修改还没有保存，也没有覆盖对方的内容。
        </Banner>
      )}
    </>
  )
}
