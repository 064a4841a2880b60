// npm run demo [folder]: the whole job without a window, on the seeds. Prints what it did and where the files are.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, install, root } from './machine.mjs'

if (!install(() => console.log('正在安装所需的程序包……')) || !build(() => console.log('正在生成应用程序……'))) process.exit(1)
const folder = resolve(process.argv[2] ?? 'demo-output')
mkdirSync(folder, { recursive: true })
const seed = (number) => join(root, 'seeds', readdirSync(join(root, 'seeds')).find((name) => name.startsWith(number)))

/** Runs `shuhe` and answers with what it printed. */
function shuhe(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) {
    console.error(stderr)
    process.exit(1)
  }
  return stdout
}
const file = (name) => join(folder, name)
function keep(name, text) {
  writeFileSync(file(name), text)
  return file(name)
}

console.log('述核演示：从开化县政协 2020 年报告到 2021 年的 Word 草稿\n')

const outline = shuhe('outline', seed('001'), '--json')
const { title, sections } = JSON.parse(outline)
console.log(`1. 导入 2020 年报告《${title}》：恢复出 ${sections.length} 个部分、${sections.reduce((n, s) => n + s.sections.length, 0)} 个板块。\n   ${keep('1-2020年报告的结构.json', outline)}`)

const draft = file('2-2021年草稿.json')
const { slots } = JSON.parse(shuhe('new', '--from', seed('001'), '--year', '2021', '-o', draft, '--json'))
console.log(`2. 结转为 2021 年草稿：标题和段旨句保留，${slots.length} 处待填，各显示 2020 年的数值。`)

// fill the first three slots a little above last year, as a person would type them
const stored = JSON.parse(readFileSync(draft, 'utf8'))
const filled = []
for (const section of every(stored.report.sections)) {
  for (const paragraph of section.paragraphs) {
    paragraph.content = paragraph.content.map((node) => {
      if (node.type !== 'slot' || filled.length === 3 || !/^\d+\D+$/u.test(node.last?.text ?? '')) return node
      const text = node.last.text.replace(/^\d+/u, (n) => String(Number(n) + 3))
      filled.push(`${node.indicator}：${node.last.text} → ${text}`)
      return { ...node, type: 'figure', text, state: 'filled' }
    })
  }
}
writeFileSync(draft, `${JSON.stringify(stored, null, 1)}\n`)
console.log(`   填写了 ${filled.length} 处（${filled.join('；')}）。\n   ${draft}`)

const compared = shuhe('compare', seed('000'), seed('001'), '--json')
const { pairs, onlyThis, onlyLast } = JSON.parse(compared)
console.log(`3. 2024 年报告与 2020 年报告对照：配对 ${pairs.length} 组，仅 2024 年有 ${onlyThis.length} 个，仅 2020 年有 ${onlyLast.length} 个。\n   ${keep('3-2024年与2020年对照.json', compared)}`)

const checked = shuhe('check', draft, '--json')
const { findings } = JSON.parse(checked)
const rules = Object.entries(Object.groupBy ? Object.groupBy(findings, (f) => f.rule) : findings.reduce((all, f) => ({ ...all, [f.rule]: [...(all[f.rule] ?? []), f] }), {}))
console.log(`4. 校核草稿：${rules.map(([rule, list]) => `${rule} ${list.length} 处`).join('，')}。\n   ${keep('4-校核.json', checked)}`)

const word = file('5-2021年草稿.docx')
shuhe('export', draft, '-o', word)
console.log(`5. 导出 Word 文件，未填的数据以黄色【待填】标出。\n   ${word}`)

function every(list) {
  return list.flatMap((s) => [s, ...every(s.sections)])
}
