import { expect, it } from 'vitest'
import { partOf } from '#core/checker/part.ts'

it.each([
  // said outright, at whatever depth
  ['plan', ['二、2025年工作意见']],
  ['plan', ['2024年工作总结', '二、2025年工作思路']],
  ['plan', ['2025年主要工作']],
  ['plan', ['下一步主要工作']],
  ['plan', ['今年的主要工作任务']],
  ['plan', ['三、2025年重点工作', '（三）办好民生实事']],
  // enough to keep a rule silent
  ['plan', ['三、下步打算']],
  ['plan', ['四、问题与打算']],
  ['review', ['一、2024年工作回顾']],
  ['review', ['一、2024年工作回顾', '（一）围绕目标任务，抓好落实']],
  ['review', ['今年以来的主要工作']],
  // of both: the headings below it decide
  ['review', ['2024年工作总结和2025年工作安排', '一、2024年工作总结']],
  ['plan', ['2024年工作总结和2025年工作安排', '二、下步打算']],
  ['unknown', ['2024年工作总结和2025年工作安排']],
  // what was done with a plan
  ['unknown', ['三、做实监督工作，推动重大部署落地见效', '（一）助力经济稳进提质']],
  ['unknown', ['五、加强民主监督，助推决策部署落实']],
  ['unknown', ['三、关注民生福祉，以更实举措践行履职为民']],
  ['unknown', ['二、服务中心大局']],
  ['unknown', []],
] as const)('%s: %j', (part, path) => expect(partOf(path, 2024)).toBe(part))

it('no year is to come for a report of no year', () => expect(partOf(['2025年主要工作'], null)).toBe('review'))
