import { expect, it } from 'vitest'
import { RULES } from '#core/checker/rules.ts'
import type { Rule } from '#core/checker/rule.ts'

const SEVERITY = { error: '错误', warning: '提示', info: '说明' } as const
const SCOPE = { paragraph: '逐段', report: '全文', earlier: '与往年对照' } as const

const basisOf = ({ basis }: Rule): string => (basis.on === 'standard' ? basis.clause : basis.why)

// docs/checks.md is made from the rules: `npx vitest run tests/core/checker/documented.test.ts -u` writes it anew
it('the list of checks in docs is the list of rules', async () => {
  const rows = RULES.map((rule) => `| ${rule.title} | \`${rule.id}\` | ${SEVERITY[rule.severity]} | ${SCOPE[rule.scope]} | ${basisOf(rule)} |`)
  const page = ['# 校核规则', '', `共 ${RULES.length} 项。每一项都可以在“校核设置”中改级别、停用，也可以只对一份报告停用；单条问题可以写明理由后忽略。`, '', '| 名称 | 编号 | 级别 | 范围 | 依据 |', '| --- | --- | --- | --- | --- |', ...rows, ''].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/checks.md')
})
