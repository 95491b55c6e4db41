/** Many people at once, for measuring: a company of its own, written in bulk under every rule that the database holds. */
import type { App } from '../app.ts';
import { commands } from '../command.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { CommandName } from '../policy/index.ts';
import type { Viewer } from '../viewer.ts';
import { create } from '../write/master-data.ts';
import { operate } from '../write/operation.ts';
import { runCommand } from '../write/run-command.ts';
import { addDays, type Day, dayOf } from './calendar.ts';
import { type CountryCode, countries } from './country.ts';
import { ibanOf, nationalIdOf } from './identity.ts';
import { type Chance, chanceFrom } from './random.ts';

/** People of one position, and of one team below a manager. */
const peopleOfPosition = 100;
const peopleOfTeam = 8;
const peopleAtOnce = 500;
const minutesAtOnce = 2;
const payPerPerson = 3;
const seed = 19_700_101;

type Values = Readonly<Record<string, unknown>>;

const idOf = (
  what: string,
  { id, refusals }: { id: string | null; refusals: readonly { message: string }[] },
): string => {
  if (id === null) throw new Error(`${what}: ${refusals.map(({ message }) => message).join(' ')}`);
  return id;
};

interface Ground {
  readonly companyId: string;
  readonly code: string;
  readonly positions: readonly { readonly id: string; readonly departmentId: string }[];
}

/** A company with a department and a position for each hundred people, opened by the public commands. */
async function prepare(app: App, viewer: Viewer, count: number): Promise<Ground> {
  const make = async (entity: 'Company' | 'Department' | 'Position', input: Values) =>
    idOf(entity, await create(app, viewer, entity, input));
  const act = async (name: CommandName, input: Values) => {
    const command = commands().find((each) => each.name === name);
    if (command) idOf(name, await runCommand(app, viewer, command, input));
  };
  const code = `BULK${(await app.prisma.company.count({ where: { code: { startsWith: 'BULK' } } })) + 1}`;
  const place = { country: 'SE', baseCurrencyCode: 'SEK', locale: 'sv-SE', timeZone: 'Europe/Stockholm' };
  const companyId = await make('Company', { code, name: `${code} AB`, ...place });
  const positions: { id: string; departmentId: string }[] = [];
  for (let number = 1; number <= Math.ceil(count / peopleOfPosition); number += 1) {
    const departmentId = await make('Department', { companyId, code: `D${number}`, name: `Department ${number}` });
    const range = { payMinimum: '20000', payMaximum: '120000', payCurrencyCode: 'SEK', payPeriod: 'MONTH' };
    const seat = { companyId, departmentId, code: `P${number}`, title: `Specialist ${number}`, budgetedFte: '110' };
    const positionId = await make('Position', { ...seat, ...range });
    await act('approvePosition', { positionId });
    await act('openPosition', { positionId });
    positions.push({ id: positionId, departmentId });
  }
  return { companyId, code, positions };
}

interface Bulk {
  readonly ground: Ground;
  readonly chance: Chance;
  readonly today: Day;
  readonly now: Date;
  readonly taken: Set<string>;
  /** Ids of the employees, in their order: whoever comes first leads those who come later. */
  readonly employeeIds: string[];
}

interface Rows {
  readonly person: Prisma.PersonCreateManyInput;
  readonly employee: Prisma.EmployeeCreateManyInput;
  readonly assignment: Prisma.AssignmentCreateManyInput;
  readonly compensations: readonly Prisma.CompensationCreateManyInput[];
}

function personRow({ chance, today, taken }: Bulk, id: string): Prisma.PersonCreateManyInput & { id: string } {
  const country = chance.pick<CountryCode>(['SE', 'HU', 'GB']);
  const { firstNames, lastNames, streets, towns } = countries[country];
  const [homeCity, homePostalCode] = chance.pick(towns);
  const birthOn = addDays(today, -chance.between(20 * 365, 64 * 365));
  return {
    id,
    firstName: chance.pick(firstNames),
    lastName: chance.pick(lastNames),
    homeStreet: `${chance.pick(streets)} ${chance.between(1, 99)}`,
    homePostalCode,
    homeCity,
    homeCountry: country,
    nationalId: nationalIdOf(country, birthOn, chance, taken),
    birthOn: new Date(birthOn),
    nationality: country,
    iban: ibanOf(country, chance),
  };
}

/** Pay that rose each year; the last one is in force. */
function payRows({ chance, today, now }: Bulk, row: { companyId: string; employeeId: string }, startOn: Day) {
  let amount = chance.between(280, 700) * 100;
  const firstDays = Array.from({ length: payPerPerson }, (_, year) => addDays(startOn, year * 365)).filter(
    (day) => day <= today,
  );
  return firstDays.map((first, index): Prisma.CompensationCreateManyInput => {
    const next = firstDays[index + 1];
    amount += chance.between(5, 20) * 100;
    return {
      ...row,
      status: 'APPROVED',
      amount: String(amount),
      currencyCode: 'SEK',
      payPeriod: 'MONTH',
      startOn: new Date(first),
      endOn: next ? new Date(addDays(next, -1)) : null,
      reason: index === 0 ? 'Hired' : 'Yearly review',
      decidedAt: now,
    };
  });
}

function rowsOf(bulk: Bulk, index: number, personId: string, employeeId: string): Rows {
  const { ground, chance, today, employeeIds } = bulk;
  const { companyId, positions, code } = ground;
  const position = positions[Math.floor(index / peopleOfPosition)];
  if (!position) throw new Error(`there is no position for number ${index}`);
  const startOn = addDays(today, -chance.between(payPerPerson * 365, 3000));
  const managerId = index === 0 ? null : (employeeIds[Math.floor((index - 1) / peopleOfTeam)] ?? null);
  const compensations = payRows(bulk, { companyId, employeeId }, startOn);
  const current = compensations.at(-1);
  const place = {
    companyId,
    departmentId: position.departmentId,
    positionId: position.id,
    managerId,
    fte: '1',
    startOn: new Date(startOn),
  };
  const number = String(index + 1).padStart(6, '0');
  return {
    person: personRow(bulk, personId),
    employee: {
      id: employeeId,
      personId,
      ...place,
      employeeNumber: number,
      workEmail: `${code.toLowerCase()}.${number}@kontor-bulk.example`,
      status: 'ACTIVE',
      contractType: 'PERMANENT',
      salary: current?.amount ?? null,
      salaryCurrencyCode: 'SEK',
      salaryPeriod: 'MONTH',
    },
    assignment: { ...place, employeeId, reason: 'Hired' },
    compensations,
  };
}

async function writeChunk(app: App, viewer: Viewer, bulk: Bulk, from: number, until: number): Promise<void> {
  const deed = {
    viewer,
    command: 'seedPeople',
    reason: `Numbers ${from + 1} to ${until}`,
    timeoutMilliseconds: minutesAtOnce * 60_000,
  };
  await operate(app, deed, async ({ tx }) => {
    const ids = await tx.$queryRaw<{ person: string; employee: string }[]>`
      select uuid7()::text as person, uuid7()::text as employee from generate_series(1, ${until - from}::int)`;
    // In order, so that those who lead a team are known before it.
    bulk.employeeIds.length = from;
    bulk.employeeIds.push(...ids.map(({ employee }) => employee));
    const rows = ids.map(({ person, employee }, index) => rowsOf(bulk, from + index, person, employee));
    await tx.person.createMany({ data: rows.map((each) => each.person) });
    await tx.employee.createMany({ data: rows.map((each) => each.employee) });
    await tx.assignment.createMany({ data: rows.map((each) => each.assignment) });
    await tx.compensation.createMany({ data: rows.flatMap((each) => each.compensations) });
  });
}

/**
 * Adds a company with so many people, each with an assignment, three pays, a department, a position and a manager. The
 * same number makes the same people; only their ids differ. Throws in production.
 */
export async function seedPeople(
  app: App,
  viewer: Viewer,
  count: number,
  progress: (done: number) => void,
): Promise<string> {
  if (app.env.nodeEnv === 'production') throw new Error('Made-up people are never put into production.');
  const now = new Date();
  const ground = await prepare(app, viewer, count);
  const bulk: Bulk = { ground, chance: chanceFrom(seed), today: dayOf(now), now, taken: new Set(), employeeIds: [] };
  for (let from = 0; from < count; from += peopleAtOnce) {
    const until = Math.min(count, from + peopleAtOnce);
    await writeChunk(app, viewer, bulk, from, until);
    progress(until);
  }
  return ground.code;
}
