/**
 * The layers: imports go down only (app → usecases → store → core), core needs nothing but itself and its stages import
 * only earlier ones. scripts/test/layers.ts runs these rules and proves that each of them finds what it forbids.
 */

/** The stages of the core, in the order in which the data pass through them. */
const STAGES = [
  'time',
  'text',
  'passages',
  'language',
  'items',
  'generate',
  'answers',
  'deck',
  'review',
  'memory',
  'session',
  'exam',
  'stats',
  'class',
]

/** The packages that the core may use: all of them run in the page, and none has a clock, a disk or a network. */
const CORE_PACKAGES = ['zod', 'ts-fsrs', '@noble/hashes', 'uuid']

const TEST = [
  String.raw`(\.test|-fixture)\.tsx?$`,
  String.raw`^lib/store/test-database\.ts$`,
  String.raw`^lib/usecases/test-bench\.ts$`,
  '^scripts/start/stand-in/',
  '^scripts/walk/',
  '^e2e/',
]
const packages = (names) => `node_modules/(${names.join('|')})/`

/** Where Next, Node and the tools begin to read: whatever none of them reaches is dead. */
const ROUTE_FILES =
  'page|layout|route|error|global-error|not-found|loading|template|default|manifest|icon|apple-icon|opengraph-image|sitemap|robots'
const ENTRIES = [
  String.raw`^app/(${ROUTE_FILES})\.tsx?$`,
  String.raw`^app/.+/(${ROUTE_FILES})\.tsx?$`,
  String.raw`^(proxy|instrumentation|instrumentation-client)\.tsx?$`,
  String.raw`^scripts/[^/]+\.(mjs|ts)$`,
  // Bundled by scripts/start/service-worker.ts.
  String.raw`^app/worker/worker\.ts$`,
  // Loaded by scripts/setup/begin.mjs by their names, or run as processes of their own.
  String.raw`^scripts/(start/main|start/dev|start/import-shipped|run/main|test/main)\.ts$`,
]

module.exports = {
  forbidden: [
    ...STAGES.slice(0, -1).map((stage, index) => ({
      name: `core-order-${stage}`,
      comment: `${stage} comes before ${STAGES.slice(index + 1).join(', ')}. Move what both need into an earlier stage.`,
      severity: 'error',
      from: { path: `^lib/core/${stage}/` },
      to: { path: `^lib/core/(${STAGES.slice(index + 1).join('|')})/` },
    })),
    {
      name: 'core-words',
      comment:
        'The words that all stages share import no stage, but the day, which is a word itself.',
      severity: 'error',
      from: { path: String.raw`^lib/core/[^/]+\.ts$`, pathNot: TEST },
      to: { path: '^lib/core/[^/]+/', pathNot: '^lib/core/time/' },
    },
    {
      name: 'core-stages',
      comment: `A folder of the core is a stage with a place in the order: ${STAGES.join(', ')}.`,
      severity: 'error',
      from: { path: '^lib/core/[^/]+/', pathNot: `^lib/core/(${STAGES.join('|')})/` },
      to: {},
    },
    {
      name: 'core-pure',
      comment:
        'The core runs in the page too: no layer above it, nothing of Node. What it needs comes in as arguments.',
      severity: 'error',
      from: { path: '^lib/core/', pathNot: TEST },
      to: {
        path: '^(app|scripts|e2e)/|^lib/(?!core/)|^[^/]+$',
        dependencyTypesNot: ['npm', 'npm-dev'],
      },
    },
    {
      name: 'core-no-node',
      comment: 'The core runs in the page: nothing of Node.',
      severity: 'error',
      from: { path: '^lib/core/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      comment: `The core uses only packages that run in the page: ${CORE_PACKAGES.join(', ')}.`,
      severity: 'error',
      from: { path: '^lib/core/', pathNot: TEST },
      to: { path: 'node_modules/', pathNot: packages(CORE_PACKAGES) },
    },
    {
      name: 'prisma-in-store-only',
      comment: 'Rows are the business of lib/store. Ask a function of it, or a use case.',
      severity: 'error',
      from: { path: '^(app|lib|scripts|e2e)/|^[^/]+$', pathNot: '^lib/store/' },
      to: { path: 'node_modules/@prisma/|^lib/store/generated/' },
    },
    {
      name: 'postgres-below-the-app',
      comment: 'Only the store and the scripts that bring up the database speak to PostgreSQL.',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: ['^lib/store/', ...TEST] },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'store-is-below',
      comment: 'The store knows rows and core types; what is done with them is decided above it.',
      severity: 'error',
      from: { path: '^lib/store/' },
      to: { path: '^(app|scripts|e2e)/|^lib/usecases/|node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'usecases-are-below',
      comment:
        'A use case is the same for a page, a handler and a script: it knows none of them, nor the framework.',
      severity: 'error',
      from: { path: '^lib/usecases/' },
      to: { path: '^(app|scripts|e2e)/|node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'app-through-usecases',
      comment: 'Pages and handlers ask use cases; they do not reach into the store.',
      severity: 'error',
      from: { path: '^app/|^proxy\\.ts$' },
      to: { path: '^(scripts|e2e)/|^lib/store/' },
    },
    {
      name: 'nothing-imports-the-app',
      comment: 'The app is the top. Journeys may know the names of its cookies.',
      severity: 'error',
      from: {
        path: '^(lib|scripts)/|^[^/]+$',
        pathNot: '^(proxy|instrumentation|instrumentation-client)\\.tsx?$',
      },
      to: { path: '^app/' },
    },
    {
      name: 'scripts-through-usecases',
      comment: 'Of the store, scripts may apply the migrations, and open and close it.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^lib/store/', pathNot: '^lib/store/(migrations|client)\\.ts$' },
    },
    {
      name: 'environment-stands-alone',
      comment: 'The environment is read by everyone, so it imports nobody.',
      severity: 'error',
      from: { path: '^lib/environment\\.ts$' },
      to: { path: '^(app|lib|scripts|e2e)/' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What only tests need is imported by tests only.',
      severity: 'error',
      from: { path: '^(app|lib|scripts)/', pathNot: [...TEST, '^scripts/test/'] },
      to: { path: TEST },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment: 'A package that only tests need is a devDependency; the product runs without those.',
      severity: 'error',
      from: { path: '^(app|lib)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(server-only|\\.next/)' },
    },
    {
      name: 'nothing-dead',
      comment: 'Neither a page nor a script leads here. Use it or delete it.',
      severity: 'error',
      from: { path: ENTRIES },
      to: {
        path: '^(app|lib|scripts)/',
        pathNot: [...ENTRIES, ...TEST, '^scripts/test/', '^lib/store/generated/'],
        reachable: false,
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/store/generated/'] },
    exclude: { path: ['^\\.next/', '^next-env\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
