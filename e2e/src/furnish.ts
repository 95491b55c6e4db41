import path from 'node:path';
import { importDeviceModels, localOperator, shippedDeviceModels } from '@kontor/api';
import { dayFromNow, type Member, newKey, type Office, openOffice, performed, type World } from '@kontor/testkit';

/** Values of one person that many may not read. Each stands nowhere else in the world, in no other form. */
export const canaries = {
  salary: '41873',
  iban: 'SE4550000000058398257466',
  nationalId: '198112289874',
  homeStreet: 'Kanarigatan 77',
  taxCode: 'KANARIE-9',
} as const;

export type Canary = keyof typeof canaries;

/** The last name of whose they are. */
export const canaryName = 'Kanari';

/** A company with a row or two of each entity, and somebody for each role. */
export interface Furnished {
  readonly office: Office;
  readonly members: Readonly<Record<string, Member>>;
}

async function hireCanary(office: Office, managerId: string): Promise<{ employeeId: string; personId: string }> {
  const { companyId, hr } = office;
  const { id, person } = await performed<{ id: string; person: { id: string } }>(
    hr,
    'hireEmployee',
    {
      companyId,
      managerId,
      firstName: 'Petra',
      lastName: canaryName,
      nationalId: '811228-9874',
      homeStreet: canaries.homeStreet,
      homePostalCode: '111 20',
      homeCity: 'Stockholm',
      homeCountry: 'SE',
      positionId: await office.position('Analyst'),
      startOn: dayFromNow(-60),
      contractType: 'PERMANENT',
      fte: '1',
      salary: canaries.salary,
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
      taxCode: canaries.taxCode,
      idempotencyKey: newKey(),
    },
    'employee { id person { id } }',
  );
  return { employeeId: id, personId: person.id };
}

async function letEverybodyIn(
  world: World,
  office: Office,
  personIds: Record<'manager' | 'colleague' | 'canary', string>,
) {
  const { companyId } = office;
  const manager = await world.member(
    'manager',
    [
      { role: 'MANAGER', companyId },
      { role: 'EMPLOYEE', companyId },
    ],
    personIds.manager,
  );
  const one = (role: Parameters<World['member']>[1][number]['role'], personId: string | null = null) =>
    world.member(role.toLowerCase(), [{ role, companyId }], personId);
  return {
    manager,
    employee: await one('EMPLOYEE', personIds.colleague),
    hr: office.hr,
    payroll: await one('PAYROLL'),
    payroll2: await world.member('payroll2', [{ role: 'PAYROLL', companyId }]),
    accounting: await one('ACCOUNTING'),
    it: await one('IT'),
    auditor: await world.member('auditor', [{ role: 'AUDITOR' }]),
    reporting: await one('REPORTING'),
    administrator: office.admin,
    petra: await world.member('petra', [{ role: 'EMPLOYEE', companyId }], personIds.canary),
  };
}

/** What the person with the canaries has changed, proposed and been given. */
async function giveEvents(
  office: Office,
  members: Furnished['members'],
  { employeeId, personId }: { employeeId: string; personId: string },
) {
  const { petra, payroll, payroll2, it } = members as Record<string, Member>;
  if (!petra || !payroll || !payroll2 || !it) throw new Error('somebody is missing');
  await performed(petra, 'proposeBankChange', { personId, iban: canaries.iban }, 'person { id }');
  const { bankChanges } = await payroll.client.request<{ bankChanges: { nodes: { id: string }[] } }>(
    '{ bankChanges { nodes { id } } }',
  );
  for (const decider of [payroll, payroll2])
    await performed(decider, 'approveBankChange', { bankChangeId: bankChanges.nodes[0]?.id }, 'bankChange { id }');
  await performed(
    petra,
    'proposeHomeChange',
    { personId, street: `${canaries.homeStreet} B`, city: 'Uppsala' },
    'person { id }',
  );
  await performed(petra, 'proposeTaxChange', { employeeId, taxCode: `${canaries.taxCode}1` }, 'employee { id }');
  await performed(
    office.hr,
    'proposePay',
    {
      employeeId,
      amount: `${canaries.salary}.5`,
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
      startOn: dayFromNow(30),
      reason: 'A year has passed',
    },
    'employee { id }',
  );
  await handOut(office, it, employeeId);
}

async function handOut(office: Office, it: Member, employeeId: string): Promise<void> {
  const { companyId } = office;
  const { deviceModels } = await it.client.request<{ deviceModels: { nodes: { id: string }[] } }>(
    '{ deviceModels(first: 1) { nodes { id } } }',
  );
  const { id: deviceId } = await performed(
    it,
    'createDevice',
    { companyId, deviceModelId: deviceModels.nodes[0]?.id, assetTag: 'IT-0001' },
    'device { id }',
  );
  for (const step of ['receiveDevice', 'stockDevice']) await performed(it, step, { deviceId }, 'device { id }');
  await performed(it, 'checkOutDevice', { deviceId, employeeId }, 'device { id }');
}

/** Furnishes an empty world by the public commands. */
export async function furnish(world: World): Promise<Furnished> {
  const office = await openOffice(world);
  const { companyId, sales, admin } = office;
  await importDeviceModels(world.server.app, localOperator, { folder: path.join(shippedDeviceModels, 'Lenovo') });
  const manager = await office.hire('Maja');
  const colleague = await office.hire('Kalle', {
    positionId: await office.position('Seller', { departmentId: sales }),
  });
  const canary = await hireCanary(office, manager.employeeId);
  const members = await letEverybodyIn(world, office, {
    manager: manager.personId,
    colleague: colleague.personId,
    canary: canary.personId,
  });
  await performed(
    members.accounting,
    'createCostCentre',
    { companyId, code: '100', name: 'Overhead' },
    'costCentre { id }',
  );
  const { id: siteId } = await performed(
    admin,
    'createSite',
    { companyId, code: 'STO', name: 'Stockholm', country: 'SE' },
    'site { id }',
  );
  await performed(admin, 'createRoom', { companyId, siteId, code: 'R1', name: 'Room 1', floor: 1 }, 'room { id }');
  await giveEvents(office, members, canary);
  return { office, members };
}
