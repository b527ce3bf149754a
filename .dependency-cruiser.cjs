/** The walls of the house (docs/tour.md, STYLE.md): who may import whom. Each rule is an error. */
const JOURNEY = [
  'programme',
  'calls',
  'applications',
  'eligibility',
  'reviews',
  'juries',
  'selection',
  'cohorts',
  'support',
  'means',
  'markets',
  'community',
  'impact',
]
const ACROSS = ['people', 'messages', 'files', 'audit']

/** A feature may know the stages before it, never those after. */
const backwards = JOURNEY.slice(0, -1).map((feature, place) => ({
  name: `${feature}-knows-no-later-stage`,
  comment: 'Selection may know reviews, never the reverse: a stage can then be changed without reading the ones before it.',
  severity: 'error',
  from: { path: `^src/features/${feature}/` },
  to: { path: `^src/features/(${JOURNEY.slice(place + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files that need each other are one file or three.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'A rule can be read, tested and run again years later: it imports nothing outside domain.',
      from: { path: '^src/domain/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'engines-are-pure',
      severity: 'error',
      comment: 'Engines compute over plain values; the only package is the solver, and Node for workers and hashes.',
      from: { path: '^src/engines/', pathNot: '[.]test[.]ts$' },
      to: {
        pathNot: '^(src/engines/|src/domain/|node_modules/highs|(node:)?(crypto|worker_threads|fs|path|url|process|util|stream|os)(/promises)?$)',
      },
    },
    {
      name: 'platform-knows-no-programme',
      severity: 'error',
      comment: 'Platform rooms serve any programme; from the domain they take language, viewer, dates and lengths only.',
      from: { path: '^src/platform/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/(features|design|engines|demo|islands|cli)/|^src/domain/(?!language|viewer|result|date|length)' },
    },
    {
      name: 'design-knows-no-programme',
      severity: 'error',
      comment: 'The look is the same for any programme.',
      from: { path: '^src/design/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/(features|engines|demo|islands|cli)/|^src/platform/(database|jobs|mail|identity|storage)' },
    },
    {
      name: 'pages-print-views',
      severity: 'error',
      comment: 'A page prints a view: it never asks the database nor runs a command.',
      from: { path: ['^src/features/[^/]+/pages/', '^src/features/[^/]+/[^/]+/pages/'], pathNot: '[.]test[.]tsx?$' },
      to: { path: '/(commands|commands[.]ts|routes|routes[.]tsx)(/|$)|^src/platform/(database|jobs|mail|web)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-hold-no-sql',
      severity: 'error',
      comment: 'SQL stands in queries and commands.',
      from: { path: ['^src/features/[^/]+/(routes|api)', '^src/features/[^/]+/[^/]+/(routes|api)'] },
      to: { path: '^node_modules/(kysely|pg)/' },
    },
    {
      name: 'features-by-their-door',
      severity: 'error',
      comment: 'A feature is entered by its index only.',
      from: { path: '^src/features/([^/]+)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index[.]ts$'] },
    },
    ...backwards,
    {
      name: 'across-knows-no-stage',
      severity: 'error',
      comment: 'People, messages, files and audit serve every stage and know none but the programme (whose frame their pages wear).',
      from: { path: `^src/features/(${ACROSS.join('|')})/`, pathNot: '[.]test[.]tsx?$' },
      to: { path: `^src/features/(${JOURNEY.filter((feature) => feature !== 'programme').join('|')})/` },
    },
    {
      name: 'islands-stay-in-the-browser',
      severity: 'error',
      comment: 'What a phone downloads holds nothing of the server.',
      from: { path: '^src/islands/' },
      to: { pathNot: '^src/(islands|domain)/' },
    },
    {
      name: 'nobody-needs-the-demo',
      severity: 'error',
      comment: 'The named world serves the demo, tests and the command line.',
      from: { path: '^src/', pathNot: '^src/(demo|cli)/|^src/main[.]ts$|[.]test[.]tsx?$' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'only-commands-write-atomically',
      severity: 'error',
      comment: 'Transactions are opened in commands (and by the loader of the demo world).',
      from: { path: '^src/', pathNot: '^src/platform/|^src/demo/|/commands|/jobs[.]ts$|[.]test[.]tsx?$' },
      to: { path: '^src/platform/database/atomically[.]ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    // dependency-cruiser cannot read TypeScript 7 yet; swc reads the same imports.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
