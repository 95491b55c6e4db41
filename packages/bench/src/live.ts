/** What streams of changes cost whoever writes. */
import { Agent, request } from 'node:http';
import { tokenFor } from './data.ts';
import { onPeople } from './installation.ts';
import { graphAsks } from './ledger/ask.ts';
import { start } from './measure.ts';

const writers = 16;
const seconds = 4;
const rounds = 3;

const subscription = 'subscription { changed(entities: ["Department", "Employee"]) { kind entity id version } }';

/** Opens streams that read whatever comes; answers how many events came, and how to close them. */
async function listen(port: number, token: string, count: number) {
  const agent = new Agent({ maxSockets: count });
  let events = 0;
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${token}`,
  };
  const open = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (answer) => {
        answer.on('data', (chunk: Buffer) => {
          events += chunk.toString().split('event: next').length - 1;
        });
        answer.on('error', () => undefined);
        resolve();
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ query: subscription }));
    });
  await Promise.all(Array.from({ length: count }, open));
  return { events: () => events, close: () => agent.destroy() };
}

/** Prints what `npm run bench -- live LISTENERS` tells: writes a second, with and without listeners, in turn. */
export async function live(listeners: number): Promise<void> {
  await onPeople(1_000, async ({ server, appUrl, ownerUrl, pool }) => {
    const token = await tokenFor(server, 'writer', ['ADMINISTRATOR', 'HR'], true);
    await server.stop();
    const kontor = await start('./kontor.ts', [appUrl, ownerUrl, 'jobs']);
    const ask = graphAsks(kontor.port, token);
    const { rows } = await pool.query<{ id: string }>('select id::text from company limit 1');
    const mutation =
      'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { userErrors { code } } }';
    let made = 0;
    const rate = async (): Promise<number> => {
      const [begun, before] = [performance.now(), made];
      const write = async (): Promise<void> => {
        while (performance.now() - begun < seconds * 1_000) {
          made += 1;
          await ask(mutation, { input: { companyId: rows[0]?.id, code: `W${made}`, name: `Written ${made}` } });
        }
      };
      await Promise.all(Array.from({ length: writers }, write));
      return ((made - before) / (performance.now() - begun)) * 1_000;
    };
    await rate();
    const [alone, beside]: [number[], number[]] = [[], []];
    let told = 0;
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await rate());
      const streams = await listen(kontor.port, token, listeners);
      beside.push(await rate());
      told += streams.events();
      streams.close();
    }
    const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
    const each = (of: readonly number[]): string => of.map((one) => one.toFixed(0)).join(' ');
    console.log(
      `${writers} writers, ${rounds} rounds of ${seconds} s each in turn, with and without ${listeners} listeners:`,
    );
    console.log(`  alone  ${mean(alone).toFixed(0)} writes a second (${each(alone)})`);
    console.log(
      `  beside ${mean(beside).toFixed(0)} writes a second (${each(beside)}), ${told} events told; ratio ${(mean(beside) / mean(alone)).toFixed(2)}`,
    );
    kontor.child.kill();
  });
}
