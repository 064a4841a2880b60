/** Who may import whom (docs/design.md). Each rule names what it keeps out and why. */
const not = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to })
const core = (room, ...below) =>
  not(
    `core-${room}`,
    `core/${room} stands on ${below.join(', ') || 'nothing'}`,
    `^src/core/${room}/`,
    { path: '^src/core/', pathNot: [room, ...below].map((r) => `^src/core/${r}/`) },
  )

module.exports = {
  forbidden: [
    { name: 'no-circle', comment: 'a circle has no bottom to read from', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolves', comment: 'every import leads somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    not('core-is-pure', 'the core knows no shell and no platform', '^src/core/', { path: '^(src/(?!core/)|node_modules/(?!(?:zod|diff)/))' }),
    { name: 'core-without-node', comment: 'the core runs in windows and workers too', severity: 'error', from: { path: '^src/(core|contract|renderer)/' }, to: { dependencyTypes: ['core'] } },
    not('contract-on-core', 'the contract knows what travels, not who carries it', '^src/contract/', { path: '^src/(?!core/|contract/)' }),
    { name: 'main-is-main', comment: 'main, preload and renderer meet only in the contract', severity: 'error', from: { path: '^src/(main|preload|renderer)/' }, to: { path: '^src/(main|preload|renderer)/', pathNot: '^src/$1/' } },
    not('electron-in-its-room', 'only main/electron and the preload know electron', '^src/(?!main/electron/|preload/)', { path: '(^|/)node_modules/electron/|^electron$' }),
    not('documents-in-files', 'only main/files knows document formats', '^src/(?!main/files/)', { path: 'node_modules/(docx|mammoth|pdfjs-dist|exceljs|word-extractor|linkedom|saxes|@mozilla/readability)/' }),
    not('rules-alone', 'rules never import rules', '^src/core/checker/rules/([^/]+)/', { path: '^src/core/checker/rules/', pathNot: '^src/core/checker/rules/$1/' }),
    core('model', 'text'),
    core('text'),
    core('intake', 'model', 'text'),
    core('figures', 'model', 'text'),
    core('compare', 'model', 'text', 'figures'),
    core('checker', 'model', 'text', 'figures', 'compare'),
    core('edit', 'model', 'text', 'figures'),
    core('ledger', 'model', 'text', 'figures', 'compare', 'edit'),
    core('materials', 'model', 'text', 'figures', 'compare', 'edit', 'ledger'),
    core('templates', 'model', 'text', 'figures', 'compare', 'edit'),
    core('returned', 'model', 'text', 'figures', 'compare', 'edit', 'print'),
    core('print', 'model', 'text', 'figures', 'compare', 'checker', 'edit', 'ledger'),
    not('features-alone', 'editor, ui and workers know no feature', '^src/renderer/(editor|ui|workers)/', { path: '^src/renderer/(app|features)/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
