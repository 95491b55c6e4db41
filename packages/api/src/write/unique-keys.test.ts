/** Every unique rule of the database: what breaking it is called, beside which input, and to whom. */
import { type Office, openOffice, perform, performed, startWorld, type World } from '@kontor/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EntityName } from '../catalogue.ts';
import { withClient } from '../database/connect.ts';
import { Role } from '../generated/prisma/enums.ts';
import { decisionsFor, isNever } from '../policy/decide.ts';
import { localOperator } from '../server/authenticate.ts';
import type { Viewer } from '../viewer.ts';
import { meanings } from './meanings.ts';
import { meaningOf, violationOf } from './violation.ts';

let world: World;
let office: Office;
beforeAll(async () => {
  world = await startWorld();
  office = await openOffice(world);
});
afterAll(() => world.stop());

const names = (sql: string): Promise<string[]> =>
  withClient(world.ownerUrl, async (client) =>
    (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name).sort(),
  );

const uniqueRules = (): Promise<string[]> =>
  names(`select i.indexrelid::regclass::text as name from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary and t.relname <> all (internal_tables())`);

type Made = Promise<{ readonly errors: readonly string[] }>;

/** Makes a record twice. */
async function twice(make: () => Made): Promise<readonly string[]> {
  expect((await make()).errors).toEqual([]);
  return (await make()).errors;
}

const ofCompany = (input: object) => ({ companyId: office.companyId, ...input });
const model = async (name: string): Promise<string> => {
  const maker = await performed(await it(), 'createManufacturer', { name: `Maker of ${name}` }, 'manufacturer { id }');
  return (await performed(await it(), 'createDeviceModel', { manufacturerId: maker.id, name }, 'deviceModel { id }'))
    .id;
};
let member: Promise<Awaited<ReturnType<World['member']>>> | undefined;
const it = () => {
  member ??= world.member('it', [{ role: 'IT' }]);
  return member;
};

let calendars = 0;
const calendar = (other: object = {}): Made => {
  calendars += 1;
  const input = ofCompany({ code: `C${calendars}`, name: 'Week', mondayHours: '8', ...other });
  return perform(office.hr, 'createWorkCalendar', input, 'workCalendar { id }');
};

/** What whoever types a thing that is there already is told. */
const told: Readonly<Record<string, readonly [expected: string, attempt: () => Promise<readonly string[]>]>> = {
  absence_kind_company_id_code_key: [
    'ALREADY_EXISTS code',
    () => {
      const kind = ofCompany({ code: 'AWAY', name: 'Away', paid: true, unit: 'DAYS', needsApproval: true });
      return twice(() => perform(office.hr, 'createAbsenceKind', kind, 'absenceKind { id }'));
    },
  ],
  work_calendar_company_id_code_key: ['ALREADY_EXISTS code', () => twice(() => calendar({ code: 'SAME' }))],
  work_calendar_default_once: ['ALREADY_EXISTS isDefault', () => twice(() => calendar({ isDefault: true }))],
  holiday_calendar_id_falls_on_key: [
    'ALREADY_EXISTS fallsOn',
    async () => {
      const week = ofCompany({ code: 'DAYS', name: 'Week', mondayHours: '8' });
      const { id } = await performed(office.hr, 'createWorkCalendar', week, 'workCalendar { id }');
      const day = ofCompany({ calendarId: id, fallsOn: '2026-12-24', name: 'Eve', kind: 'CLOSED' });
      return twice(() => perform(office.hr, 'createHoliday', day, 'holiday { id }'));
    },
  ],
  app_user_email_key: [
    'ALREADY_EXISTS email',
    () => twice(() => perform(office.admin, 'inviteUser', { email: 'a@example.com', name: 'A' }, 'user { id }')),
  ],
  company_code_key: [
    'ALREADY_EXISTS code',
    () => {
      const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'UTC' };
      return twice(() =>
        perform(office.admin, 'createCompany', { code: 'TWICE', name: 'Twice AB', ...place }, 'company { id }'),
      );
    },
  ],
  cost_centre_company_id_code_key: [
    'ALREADY_EXISTS code',
    async () => {
      const accounting = await world.member('accounting', [{ role: 'ACCOUNTING', companyId: office.companyId }]);
      return twice(() =>
        perform(accounting, 'createCostCentre', ofCompany({ code: '1', name: 'One' }), 'costCentre { id }'),
      );
    },
  ],
  department_company_id_code_key: [
    'ALREADY_EXISTS code',
    () => twice(() => perform(office.hr, 'createDepartment', ofCompany({ code: 'D', name: 'D' }), 'department { id }')),
  ],
  site_company_id_code_key: [
    'ALREADY_EXISTS code',
    () =>
      twice(() => perform(office.hr, 'createSite', ofCompany({ code: 'S', name: 'S', country: 'SE' }), 'site { id }')),
  ],
  room_site_id_code_key: [
    'ALREADY_EXISTS code',
    async () => {
      const site = await performed(
        office.hr,
        'createSite',
        ofCompany({ code: 'R', name: 'R', country: 'SE' }),
        'site { id }',
      );
      return twice(() =>
        perform(office.hr, 'createRoom', ofCompany({ siteId: site.id, code: '1', name: '1' }), 'room { id }'),
      );
    },
  ],
  position_company_id_code_key: [
    'ALREADY_EXISTS code',
    () => {
      const seat = ofCompany({ code: 'TWICE', title: 'Twice', departmentId: office.finance, budgetedFte: '1' });
      return twice(() => perform(office.hr, 'createPosition', seat, 'position { id }'));
    },
  ],
  employee_company_id_employee_number_key: [
    'ALREADY_EXISTS employeeNumber',
    async () => {
      await office.hire('First', { employeeNumber: 'N1' });
      const { employeeId } = await office.hire('Second');
      const change = { id: employeeId, expectedVersion: 1, employeeNumber: 'N1' };
      const { version } = (
        await office.hr.client.request<{ employee: { version: number } }>(
          'query ($id: ID!) { employee(id: $id) { version } }',
          {
            id: employeeId,
          },
        )
      ).employee;
      return (await perform(office.hr, 'updateEmployee', { ...change, expectedVersion: version }, 'employee { id }'))
        .errors;
    },
  ],
  manufacturer_name_key: [
    'ALREADY_EXISTS name',
    async () => {
      const who = await it();
      return twice(() => perform(who, 'createManufacturer', { name: 'Twice' }, 'manufacturer { id }'));
    },
  ],
  device_model_manufacturer_id_name_key: [
    'ALREADY_EXISTS name',
    async () => {
      const maker = await performed(await it(), 'createManufacturer', { name: 'Of models' }, 'manufacturer { id }');
      const who = await it();
      return twice(() =>
        perform(who, 'createDeviceModel', { manufacturerId: maker.id, name: 'Twice' }, 'deviceModel { id }'),
      );
    },
  ],
  device_company_id_asset_tag_key: [
    'ALREADY_EXISTS assetTag',
    async () => {
      const [who, deviceModelId] = [await it(), await model('Tagged')];
      return twice(() =>
        perform(who, 'createDevice', ofCompany({ deviceModelId, assetTag: 'TWICE' }), 'device { id }'),
      );
    },
  ],
  device_serial_once: [
    'ALREADY_EXISTS serialNumber',
    async () => {
      const [who, deviceModelId] = [await it(), await model('Numbered')];
      let tags = 0;
      return twice(() => {
        tags += 1;
        const device = ofCompany({ deviceModelId, assetTag: `SERIAL-${tags}`, serialNumber: 'S' });
        return perform(who, 'createDevice', device, 'device { id }');
      });
    },
  ],
  identity_provider_once: [
    'ALREADY_EXISTS clientId',
    () => {
      const provider = { name: 'P', issuer: 'https://login.example.com', clientId: 'kontor', unknownUsers: 'REFUSE' };
      return twice(() => perform(office.admin, 'createIdentityProvider', provider, 'identityProvider { id }'));
    },
  ],
  group_mapping_once: [
    'ALREADY_EXISTS groupName',
    async () => {
      const provider = { name: 'Q', issuer: 'https://login.example.com', clientId: 'groups', unknownUsers: 'REFUSE' };
      const { id } = await performed(office.admin, 'createIdentityProvider', provider, 'identityProvider { id }');
      const mapping = { identityProviderId: id, groupName: 'it', role: 'IT' };
      return twice(() => perform(office.admin, 'createGroupMapping', mapping, 'groupMapping { id }'));
    },
  ],
  second_factor_rule_once: [
    'ALREADY_EXISTS role',
    () => twice(() => perform(office.admin, 'createSecondFactorRule', { role: 'AUDITOR' }, 'secondFactorRule { id }')),
  ],
  saved_view_name_once: [
    'ALREADY_EXISTS name',
    () => {
      const view = { resource: 'Employee', state: 'sort=lastName', name: 'Twice' };
      return twice(() => perform(office.hr, 'saveView', view, 'savedView { id }'));
    },
  ],
  role_grant_open_once: [
    'ALREADY_EXISTS role',
    async () => {
      const { userId } = await world.member('granted', []);
      return twice(() => perform(office.admin, 'grantRole', ofCompany({ userId, role: 'IT' }), 'roleGrant { id }'));
    },
  ],
  user_person_once: [
    'ALREADY_EXISTS personId',
    async () => {
      const { personId } = await office.hire('Twofold');
      await world.member('onefold', [], personId);
      const second = { email: 'second@example.com', name: 'Second', personId };
      return (await perform(office.admin, 'inviteUser', second, 'user { id }')).errors;
    },
  ],
};

/** Master data of the books that have a code of their own. */
const coded: Readonly<Record<string, readonly [entity: string, rule: string, input: object]>> = {
  account: ['Account', 'account_company_id_code_key', { code: '1', name: 'A', type: 'ASSET', normalSide: 'DEBIT' }],
  journal: ['Journal', 'journal_company_id_code_key', { code: 'J', name: 'J', kind: 'GENERAL' }],
  taxCode: ['TaxCode', 'tax_code_company_id_code_key', { code: 'T', name: 'T', rate: '25' }],
  dimension: ['Dimension', 'dimension_company_id_code_key', { code: 'D', name: 'D', kind: 'OTHER' }],
  payAccount: ['PayAccount', 'pay_account_company_id_code_key', { code: 'EXTRA' }],
  party: ['Party', 'party_company_id_code_key', { code: 'P', name: 'P', kind: 'CUSTOMER' }],
};
let accountant: Promise<Awaited<ReturnType<World['member']>>> | undefined;
const accounts = () => {
  accountant ??= world.member('books', [{ role: 'ACCOUNTING', companyId: office.companyId }]);
  return accountant;
};
const toldOfBooks: typeof told = {
  ...Object.fromEntries(
    Object.entries(coded).map(([single, [entity, rule, input]]) => [
      rule,
      [
        'ALREADY_EXISTS code',
        async () => {
          const who = await accounts();
          return twice(() => perform(who, `create${entity}`, ofCompany(input), `${single} { id }`));
        },
      ] as const,
    ]),
  ),
  dimension_object_dimension_id_code_key: [
    'ALREADY_EXISTS code',
    async () => {
      const who = await accounts();
      const dimension = ofCompany({ code: 'O', name: 'O', kind: 'PROJECT' });
      const { id } = await performed(who, 'createDimension', dimension, 'dimension { id }');
      const object = ofCompany({ dimensionId: id, code: '1', name: 'One' });
      return twice(() => perform(who, 'createDimensionObject', object, 'dimensionObject { id }'));
    },
  ],
  exchange_rate_once: [
    'ALREADY_EXISTS startsOn',
    async () => {
      const who = await accounts();
      const rate = ofCompany({ fromCurrencyCode: 'EUR', toCurrencyCode: 'SEK', startsOn: '2026-01-01', rate: '11.2' });
      return twice(() => perform(who, 'createExchangeRate', rate, 'exchangeRate { id }'));
    },
  ],
};

/** Rules that nobody breaks by what they type, and what keeps them. */
const unheard: Readonly<Record<string, string>> = {
  account_purpose_once: 'see the tests of the ledger',
  api_token_token_hash_key: 'made at random',
  assignment_change_open_once: 'whoever proposes waits for the lock on the employee',
  budget_company_id_fiscal_year_id_name_key: 'see the tests of the ledger',
  budget_line_once: 'an amount from the same account and period takes the place of the one before',
  currency_code_key: 'currencies come with the software',
  device_model_interface_device_model_id_ordinal_key: 'interfaces are counted by the import',
  entry_template_company_id_name_key: 'no template is made yet',
  entry_template_line_template_id_line_no_key: 'lines are counted by the command',
  fiscal_period_company_id_starts_on_key: 'periods are reckoned by the command',
  fiscal_period_fiscal_year_id_ordinal_key: 'periods are counted by the command',
  fiscal_year_company_id_name_key: 'years are named by their days',
  journal_entry_company_id_idempotency_key_key: 'the key is looked for before anything is written',
  journal_entry_company_id_journal_id_fiscal_year_id_number_key: 'numbers are taken from their series',
  journal_entry_company_id_source_type_source_id_source_event_key:
    'the source is looked for before anything is written',
  journal_entry_reversed_once: 'see the tests of the ledger',
  pay_component_company_id_pack_code_key: 'a component that is there gets another rule',
  pay_component_version_component_id_starts_on_key: 'a rule from the same day takes the place of the one before',
  pay_fact_employee_id_name_starts_on_key: 'a fact from the same day takes the place of the one before',
  pay_opening_balance_employee_id_tax_year_code_key: 'another balance takes the place of the one before',
  pay_run_regular_once: 'see the tests of payroll',
  pay_run_schedule_id_period_id_kind_sequence_key: 'runs are counted under a lock on the period',
  pay_schedule_company_id_code_key: 'see the tests of payroll',
  payroll_period_schedule_id_starts_on_key: 'periods that are there are passed over',
  company_account_company_id_name_key: 'see the tests of payments',
  payment_batch_company_id_kind_id_key: 'it holds an id, which is unique by itself',
  payment_batch_id_end_to_end_id_key: 'see the tests of payments',
  payment_source_once: 'see the tests of payments',
  period_lock_once: 'see the tests of the ledger',
  user_identity_subject_once: 'identities are linked by signing in',
  user_identity_user_once: 'identities are linked by signing in',
  saved_view_default_once: 'a view that opens its list takes the place of the one before',
  device_assignment_open_once: 'a device that somebody has is in no state to be handed out',
};

/** Keys for composite references: they hold an id, which is unique by itself. */
const holdsAnId = (name: string): boolean => name.endsWith('_id_id_key');

test('no unique rule is forgotten here', async () => {
  const rules = (await uniqueRules()).filter((name) => !holdsAnId(name));
  expect(rules).toEqual([...Object.keys(told), ...Object.keys(toldOfBooks), ...Object.keys(unheard)].sort());
});

test.each(Object.entries({ ...told, ...toldOfBooks }))('%s', async (_, [expected, attempt]) => {
  expect(await attempt()).toEqual([expected]);
});

test('a rule names its field to those who may read it, and to nobody else', async () => {
  let hidden = 0;
  for (const rule of await uniqueRules()) {
    const meaning = meaningOf(rule);
    if (!meaning) continue;
    const { tells, input } = meaning;
    if (!tells) throw new Error(`${rule} does not say which field it tells of`);
    for (const role of Object.values(Role)) {
      const viewer: Viewer = { ...localOperator, grants: [{ role, companyId: office.companyId }] };
      const readable = !isNever(
        decisionsFor(viewer)
          .of(tells.entity as EntityName)
          .read(tells.field),
      );
      const error = { code: '23505', message: `duplicate key value violates unique constraint "${rule}"` };
      expect([rule, role, violationOf(error, viewer, [input])?.path]).toEqual([rule, role, readable ? [input] : []]);
      if (!readable) hidden += 1;
    }
    const elsewhere = { code: '23505', message: `duplicate key value violates unique constraint "${rule}"` };
    expect(violationOf(elsewhere, localOperator, ['somethingElse'])?.path).toEqual([]);
  }
  expect(hidden).toBeGreaterThan(0);
});

test('every rule that has a name in the program is one of the database', async () => {
  const known = await names(
    `select conname::text as name from pg_constraint
     union select relname::text from pg_class where relkind = 'i'
     union select c.relname || '_minor_unit' from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'minor_unit'
     union select m[1] from pg_proc p, regexp_matches(p.prosrc, 'check constraint "([a-z_]+)"', 'g') m
       where p.pronamespace = 'public'::regnamespace
     union select m[1] from pg_proc p, regexp_matches(p.prosrc, 'refuse_in_books\\(''([a-z_]+)''', 'g') m
       where p.pronamespace = 'public'::regnamespace
     union select m[1] from pg_proc p, regexp_matches(p.prosrc, 'refuse_in_closed_period\\([^'']*''([a-z_]+)''', 'g') m
       where p.pronamespace = 'public'::regnamespace`,
  );
  expect(Object.keys(meanings).filter((name) => !known.includes(name))).toEqual([]);
});
