import type { ReportQuery } from './report-query.ts';

/** A request that a shell sends as it stands; the token of the program comes from the environment. */
export function asCurl({ query, variables }: ReportQuery, origin: string): string {
  return [
    `curl -sS ${origin}/graphql \\`,
    "  -H 'content-type: application/json' \\",
    '  -H "authorization: Bearer $KONTOR_TOKEN" \\',
    "  --data-binary @- <<'JSON'",
    JSON.stringify({ query, variables }),
    'JSON',
  ].join('\n');
}

/** The same for a program that uses the client of this project. */
export function asClientCode({ query, variables }: ReportQuery, origin: string): string {
  return [
    "import { createClient } from '@kontor/client';",
    '',
    `const kontor = createClient({ url: '${origin}/graphql', token: process.env.KONTOR_TOKEN ?? '' });`,
    `const query = ${JSON.stringify(query)};`,
    `const variables = ${JSON.stringify(variables, null, 2)};`,
    'console.log(JSON.stringify(await kontor.request(query, variables), null, 2));',
    '',
  ].join('\n');
}
