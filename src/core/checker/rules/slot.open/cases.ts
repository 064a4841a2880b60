import { textNode, type FigureNode, type LastFigure, type SlotNode } from '../../../model/inline.ts'
import type { Cases } from '../../case.ts'

const last: LastFigure = { text: '138件', value: 138, unit: '件', approx: 'exact', year: 2023 }
const slot: SlotNode = { type: 'slot', id: 'f1', indicator: '提案立案数', unit: '件', kind: 'quantity', last }
const filled: FigureNode = { ...slot, type: 'figure', text: '142件', state: 'filled' }

export const cases: Cases = {
  valid: [
    '全年立案提案138件，办复率100%。',
    { text: [[textNode('全年立案提案'), { ...filled, state: 'verified' }, textNode('。')]], status: 'draft' },
  ],
  invalid: [
    {
      text: [[textNode('全年立案提案'), slot, textNode('。')]],
      status: 'draft',
      findings: [{ message: '待填数据「提案立案数」尚未填写，去年为138件', at: '提案‹【待填】件›。' }],
    },
    {
      why: 'the figure is older than last year, or of an unknown year, or there is none',
      text: [[{ ...slot, last: { ...last, year: 2020 } }, { ...slot, id: 'f2', last: { ...last, year: null } }, { ...slot, id: 'f3', indicator: '', last: undefined }]],
      status: 'draft',
      findings: [
        { message: '待填数据「提案立案数」尚未填写，2020年为138件', at: '‹【待填】件›【待填】件【待填】件' },
        { message: '待填数据「提案立案数」尚未填写，上次报告为138件', at: '【待填】件‹【待填】件›【待填】件' },
        { message: '待填数据尚未填写', at: '【待填】件【待填】件‹【待填】件›' },
      ],
    },
    {
      text: [[textNode('全年立案提案'), filled, textNode('，办复'), { ...filled, id: 'f2', indicator: '提案办复数', state: 'doubtful', last: undefined }, textNode('。')]],
      status: 'draft',
      findings: [
        { message: '数据「提案立案数」已填142件，尚未核实，去年为138件', at: '提案‹142件›，', severity: 'info' },
        { message: '数据「提案办复数」存疑，现为142件', at: '办复‹142件›。' },
      ],
    },
  ],
}
