import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const alias = { '#core': resolve('src/core'), '#contract': resolve('src/contract'), '#resources': resolve('resources') }

export default defineConfig({
  main: {
    define: { __APP_VERSION__: JSON.stringify(version) },
    resolve: { alias },
    build: {
      target: 'node20.19',
      // zod is a hundred modules and docx a megabyte: one file of what is used loads in a fraction of the time
      externalizeDeps: { exclude: ['zod', 'docx'] },
      rollupOptions: {
        input: {
          electron: resolve('src/main/electron/main.ts'),
          browser: resolve('src/main/browser/main.ts'),
          cli: resolve('src/main/cli/main.ts'),
          'reader-worker': resolve('src/main/files/reader-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      // a sandboxed preload is one CommonJS file
      externalizeDeps: false,
      rollupOptions: { input: resolve('src/preload/index.ts'), output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    resolve: { alias },
    plugins: [react()],
    worker: { format: 'es' },
    build: { minify: true, target: 'chrome120', rollupOptions: { input: resolve('src/renderer/index.html') } },
  },
})
