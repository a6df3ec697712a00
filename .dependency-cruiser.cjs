/** Import rules, each with its reason; see docs/adr/0001. */
const pure = '^subgraphs/[^/]+/src/((grading|gift|draw|mastery|gradebook|money)/|([\\w-]+)/\\3\\.ts$)';

module.exports = {
  forbidden: [
    {
      name: 'pure-folders-know-no-framework',
      comment: 'Grading and state transitions must stay deterministic and testable without services.',
      severity: 'error',
      from: { path: pure, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(typeorm|graphql|pg|kafkajs|@apollo|node:)|^node_modules/(typeorm|graphql|graphql-ws|pg|kafkajs|dataloader|@apollo)/|^packages/(?!contracts/|roster/src/rights\\.ts|jobs/src/job\\.ts)|\\.(entity|repository|service|resolvers|loader)\\.ts$',
      },
    },
    {
      name: 'no-subgraph-imports-another',
      comment: 'A subgraph runs alone. It depends on others only through events and entity stubs in SDL.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'packages-import-nothing-above-them',
      comment: 'Libraries must not depend on domains or programs; only `cli` composes all of them.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(cli|gateway|schema|subgraphs|tests|web)/' },
    },
    {
      name: 'what-ships-knows-no-test-helpers',
      comment: 'Test helpers are not built: only tests, and other helpers in src/testing, import them.',
      severity: 'error',
      from: { path: '/src/', pathNot: '^(tests|packages/testing)/|/src/testing/|\\.test\\.ts$' },
      to: { path: '^packages/testing/|/src/testing/' },
    },
    {
      name: 'gateway-knows-no-subgraph',
      comment: 'The gateway depends on the supergraph, not on the subgraphs that implement it.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'kafkajs-behind-its-seam',
      comment: 'kafkajs is barely maintained: it must be replaceable in one place.',
      severity: 'error',
      from: { pathNot: '^packages/transport/' },
      to: { path: '(^|/)kafkajs' },
    },
    {
      name: 'one-async-storage',
      comment: 'Node propagates every storage at every promise: use an `AsyncVariable` instead.',
      severity: 'error',
      from: { pathNot: '^packages/(async-variable|database/src/testing)/' },
      to: { path: '^(node:)?async_hooks$' },
    },
    {
      name: 'opentelemetry-behind-its-seam',
      comment: 'Create spans with `Tracer` of packages/telemetry; their recording must be replaceable in one place.',
      severity: 'error',
      from: { pathNot: '^packages/telemetry/src/otlp/' },
      to: { path: '(^|/)@opentelemetry/' },
    },
    {
      name: 'typeorm-stays-out-of-resolvers',
      comment: 'A resolver calls a service or a loader; it never accesses the database itself.',
      severity: 'error',
      from: { path: '^subgraphs/.+\\.resolvers\\.ts$' },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'entities-stay-behind-repositories',
      comment: 'Rows never leave the repository, which returns domain types.',
      severity: 'error',
      from: { path: '^subgraphs/.+\\.(resolvers|service|loader|consumers)\\.ts$' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'Files in a cycle cannot be understood separately.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that does not resolve is a missing dependency (typed-document-node contains only types).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs'],
    },
  },
};
