// The walls between the packages and within the api. Each rule says why it is there.

/** Every folder of the api that is not machinery is a domain, so a new one is walled in without being listed. */
const machinery = 'chain|command-line|database|demo|generated|graph|http|jobs|live|meta|policy|read|server|write';
const domain = `((?!(?:${machinery})/)[^/]+)/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'core is a function of its arguments: no IO, no clock, no database, no graph. What is from outside is so too: numbers, account numbers, messages to banks.',
      severity: 'error',
      from: { path: '^packages/core/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/core/src', 'node_modules/(big\\.js|ibantools|sepa)'] },
    },
    {
      name: 'api-knows-core-alone',
      comment: 'The api must not depend on who uses it; its tests start it as others do.',
      severity: 'error',
      from: { path: '^packages/api/src', pathNot: '((\\.test|/testing)\\.ts|/proof/.*)$' },
      to: { path: '^packages/(console|client|testkit|bench)/' },
    },
    {
      name: 'console-and-client-know-the-graph-alone',
      comment: 'What the console can do, everybody can: it has the SDL and nothing behind it.',
      severity: 'error',
      from: { path: '^packages/(console|client)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^packages/(api|testkit|bench)/src' },
    },
    {
      name: 'client-does-not-know-the-console',
      severity: 'error',
      from: { path: '^packages/client/' },
      to: { path: '^packages/console/' },
    },
    {
      name: 'domains-meet-at-their-index',
      comment: "A domain uses another's index.ts, never what is behind it.",
      severity: 'error',
      from: { path: `^packages/api/src/${domain}`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/api/src/${domain}`, pathNot: ['^packages/api/src/$1/', '/index\\.ts$'] },
    },
    {
      name: 'the-read-side-does-not-use-prisma',
      comment: 'One compiler for reads; a second way to read would be a second door.',
      severity: 'error',
      from: { path: '^packages/api/src/(read|policy)/', pathNot: '\\.test\\.ts$' },
      to: { path: ['generated/prisma/client\\.ts$', '^@prisma/client'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'database-is-below',
      comment: 'The database knows nothing of what is stored in it.',
      severity: 'error',
      from: { path: '^packages/api/src/database/' },
      to: { path: '^packages/api/src/', pathNot: '^packages/api/src/(database/|generated/prisma/|env\\.ts$)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { pathNot: 'generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
