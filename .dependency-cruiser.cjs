/** Who may import whom. Every rule carries its reason; docs: architecture in docs/adr/0001. */
const pure = '^subgraphs/[^/]+/src/((grading|gift|draw|mastery|gradebook|money)/|([\\w-]+)/\\3\\.ts$)';

module.exports = {
  forbidden: [
    {
      name: 'pure-folders-know-no-framework',
      comment: 'Grading and state transitions must give the same answer tomorrow and be testable without services.',
      severity: 'error',
      from: { path: pure, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(typeorm|graphql|pg|kafkajs|@apollo|node:)|^node_modules/(typeorm|graphql|graphql-ws|pg|kafkajs|dataloader|@apollo)/|^packages/(?!contracts/|roster/src/rights\\.ts|jobs/src/job\\.ts)|\\.(entity|repository|service|resolvers|loader)\\.ts$',
      },
    },
    {
      name: 'no-subgraph-imports-another',
      comment: 'A subgraph starts alone. It knows the others by events and by entity stubs in SDL.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'packages-import-nothing-above-them',
      comment: 'Libraries stay below the domains and the programs; only `cli` composes them all.',
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
      comment: 'The gateway knows the contract (the supergraph) and nothing of its implementers.',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'kafkajs-behind-its-seam',
      comment: 'kafkajs is little maintained: it must be replaceable in one place.',
      severity: 'error',
      from: { pathNot: '^packages/transport/' },
      to: { path: '(^|/)kafkajs' },
    },
    {
      name: 'one-async-storage',
      comment: 'Node hands every storage on at every promise: what goes with running code is an `AsyncVariable`.',
      severity: 'error',
      from: { pathNot: '^packages/(async-variable|database/src/testing)/' },
      to: { path: '^(node:)?async_hooks$' },
    },
    {
      name: 'opentelemetry-behind-its-seam',
      comment:
        'Spans are made by `Tracer` of packages/telemetry; how they are recorded must be replaceable in one place.',
      severity: 'error',
      from: { pathNot: '^packages/telemetry/src/otlp/' },
      to: { path: '(^|/)@opentelemetry/' },
    },
    {
      name: 'typeorm-stays-out-of-resolvers',
      comment: 'A resolver asks a service or a loader; it never reaches for the database itself.',
      severity: 'error',
      from: { path: '^subgraphs/.+\\.resolvers\\.ts$' },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'entities-stay-behind-repositories',
      comment: 'Rows never leave the repository: what leaves it are domain types.',
      severity: 'error',
      from: { path: '^subgraphs/.+\\.(resolvers|service|loader|consumers)\\.ts$' },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that does not resolve is a missing dependency (typed-document-node holds types alone).',
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
