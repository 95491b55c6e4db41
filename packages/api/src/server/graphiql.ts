import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphiqlPolicy } from './security-headers.ts';

/** What the first three tabs hold. */
export const examples = {
  list: `# Sign in to the console in this browser first: the session is used here too. Or send an API token:
# { "authorization": "Bearer kontor_…" } under Headers.
#
# Each list takes first, after, where, orderBy and search; Ctrl-Space shows what fits.
query Employees {
  employees(first: 10, where: { status: { eq: ACTIVE } }, orderBy: [{ lastName: { direction: ASC } }]) {
    totalCount
    nodes {
      employeeNumber
      firstName
      lastName
      startOn
      department { name }
      position { title }
      manager { firstName lastName }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  search: `# A search finds whole and partial words, whatever their case and accents.
query FindDevices($words: String!) {
  devices(first: 20, search: $words) {
    nodes {
      assetTag
      serialNumber
      status
      deviceModel { name manufacturer { name } }
      holder { firstName lastName }
      _can { update actions }
    }
  }
}
`,
  change: `# A mutation takes one input, and answers the record as it stands now or why nothing was changed.
mutation AddDepartment($input: CreateDepartmentInput!) {
  createDepartment(input: $input) {
    department { id code name version }
    userErrors { code message path }
  }
}
`,
} as const;

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

/** `GET /graphql` in development: a place to try the graph. It comes from this server alone. */
export async function graphiql(_req: IncomingMessage, res: ServerResponse): Promise<void> {
  // Nine megabytes, so loaded when somebody comes.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({
    title: 'Kontor: the graph',
    credentials: 'same-origin',
    additionalHeaders: { 'x-kontor-csrf': '1' },
    defaultTabs: [
      { query: examples.list },
      { query: examples.search, variables: pretty({ words: 'thinkpad' }) },
      { query: examples.change, variables: pretty({ input: { companyId: '', code: 'R&D', name: 'Research' } }) },
    ],
  });
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': graphiqlPolicy,
    'cache-control': 'no-store',
  });
  res.end(page);
}
