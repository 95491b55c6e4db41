/** The graph against the audits of the GraphQL over HTTP specification. */
import { startWorld, type World } from '@kontor/testkit';
import { type AuditResult, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';

let world: World;
let token: string;

beforeAll(async () => {
  world = await startWorld();
  ({ token } = await world.member('auditor', [{ role: 'AUDITOR' }]));
});
afterAll(() => world.stop());

const asMember = (url: string | URL | Request, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` } });

const named = (level: 'MUST' | 'SHOULD' | 'MAY') => (result: AuditResult) => result.name.startsWith(level);

/** Refused on purpose: GET would be kept in logs and caches, and the others a browser sends from any site. */
const refusedOnPurpose = /GET|application\/x-www-form-urlencoded|URL parameters/;

test('every MUST and SHOULD holds, and no MAY fails but those that are refused on purpose', async () => {
  const audits = serverAudits({ url: `${world.url}/graphql`, fetchFn: asMember });
  const results: AuditResult[] = [];
  for (const audit of audits) results.push(await audit.fn());
  expect(results.length).toBeGreaterThan(50);
  const failed = results.filter((result) => result.status !== 'ok');
  for (const result of failed)
    process.stdout.write(`${result.status}: ${result.name} (${'reason' in result ? result.reason : ''})\n`);
  expect(failed.filter(named('MUST')).map((result) => result.name)).toEqual([]);
  expect(failed.filter(named('SHOULD')).map((result) => result.name)).toEqual([]);
  expect(failed.filter((result) => !refusedOnPurpose.test(result.name)).map((result) => result.name)).toEqual([]);
});
