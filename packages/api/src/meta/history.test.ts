/** What the history of a record tells: one entry for each thing that was done, in the reader's language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dayFromNow, type Office, openOffice, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../command.ts';
import { languages } from '../entity.ts';
import { refreshAllEmployees } from '../people/index.ts';
import '../schema.ts';
import { hasDeedLabel, operationLabel, operationNames } from './operation-label.ts';

let world: World;
let office: Office;

beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
});
afterAll(() => world.stop());

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly actor: string;
  readonly command: string;
  readonly commandLabel: string;
  readonly changes: readonly {
    field: string;
    label: string;
    from: string | null;
    to: string | null;
    toLabel: string;
  }[];
}

interface Page {
  readonly history: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const historyOf = `query ($id: ID!, $first: Int! = 50, $after: ID, $language: String) {
  history(entity: "Employee", id: $id, first: $first, after: $after, language: $language) {
    nodes { id kind actor command commandLabel changes { field label from to toLabel } } pageInfo { hasNextPage endCursor }
  }
}`;

const read = async (id: string, variables: object = {}): Promise<Page['history']> =>
  (await office.hr.client.request<Page>(historyOf, { id, ...variables })).history;

test('a hire is one entry, and what a day brought by itself is another, in the language asked for', async () => {
  const { employeeId } = await office.hire('Anna');
  const raise = {
    amount: '41234.56',
    currencyCode: 'SEK',
    payPeriod: 'MONTH',
    startOn: dayFromNow(5),
    reason: 'Agreed',
  };
  const { compensations } = await performed<{ compensations: { nodes: { id: string; status: string }[] } }>(
    office.hr,
    'proposePay',
    { employeeId, ...raise },
    'employee { compensations { nodes { id status } } }',
  );
  const compensationId = compensations.nodes.find(({ status }) => status === 'PROPOSED')?.id;
  await performed(office.hr2, 'approvePay', { compensationId }, 'compensation { id }');
  await refreshAllEmployees(world.server.app, new Date(`${dayFromNow(5)}T12:00:00Z`));
  const { nodes } = await read(employeeId, { language: 'sv' });
  expect(nodes.map(({ kind, actor, commandLabel }) => [kind, actor, commandLabel])).toEqual([
    ['UPDATE', 'Kontor, av sig själv', 'Började gälla'],
    ['INSERT', 'hr-SE', 'Anställ'],
  ]);
  expect(nodes[0]?.changes).toEqual([
    expect.objectContaining({ field: 'salary', label: 'Lön', from: '40000.0000', to: '41234.5600' }),
  ]);
  // The hire wrote the row, and the values of today into it: one entry says both, and nothing was before.
  const hired = new Map(nodes[1]?.changes.map((change) => [change.field, change]));
  expect(hired.get('salary')).toMatchObject({ from: null, to: '40000.0000' });
  expect(hired.get('status')).toMatchObject({ from: null, toLabel: 'Aktiv' });
  await expect(read(employeeId, { language: 'xx' })).rejects.toThrow('BAD_INPUT');
});

test('pages follow each other entry by entry, and none is told twice', async () => {
  const { employeeId } = await office.hire('Berta');
  for (const workPhone of ['+46701740605', '+46701740606', '+46701740607']) {
    const { employee } = await office.hr.client.request<{ employee: { version: number } }>(
      'query ($id: ID!) { employee(id: $id) { version } }',
      { id: employeeId },
    );
    await performed(
      office.hr,
      'updateEmployee',
      { id: employeeId, expectedVersion: employee.version, workPhone },
      'employee { id }',
    );
  }
  const whole = (await read(employeeId)).nodes.map(({ id }) => id);
  expect(whole).toHaveLength(4);
  const walked: string[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await read(employeeId, { first: 1, after });
    walked.push(...nodes.map(({ id }) => id));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(walked).toEqual(whole);
});

test('everything that is done has a name for people in every language', () => {
  const source = path.join(import.meta.dirname, '..');
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^generated|^policy|testing|proof\//.test(file),
    )
    .flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/\bcommand: '(\w+)'/g)])
    .map(([, name = '']) => name)
    .filter((name) => !commands().some((each) => each.name === name));
  expect(names).toContain('refreshAllEmployees');
  expect([...new Set(names)].filter((name) => !hasDeedLabel(name))).toEqual([]);
  for (const language of languages)
    for (const name of [...names, 'hireEmployee', 'createRoom']) expect(operationLabel(name, language)).not.toBe(name);
});

test('the log of everything says of each operation what was done with what, in every language', () => {
  for (const language of languages) {
    const labels = new Map(operationNames.values(language).map(({ name, label }) => [name, label]));
    for (const { name } of commands()) expect(labels.get(name)).toContain(operationLabel(name, language));
    expect([...labels].filter(([name, label]) => name === label || label === '')).toEqual([]);
  }
  const swedish = new Map(operationNames.values('sv').map(({ name, label }) => [name, label]));
  expect([swedish.get('approvePayRun'), swedish.get('createRoom'), swedish.get('signIn')]).toEqual([
    'Godkänn · Lönekörning',
    'Skapa · Rum',
    'Loggade in',
  ]);
});
