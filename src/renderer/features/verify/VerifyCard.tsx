import { Badge, Button } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import type { FigureNode } from '#core/model/inline.ts'
import { sayTime } from '../../ui/words.ts'
import { KIND_NAMES, sayChange, sayValue } from '../edit/figure-rows.ts'
import { AskNote, AskParagraph, AskSource, AskValue } from './VerifyAsking.tsx'
import type { Quoted } from './beside.ts'
import { lapsedFrom, type Stop } from './stops.ts'
import type { Verification } from './use-verification.ts'

export const STATES = { open: ['待填', 'amber'], left: ['未核', 'amber'], verified: ['已核', 'green'], doubtful: ['存疑', 'red'] } as const

export interface VerifyCardProps {
  verification: Verification
  stop: Stop
  ref: Ref<HTMLDivElement>
}

/** One figure with all that speaks for or against it, and what can be said of it. */
export function VerifyCard({ verification: v, stop, ref }: VerifyCardProps) {
  const [state, color] = STATES[stop.status]
  const lapsed = lapsedFrom(stop)
  return (
    <section className="verify-card" aria-label="当前数据">
      <div className="verify-card-body" ref={ref} tabIndex={-1} role="group" aria-label={describe(stop)}>
        <div className="verify-head">
          <span className="verify-ordinal numeric">{ordinalOf(v)}</span>
          {stop.fixed ? <Badge variant="light" color="gray" radius="sm">标题</Badge> : <Badge variant={stop.status === 'verified' || stop.status === 'doubtful' ? 'filled' : 'light'} color={color} radius="sm">{state}</Badge>}
        </div>
        <h2 className="verify-indicator">{stop.indicator || (stop.fixed ? '标题中的数据' : '指标未定')}</h2>
        {v.asking === 'value' ? (
          <AskValue key={stop.key} stop={stop} onDone={v.rewrite} onCancel={() => v.ask('nothing')} />
        ) : (
          <div className="verify-value">
            <b className="numeric">{stop.text || '待填'}</b>
            <span>{[KIND_NAMES[stop.kind], sayValue(stop)].filter(Boolean).join(' · ')}</span>
          </div>
        )}
        {lapsed !== undefined && <p className="verify-lapsed">核实后改过：当时核的是 {lapsed}{lapsed === stop.text ? '，此后台账或写法有变动' : ''}</p>}
        {stop.fixed && <p className="verify-hint">标题中的数字不能单独标记，也不计入进度。请与正文对照，看过按回车继续。</p>}
        <dl className="verify-facts">
          <Last verification={v} stop={stop} />
          <Entry verification={v} stop={stop} />
          {v.beside?.material && (
            <Fact term="素材">
              <span>{v.beside.material.name}</span>
              {!v.beside.material.holds && <span className="verify-differs">素材原文里没有“{stop.text}”</span>}
              <Quote quote={v.beside.material.quote} />
            </Fact>
          )}
          {(v.beside?.findings.length ?? 0) > 0 && (
            <Fact term="问题">
              {v.beside?.findings.map(({ rule, severity, message }, i) => <span key={`${rule}${i}`} className="verify-finding" data-severity={severity}>{message}</span>)}
            </Fact>
          )}
          {stop.node?.type === 'figure' && stop.node.verification && lapsed === undefined && <Judged node={stop.node} />}
        </dl>
      </div>
      <div className="verify-acts" hidden={v.asking === 'value'}>
        <p className="verify-said" data-refused={v.said.refused || undefined} role={v.said.refused ? 'alert' : undefined}>{v.said.text}</p>
        {v.asking === 'note' && <AskNote onDone={v.doubt} onCancel={() => v.ask('nothing')} />}
        {v.asking === 'source' && <AskSource source={v.source} by={v.verifier.by} onDone={v.setVerifier} onCancel={() => v.ask('nothing')} />}
        {v.asking === 'paragraph' && <AskParagraph stops={v.paragraph} onDone={v.verifyParagraph} onCancel={() => v.ask('nothing')} />}
        {v.asking === 'nothing' && <Acts verification={v} stop={stop} />}
      </div>
    </section>
  )
}

function Acts({ verification: v, stop }: { verification: Verification; stop: Stop }) {
  const judged = stop.status === 'verified' || stop.status === 'doubtful'
  return (
    <>
      <button type="button" className="verify-source" onClick={() => v.ask('source')} title="来源和核实人，记在每个已核数据上（S）">
        <span>来源：{v.source || '未填'}</span>
        <span>核实人：{v.verifier.by || '未填'}</span>
        <kbd>S</kbd>
      </button>
      <div className="verify-main">
        <Button size="md" color="green" onClick={v.verify} rightSection={<kbd>回车</kbd>}>{stop.status === 'open' ? '填写' : stop.fixed ? '看过，下一处' : '已核'}</Button>
        <Button size="md" color="red" variant="light" disabled={stop.fixed || stop.status === 'open'} onClick={() => v.ask('note')} rightSection={<kbd>D</kbd>}>存疑</Button>
      </div>
      <div className="verify-more">
        <Button size="compact-sm" variant="default" disabled={stop.fixed} onClick={() => v.ask('value')} rightSection={<kbd>E</kbd>}>{stop.status === 'open' ? '填写' : '改值'}</Button>
        <Button size="compact-sm" variant="default" disabled={stop.fixed || stop.status === 'open'} onClick={v.noFigure} rightSection={<kbd>N</kbd>}>不是数据</Button>
        {judged ? <Button size="compact-sm" variant="default" onClick={v.withdraw} rightSection={<kbd>退格</kbd>}>改回未核</Button> : <Button size="compact-sm" variant="default" disabled={stop.fixed} onClick={() => v.ask('paragraph')}>本段全部已核</Button>}
        <Button size="compact-sm" variant="default" disabled={!v.canUndo} onClick={v.undo} rightSection={<kbd>Z</kbd>}>撤销</Button>
      </div>
    </>
  )
}

const NO_LAST = { yes: '没有对应的数据', none: '没有往年报告可对照', waiting: '正在对照…' } as const

function Last({ verification: { beside, compared }, stop }: { verification: Verification; stop: Stop }) {
  const last = beside?.last
  if (!last) return stop.fixed ? null : <Fact term="往年"><span className="verify-none">{NO_LAST[compared]}</span></Fact>
  const change = sayChange(last)
  const direction = last.change === null || last.change.absolute === 0 ? 'none' : last.change.absolute > 0 ? 'up' : 'down'
  return (
    <Fact term={last.year === null ? '往年' : `${last.year}年`}>
      <span className="verify-last numeric">
        <b>{last.text}</b>
        {last.same === 'near' ? <span className="verify-near">口径近似{change === '' ? '' : `，${change}`}</span> : change !== '' && <span className="figure-change" data-direction={direction}>{change}</span>}
      </span>
      {last.same === 'near' && last.why !== '' && <span className="verify-near">{last.why}</span>}
      <Quote quote={beside.sentence} />
    </Fact>
  )
}

function Entry({ verification: v, stop }: { verification: Verification; stop: Stop }) {
  const entry = v.beside?.entry
  if (!entry) return null
  return (
    <Fact term="台账">
      <span>{entry.name}，{entry.year}年：<b className="numeric">{entry.text}</b>{entry.state === '' ? '' : `（${entry.state}）`}{entry.agrees && <span className="verify-agrees">　与正文一致</span>}</span>
      {entry.why !== '' && <span className={entry.differs ? 'verify-differs' : undefined}>{entry.why}</span>}
      {entry.source !== '' && <span className="verify-none">来源：{entry.source}</span>}
      {(entry.choices.length > 0 || entry.takesText) && (
        <span className="verify-more">
          {entry.choices.map((text) => <Button key={text} size="compact-xs" variant="light" onClick={() => v.settle(text)}>{text === stop.text ? `仍用 ${text}` : `正文改为 ${text}`}</Button>)}
          {entry.takesText && <Button size="compact-xs" variant="default" onClick={v.intoLedger}>台账改为 {stop.text}</Button>}
        </span>
      )}
    </Fact>
  )
}

function Judged({ node: { verification, state } }: { node: FigureNode }) {
  if (!verification) return null
  const { at, by, source, note } = verification
  return (
    <Fact term={state === 'doubtful' ? '存疑' : '核实'}>
      {note !== undefined && <span>{note}</span>}
      <span className="verify-none">{[by, sayTime(new Date(at), new Date()), source === undefined ? '' : `来源：${source}`].filter(Boolean).join('，')}</span>
    </Fact>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Quote({ quote }: { quote: Quoted | undefined }) {
  return quote ? <q className="verify-quote">{quote.before}<b>{quote.figure}</b>{quote.behind}</q> : null
}

/** Which figure this is of those that count. */
export function ordinalOf({ stops, at, stop, progress }: Pick<Verification, 'stops' | 'at' | 'stop' | 'progress'>): string {
  return stop?.fixed ? `不计入 ${progress.total} 处` : `第 ${stops.slice(0, at + 1).filter(({ fixed }) => !fixed).length} 处，共 ${progress.total} 处`
}

/** A figure in one breath, for those who hear it. */
export const describe = (stop: Stop): string => `${stop.indicator || '指标未定'}，${stop.text || '待填'}，${stop.fixed ? '标题' : STATES[stop.status][0]}`

