/** Stopping: whoever is being answered still is, and nobody else. */
import http from 'node:http';
import { startWorld } from '@kontor/testkit';
import pg from 'pg';
import { expect, test } from 'vitest';

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
  readonly text: string;
}

function request(agent: http.Agent, url: string, options: http.RequestOptions, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { ...options, agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection, text }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

test('a request that runs is answered, idle connections are closed and new ones are refused', async () => {
  const world = await startWorld();
  const { token } = await world.member('hr', [{ role: 'HR' }]);
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query('begin; lock table department in access exclusive mode');
  const agent = new http.Agent({ keepAlive: true });
  const post = { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } };

  // One connection that stays open and idle, and one with a request that takes its time.
  expect(await request(agent, `${world.url}/health/ready`, {})).toMatchObject({
    status: 200,
    connection: 'keep-alive',
  });
  const slow = request(
    new http.Agent({ keepAlive: true }),
    `${world.url}/graphql`,
    post,
    JSON.stringify({ query: '{ departments { totalCount } }' }),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));

  let stopped = false;
  const stopping = world.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(request(agent, `${world.url}/health/live`, {})).rejects.toThrow(/ECONNREFUSED|ECONNRESET|hang up/);
  expect(stopped).toBe(false);

  await owner.query('rollback');
  expect(await slow).toMatchObject({
    status: 200,
    connection: 'close',
    text: expect.stringContaining('"totalCount":0'),
  });
  await owner.end();
  await stopping;
  expect(stopped).toBe(true);
});
