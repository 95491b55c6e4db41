import { startWorld, type World } from '@kontor/testkit';
import { gql } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enums, graphFields } from '../catalogue.ts';
import { commands } from '../command.ts';
import { entities, languages } from '../entity.ts';
import type { Role } from '../generated/prisma/enums.ts';
import '../schema.ts';
import { fieldLabel, inputLabel } from './field-label.ts';
import { fallbackWord, hasValueLabel, wordFor } from './vocabulary.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('labels', () => {
  test('every field has a label in every language', () => {
    const missing = entities().flatMap((entity) =>
      graphFields(entity.name).flatMap((field) =>
        languages
          .filter((language) => {
            if (field.kind === 'relation' || field.name === 'id')
              return fieldLabel(entity, field.name, language) === '';
            return !entity.labels[field.name] && wordFor(field.name, language) === undefined;
          })
          .map((language) => `${entity.name}.${field.name} ${language}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('every input of a command has a label in every language', () => {
    const missing = commands().flatMap((command) =>
      Object.entries(command.input)
        .filter(([name]) => name !== command.record)
        .filter(([name, field]) =>
          (['sv', 'de', 'hu', 'sl'] as const).every(
            (language) => inputLabel(command, name, field, language) === fallbackWord(name),
          ),
        )
        .map(([name]) => `${command.name}.${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('every value of an enum that the graph shows has a label in every language', () => {
    const shown = new Set(
      entities().flatMap((entity) =>
        graphFields(entity.name)
          .filter((field) => field.kind === 'enum')
          .map((field) => field.type),
      ),
    );
    const missing = [...shown].flatMap((name) =>
      (enums[name]?.values ?? [])
        .filter((value) => !hasValueLabel(name, value.name))
        .map((value) => `${name}.${value.name}`),
    );
    expect(missing).toEqual([]);
  });
});

const metaQuery = gql`
  query ($language: String) {
    consoleMeta(language: $language) {
      entities { name label columns update create fields { name label read update create operators } }
      actions { name entity }
    }
  }
`;

interface Meta {
  consoleMeta: {
    entities: {
      name: string;
      label: string;
      create: boolean;
      fields: { name: string; label: string; read: string; operators: string[] }[];
    }[];
    actions: { name: string; entity: string }[];
  };
}

describe('consoleMeta', () => {
  test('tells HR of salaries and an accountant nothing of them', async () => {
    const hr = await world.member('hr', [{ role: 'HR' }]);
    const accountant = await world.member('accountant', [{ role: 'ACCOUNTING' }]);
    const fieldsOf = async (client: typeof hr.client): Promise<string[]> => {
      const { consoleMeta } = await client.request<Meta>(metaQuery);
      return consoleMeta.entities.find((entity) => entity.name === 'Employee')?.fields.map((field) => field.name) ?? [];
    };
    expect(await fieldsOf(hr.client)).toContain('salary');
    const { consoleMeta } = await accountant.client.request<Meta>(metaQuery);
    // The company has accounts of its own, and accounting pays suppliers to theirs.
    const ofPeople = consoleMeta.entities.filter(({ name }) => !['CompanyAccount', 'Payment'].includes(name));
    expect(ofPeople.length).toBeGreaterThan(10);
    expect(JSON.stringify(ofPeople)).not.toMatch(/salary|iban|nationalId/i);
  });

  test('speaks the language asked for', async () => {
    const hr = await world.member('hr-sv', [{ role: 'HR' }]);
    const { consoleMeta } = await hr.client.request<Meta>(metaQuery, { language: 'sv' });
    const employee = consoleMeta.entities.find((entity) => entity.name === 'Employee');
    expect(employee?.label).toBe('Anställd');
    expect(employee?.fields.find((field) => field.name === 'lastName')?.label).toBe('Efternamn');
  });

  test('has words for names that stand in texts, in the language asked for', async () => {
    const payroll = await world.member('payroll-words', [{ role: 'PAYROLL' }]);
    const { consoleMeta } = await payroll.client.request<{
      consoleMeta: {
        entities: { name: string; fields: { name: string; kind: string; enumName: string | null }[] }[];
        enums: { name: string; values: { name: string; label: string }[] }[];
      };
    }>(
      gql`query { consoleMeta(language: "sv") { entities { name fields { name kind enumName } } enums { name values { name label } } } }`,
    );
    const code = consoleMeta.entities
      .find(({ name }) => name === 'PayslipLine')
      ?.fields.find(({ name }) => name === 'code');
    expect(code).toEqual({ name: 'code', kind: 'TEXT', enumName: 'PayComponentCode' });
    const words = consoleMeta.enums.find(({ name }) => name === 'PayComponentCode')?.values ?? [];
    expect(words).toContainEqual({ name: 'SALARY', label: 'Lön' });
    expect(words).toContainEqual({ name: 'INCOME_TAX', label: 'Inkomstskatt' });
    const sums = consoleMeta.enums.find(({ name }) => name === 'RunningSumCode')?.values ?? [];
    expect(sums).toContainEqual({ name: 'grossPay', label: 'Bruttolön' });
  });

  test('tells of totals whoever may ask for them, in the language asked for', async () => {
    const query = gql`
      query ($language: String) {
        consoleMeta(language: $language) {
          figures { single domain label measureLabel currencyField always { name label enumName } dimensions { name label isRecord enumName dimension } }
          enums { name values { label } }
        }
      }
    `;
    interface Told {
      readonly consoleMeta: {
        readonly figures: readonly { readonly single: string }[];
        readonly enums: { name: string }[];
      };
    }
    const as = async (role: Role): Promise<Told['consoleMeta']> =>
      (await (await world.member(`totals-${role}`, [{ role }])).client.request<Told>(query, { language: 'sv' }))
        .consoleMeta;
    const { figures, enums: told } = await as('REPORTING');
    expect(figures).toEqual([
      {
        single: 'payTotals',
        domain: 'people',
        label: 'Löner i summor',
        measureLabel: 'Lön',
        currencyField: 'salaryCurrencyCode',
        always: [
          { name: 'salaryCurrencyCode', label: 'Lönevaluta', enumName: null },
          { name: 'salaryPeriod', label: 'Löneperiod', enumName: 'PayPeriod' },
        ],
        dimensions: [
          { name: 'department', label: 'Avdelning', isRecord: true, enumName: null, dimension: 'DEPARTMENT' },
          {
            name: 'contractType',
            label: 'Anställningsform',
            isRecord: false,
            enumName: 'ContractType',
            dimension: 'CONTRACT_TYPE',
          },
          { name: 'site', label: 'Arbetsplats', isRecord: true, enumName: null, dimension: 'SITE' },
        ],
      },
    ]);
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['ContractType', 'PayPeriod']));
    for (const role of ['EMPLOYEE', 'MANAGER', 'IT', 'ADMINISTRATOR'] as const)
      expect((await as(role)).figures, role).toEqual([]);
  });

  test('refuses a language that it does not speak', async () => {
    const hr = await world.member('hr-xx', [{ role: 'HR' }]);
    await expect(hr.client.request(metaQuery, { language: 'xx' })).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'BAD_INPUT' } }] },
    });
  });
});

describe('history', () => {
  const historyOf = gql`
    query ($id: ID!) {
      history(entity: "Department", id: $id) { nodes { actor commandLabel kind changes { field from to toLabel } } pageInfo { hasNextPage } }
    }
  `;

  test('shows who changed what from what to what, and a stranger nothing', async () => {
    const admin = await world.member('admin', [{ role: 'ADMINISTRATOR' }]);
    const made = await admin.client.request<{ createCompany: { company: { id: string } } }>(gql`
      mutation { createCompany(input: { code: "H", name: "H", country: "SE", baseCurrencyCode: "SEK", locale: "sv-SE", timeZone: "Europe/Stockholm" }) { company { id } } }
    `);
    const companyId = made.createCompany.company.id;
    const { createDepartment } = await admin.client.request<{ createDepartment: { department: { id: string } } }>(
      gql`mutation ($companyId: ID!) { createDepartment(input: { companyId: $companyId, code: "FIN", name: "Finance" }) { department { id } } }`,
      { companyId },
    );
    const { id } = createDepartment.department;
    await admin.client.request(
      gql`mutation ($id: ID!) { updateDepartment(input: { id: $id, expectedVersion: 1, name: "Treasury" }) { userErrors { code } } }`,
      { id },
    );
    const { history } = await admin.client.request<{
      history: { nodes: { kind: string; actor: string; changes: object[] }[] };
    }>(historyOf, { id });
    expect(history.nodes.map((entry) => entry.kind)).toEqual(['UPDATE', 'INSERT']);
    expect(history.nodes[0]).toMatchObject({
      actor: 'admin',
      commandLabel: 'Change',
      changes: [{ field: 'name', from: 'Finance', to: 'Treasury', toLabel: 'Treasury' }],
    });
    expect(history.nodes[1]?.changes).toContainEqual(expect.objectContaining({ field: 'company', toLabel: 'H' }));
    const stranger = await world.member('stranger', []);
    expect(await stranger.client.request(historyOf, { id })).toEqual({
      history: { nodes: [], pageInfo: { hasNextPage: false } },
    });
  });
});

test('find looks through every entity that the viewer sees', async () => {
  const admin = await world.member('finder', [{ role: 'ADMINISTRATOR' }]);
  const { find } = await admin.client.request<{ find: { entity: string; label: string }[] }>(
    gql`{ find(search: "treas") { entity label } }`,
  );
  expect(find).toEqual([{ entity: 'Department', label: 'Treasury' }]);
});
