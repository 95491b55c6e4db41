/** For the tests of SIE: a server, somebody in accounting, and companies without books. */
import { localOperator, operate } from '@kontor/api';
import { type Member, startWorld, type World } from '@kontor/testkit';
import type { SieAnswer } from './sie-request.ts';

export interface SieWorld {
  readonly world: World;
  readonly accountant: Member;
  company(currency?: string): Promise<string>;
  post(door: 'check' | 'commit', companyId: string, file: Uint8Array, member?: Member): Promise<Response>;
  run(door: 'check' | 'commit', companyId: string, file: Uint8Array): Promise<SieAnswer>;
  export(companyId: string, year: string, member?: Member): Promise<Response>;
  file(companyId: string, year: string): Promise<Uint8Array>;
  sql<Row>(query: string, ...params: unknown[]): Promise<Row[]>;
  /** Closes the period of a day. */
  close(companyId: string, day: string): Promise<void>;
}

const headers = (member: Member, type: string) => ({
  authorization: `Bearer ${member.token}`,
  'content-type': type,
  'x-kontor-csrf': '1',
});

/** Starts a server and signs an accountant of every company in. */
export async function startSieWorld(): Promise<SieWorld> {
  const world = await startWorld();
  const accountant = await world.member('accountant', [{ role: 'ACCOUNTING' }]);
  let companies = 0;
  const company = async (baseCurrencyCode = 'SEK'): Promise<string> => {
    companies += 1;
    const data = { code: `C${companies}`, name: `Bolag ${companies}`, country: 'SE', locale: 'sv-SE', timeZone: 'UTC' };
    const deed = { viewer: localOperator, command: 'test' };
    const made = await operate(world.server.app, deed, ({ tx }) =>
      tx.company.create({ data: { ...data, baseCurrencyCode } }),
    );
    return made.id;
  };
  const post: SieWorld['post'] = (door, companyId, file, member = accountant) =>
    fetch(`${world.url}/imports/sie/${door}?companyId=${companyId}&fileName=books.se`, {
      method: 'POST',
      headers: headers(member, 'application/octet-stream'),
      body: new Uint8Array(file),
    });
  const read: SieWorld['export'] = (companyId, year, member = accountant) =>
    fetch(`${world.url}/exports/sie`, {
      method: 'POST',
      headers: headers(member, 'application/json'),
      body: JSON.stringify({ companyId, year }),
    });
  return {
    world,
    accountant,
    company,
    post,
    run: async (...args) => (await (await post(...args)).json()) as SieAnswer,
    export: read,
    file: async (...args) => new Uint8Array(await (await read(...args)).arrayBuffer()),
    close: async (companyId, day) => {
      const deed = { viewer: localOperator, command: 'test' };
      const where = { companyId, startsOn: { lte: new Date(day) }, endsOn: { gte: new Date(day) } };
      await operate(world.server.app, deed, ({ tx }) =>
        tx.fiscalPeriod.updateMany({ where, data: { status: 'CLOSED' } }),
      );
    },
    sql: async (query, ...params) => (await world.server.app.pool.query(query, params)).rows,
  };
}
