// Type-checks every room with its own tsconfig.json: the core without Node and DOM types, the renderer without Node's.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const rooms = ['src/core', 'src/contract', 'src/main', 'src/preload', 'src/renderer', 'tests', '.']
let failed = 0
for (const room of rooms) {
  const { status } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', room], { stdio: 'inherit' })
  if (status !== 0) {
    failed++
    console.log(`${room}: type errors`)
  }
}
console.log(`types: ${rooms.length - failed} of ${rooms.length} rooms are right`)
process.exit(failed === 0 ? 0 : 1)
