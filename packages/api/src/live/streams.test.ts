/** Streams of changes over HTTP: what a story of several people tells each of them, and how a stream ends. */
import {
  dayFromNow,
  type Hired,
  type Member,
  type Office,
  openOffice,
  performed,
  startWorld,
  type World,
  worldPassword,
} from '@kontor/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { linkPending } from '../audit/link-pending.ts';
import { Listening, type ListenOptions, type Told } from './proof/listen.ts';
import { Stream, waitingAtMost } from './stream.ts';

let world: World;
let office: Office;
let anna: Hired;
let colleague: Member;

const perUser = 3;

beforeAll(async () => {
  world = await startWorld({ streamsPerUser: perUser });
  office = await openOffice(world);
  anna = await office.hire('Anna');
  colleague = await world.member('colleague', [{ role: 'EMPLOYEE', companyId: office.companyId }]);
  await linked();
});
afterAll(() => world.stop());

const listening: Listening[] = [];
afterEach(async () => {
  for (const each of listening.splice(0)) {
    each.close();
    await each.ended;
  }
  await expect.poll(metric).toBe('0');
});

const bearer = ({ token }: Pick<Member, 'token'>) => ({ authorization: `Bearer ${token}` });

async function listen(who: Pick<Member, 'token'>, ...entities: string[]): Promise<Listening> {
  return listenWith({ headers: bearer(who), entities });
}

async function listenWith(options: Omit<ListenOptions, 'url'>): Promise<Listening> {
  const stream = await Listening.open({ url: world.url, ...options });
  listening.push(stream);
  return stream;
}

/** What the job of a process that serves does each second. */
const linked = (): Promise<number> => linkPending(world.server.app.pool);

async function metric(): Promise<string | undefined> {
  const text = await (await fetch(`${world.url}/metrics`)).text();
  return /^kontor_streams (\d+)$/m.exec(text)?.[1];
}

let names = 0;
/** Something that everybody here sees changes, last of all: what comes before it was told, and what has not come will not. */
async function marked(stream: Listening): Promise<string[]> {
  names += 1;
  const { department } = await office.admin.client.request<{ department: { version: number } }>(
    'query ($id: ID!) { department(id: $id) { version } }',
    { id: office.finance },
  );
  const input = { id: office.finance, expectedVersion: department.version, name: `Finance ${names}` };
  const { version } = await performed<{ version: number }>(
    office.admin,
    'updateDepartment',
    input,
    'department { version }',
  );
  await linked();
  const isMark = (each: Told): boolean => each.id === office.finance && each.version === version;
  await stream.until(({ events }) => events.some(isMark));
  return stream.take().filter((each) => each !== `UPDATED Department ${office.finance}`);
}

/** A change of nothing but pay: proposed by one, approved by another. */
async function raisePay(): Promise<void> {
  const raise = { amount: '45000', currencyCode: 'SEK', payPeriod: 'MONTH', startOn: dayFromNow(0), reason: 'more' };
  await performed(office.hr, 'proposePay', { employeeId: anna.employeeId, ...raise }, 'employee { id }');
  const { compensations } = await office.hr2.client.request<{ compensations: { nodes: { id: string }[] } }>(
    '{ compensations(where: { status: { eq: PROPOSED } }) { nodes { id } } }',
  );
  await performed(office.hr2, 'approvePay', { compensationId: compensations.nodes[0]?.id }, 'compensation { id }');
}

describe('what is told', () => {
  test('a record that is made, changed and taken away, with its version and no value', async () => {
    const stream = await listen(office.admin, 'Department');
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const input = { companyId: office.companyId, code: 'NEW', name: 'New' };
    const { id } = await performed(office.admin, 'createDepartment', input, 'department { id }');
    await linked();
    await stream.until(({ events }) => events.length > 0);
    expect(stream.events.splice(0)).toEqual([{ kind: 'CREATED', entity: 'Department', id, version: 1 }]);
    await performed(office.admin, 'updateDepartment', { id, expectedVersion: 1, name: 'Newer' }, 'department { id }');
    await linked();
    await stream.until(({ events }) => events.length > 0);
    expect(stream.events).toEqual([{ kind: 'UPDATED', entity: 'Department', id, version: 2 }]);
  });

  test('subscriptions (Directus CVE-2024-54151): nobody hears of a field that they may not read, nor of a record that they do not see', async () => {
    const stranger = await openOffice(world, 'NO');
    await linked();
    const stream = await listen(colleague, 'Employee', 'Department');
    const hr = await listen(office.hr, 'Employee', 'Department');
    await raisePay();
    const bertil = await stranger.hire('Bertil');
    expect(await marked(stream)).toEqual([]);
    expect(await marked(hr)).toEqual([`UPDATED Employee ${anna.employeeId}`]);
    const cecilia = await office.hire('Cecilia');
    expect(await marked(stream)).toEqual([`CREATED Employee ${cecilia.employeeId}`]);
    expect(JSON.stringify(hr.events)).not.toContain(bertil.employeeId);
  });

  test('what comes into sight is like what is made, and what leaves it like what is taken away', async () => {
    const stream = await listen(colleague, 'SavedView', 'Department');
    const view = { resource: 'Department', name: 'mine', state: 'sort=name', shared: false };
    const { id } = await performed(office.hr, 'saveView', view, 'savedView { id }');
    expect(await marked(stream)).toEqual([]);
    const change = async (shared: boolean): Promise<string[]> => {
      await performed(office.hr, 'changeView', { savedViewId: id, shared }, 'savedView { id }');
      return marked(stream);
    };
    expect(await change(true)).toEqual([`CREATED SavedView ${id}`]);
    expect(await change(false)).toEqual([`REMOVED SavedView ${id}`]);
  });

  test('who comes back after a while is told what was missed', async () => {
    const input = { companyId: office.companyId, code: 'MISSED', name: 'Missed' };
    const { id } = await performed(office.admin, 'createDepartment', input, 'department { id }');
    await linked();
    const stream = await listenWith({ headers: bearer(office.admin), entities: ['Department'], secondsBack: 60 });
    await stream.until(({ events }) => events.some((each) => each.id === id));
  });

  test('many records at once are one event', async () => {
    const stream = await listen(office.admin, 'Department');
    await world.server.app.prisma.$transaction(async (tx) => {
      const [operation] = await tx.$queryRaw<{ id: string }[]>`
        insert into audit_operation (actor, command, channel) values ('somebody', 'addMany', 'job') returning id::text`;
      await tx.$executeRaw`insert into audit_pending (kind, subject_id) values ('operation', ${operation?.id}::uuid)`;
      await tx.$executeRaw`select set_config('kontor.operation', ${operation?.id}, true)`;
      await tx.$executeRaw`insert into department (company_id, code, name)
        select ${office.companyId}::uuid, 'M' || n, 'Many ' || n from generate_series(1, 101) n`;
    });
    await linked();
    await stream.until(({ events }) => events.length > 0);
    expect(stream.take()).toEqual(['LIST Department']);
  });
});

describe('who may not listen any more', () => {
  test('whose grant ends is told to read everything again, and hears of it no more', async () => {
    const leaver = await world.member('leaver', [
      { role: 'HR', companyId: office.companyId },
      { role: 'EMPLOYEE', companyId: office.companyId },
    ]);
    await linked();
    const stream = await listen(leaver, 'Employee', 'Department');
    const { roleGrants } = await office.admin.client.request<{ roleGrants: { nodes: { id: string }[] } }>(
      '{ roleGrants(where: { role: { eq: HR }, user: { is: { name: { eq: "leaver" } } } }) { nodes { id } } }',
    );
    const began = performance.now();
    await performed(office.admin, 'endRoleGrant', { roleGrantId: roleGrants.nodes[0]?.id }, 'roleGrant { id }');
    await stream.until(({ events }) => events.some(({ kind }) => kind === 'RESYNC'));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(stream.take()).toEqual(['RESYNC']);
    expect(await marked(stream)).toEqual([]);
  });

  test('who has two employments is not told that what they see has changed when only a row of theirs has', async () => {
    const first = await office.hire('Ture');
    const again = { personId: first.personId, firstName: null, lastName: null, isConcurrent: true };
    const second = await office.hire('Ture', again);
    const ture = await world.member('ture', [{ role: 'EMPLOYEE', companyId: office.companyId }], first.personId);
    await linked();
    const stream = await listen(ture, 'Department');
    for (const { employeeId } of [second, first]) {
      const { employee } = await office.hr.client.request<{ employee: { version: number } }>(
        'query ($id: ID!) { employee(id: $id) { version } }',
        { id: employeeId },
      );
      // A column of an index: the row moves to another place in the table.
      const input = { id: employeeId, expectedVersion: employee.version, employeeNumber: employeeId.slice(-12) };
      await performed(office.hr, 'updateEmployee', input, 'employee { id }');
      expect(await marked(stream)).toEqual([]);
    }
  });

  const endings: Readonly<Record<string, (who: Member) => Promise<unknown>>> = {
    'a token that is revoked': async ({ userId }) => {
      const { apiTokens } = await office.admin.client.request<{ apiTokens: { nodes: { id: string }[] } }>(
        'query ($userId: ID!) { apiTokens(where: { user: { is: { id: { eq: $userId } } } }) { nodes { id } } }',
        { userId },
      );
      return performed(office.admin, 'revokeApiToken', { apiTokenId: apiTokens.nodes[0]?.id }, 'apiToken { id }');
    },
    'a user who is deactivated': ({ userId }) =>
      office.admin.client.request(
        'mutation ($id: ID!) { deactivateUser(input: { id: $id, expectedVersion: 1 }) { userErrors { code } } }',
        { id: userId },
      ),
  };

  test.each(Object.entries(endings))('%s ends the stream, with a last event that says why', async (name, end) => {
    const who = await world.member(`goes-${name.length}`, [{ role: 'EMPLOYEE', companyId: office.companyId }]);
    const stream = await listen(who, 'Department');
    await end(who);
    await stream.until(({ codes }) => codes.length > 0);
    expect(stream.codes).toEqual(['UNAUTHENTICATED']);
    expect(await stream.ended).toBe('complete');
  });

  test('a session that is signed out, which needs its header to begin with', async () => {
    const browser = world.browser();
    await browser.signIn(colleague.email, worldPassword);
    const cookie = browser.setCookies.at(-1)?.split(';', 1)[0] ?? '';
    const refused = await listenWith({ headers: { cookie }, entities: ['Department'] });
    expect([refused.status, await refused.ended, refused.codes]).toEqual([403, 'broken', ['FORBIDDEN']]);
    const stream = await listenWith({ headers: { cookie, 'x-kontor-csrf': '1' }, entities: ['Department'] });
    await browser.ask('mutation { signOut { userErrors { code } } }');
    await stream.until(({ codes }) => codes.length > 0);
    expect([stream.codes, await stream.ended]).toEqual([['UNAUTHENTICATED'], 'complete']);
  });
});

describe('limits', () => {
  test('a stranger, an entity that is none, one that is never met, and one whose changes are not told', async () => {
    const stranger = await listenWith({ headers: {}, entities: ['Department'] });
    expect([await stranger.ended, stranger.codes]).toEqual([expect.anything(), ['UNAUTHENTICATED']]);
    for (const entities of [
      ['Nothing'],
      ['JournalEntry'],
      ['Session'],
      [],
      Array.from({ length: 21 }, () => 'Department'),
    ]) {
      const stream = await listenWith({ headers: bearer(colleague), entities });
      expect([await stream.ended, stream.codes]).toEqual([expect.anything(), ['BAD_INPUT']]);
    }
    const back = await listenWith({ headers: bearer(colleague), entities: ['Department'], secondsBack: 301 });
    expect([await back.ended, back.codes]).toEqual([expect.anything(), ['BAD_INPUT']]);
  });

  test('a user has so many streams, and another when one is closed', async () => {
    const open = await Promise.all(Array.from({ length: perUser }, () => listen(colleague, 'Department')));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refused = await listen(colleague, 'Department');
    expect([await refused.ended, refused.codes]).toEqual([expect.anything(), ['RATE_LIMITED']]);
    expect((await listen(office.hr, 'Department')).codes).toEqual([]);
    open[0]?.close();
    await expect
      .poll(async () => (await listen(colleague, 'Department')).codes, { timeout: 10_000, interval: 200 })
      .toEqual([]);
  });

  test('a stream is kept alive by comments, and counted', async () => {
    const stream = await listen(colleague, 'Department');
    await stream.until(({ comments }) => comments > 2);
    expect(await metric()).toBe('1');
  });

  test('a client that does not read is dropped', async () => {
    let dropped = 0;
    let ended = 0;
    const stream = new Stream(
      () => {
        ended += 1;
      },
      () => {
        dropped += 1;
      },
    );
    const event = { kind: 'UPDATED', entity: 'Department', id: null, version: 1 } as const;
    for (let count = 0; count < waitingAtMost; count += 1) stream.push(event);
    expect([dropped, ended]).toEqual([0, 0]);
    stream.push(event);
    stream.push(event);
    expect([dropped, ended, stream.isOpen]).toEqual([1, 1, false]);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
