import {
  type CalendarDate,
  calendarDate,
  decimal,
  type HireChanges,
  type HireRequest,
  hire,
  type Rejection,
  today,
} from '@kontor/core';
import { type CommandContext, command, done, refused } from '../command.ts';
import type { Company, Prisma } from '../generated/prisma/client.ts';
import { look } from '../read/look.ts';
import { type InputOf, input, optional } from '../write/input.ts';
import { actorOf } from './actor.ts';
import { refreshEmployee } from './current-values.ts';
import { dateOf, dateOrNull, dayOf, dayOrNull } from './day.ts';
import { nextEmployeeNumber } from './employee-number.ts';
import { managerFacts } from './manager.ts';
import { faultsOfKnownPerson, newPersonInput, ofNewPerson, readNewPerson } from './new-person.ts';
import { minorUnitOf } from './pay-facts.ts';
import { atInputs, rejection } from './rejection.ts';
import { lockSeat, moveSeats } from './seat.ts';

const fields = {
  companyId: input.id('Company', 'Company that hires.'),
  personId: optional(input.id('Person', 'Who is hired, where the person is known already.')),
  ...newPersonInput,
  employeeNumber: optional(
    input.text('Number of the employment. Left out: the next free one of the company.', { maxLength: 20 }),
  ),
  positionId: input.id('Position', 'Seat that is filled. It has room on every day of the employment.'),
  departmentId: optional(input.id('Department', 'Department. Left out: that of the position.')),
  managerId: optional(input.id('Employee', 'Manager. Left out: none.')),
  siteId: optional(input.id('Site', 'Place of work.')),
  startOn: input.date('First day of the employment.'),
  endOn: optional(input.date('Last day, where the contract has one.')),
  contractType: input.choice('ContractType', 'Kind of contract.'),
  fte: input.decimal('Part of full time, 1 being full time.', { scale: 3 }),
  salary: input.decimal('Pay for the pay period, before tax.', { scale: 4, currency: 'currencyCode' }),
  currencyCode: input.text('Currency of the pay, three letters of ISO 4217.', {
    entity: 'Currency',
    maxLength: 3,
    defaultFrom: 'companyId.baseCurrencyCode',
  }),
  payPeriod: input.choice('PayPeriod', 'Period that the pay is for.'),
  workEmail: optional(input.text('Mail address at work.', { format: 'email', maxLength: 254 })),
  workPhone: optional(
    input.text('Telephone number at work, with the country code.', { format: 'phone', maxLength: 40 }),
  ),
  taxCode: optional(input.text('Tax code or tax table, as the authority gave it.', { maxLength: 20 })),
  taxDependants: optional(input.integer('Number of dependants declared for tax.', { minimum: '0', maximum: '100' })),
  isConcurrent: optional(input.boolean('Whether this is a second contract beside a running one of the same company.')),
};

type Given = InputOf<typeof fields>;

/** Where the core's rejections stand in this flat input. */
const inputs = {
  'salary.amount': 'salary',
  'salary.currencyCode': 'currencyCode',
  'salary.payPeriod': 'payPeriod',
  '': 'companyId',
};

/** Who is to be hired: a known person with their employments in the company, or the row of a new one. */
interface Candidate {
  readonly faults: readonly Rejection[];
  readonly data: Prisma.PersonCreateInput | null;
  readonly person: Parameters<typeof hire>[0]['person'];
}

const stranger: Candidate['person'] = { id: '', active: true, employments: [] };

async function knownPerson(given: Given, personId: string, { tx }: CommandContext): Promise<Candidate> {
  await tx.$queryRaw`select id::text from person where id = ${personId}::uuid for no key update`;
  const { id, active, employees } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: { employees: { where: { companyId: given.companyId, cancelledOn: null } } },
  });
  const employments = employees.map((row) => ({ startOn: dayOf(row.startOn), endOn: dayOrNull(row.endOn) }));
  return { faults: faultsOfKnownPerson(ofNewPerson(given)), data: null, person: { id, active, employments } };
}

async function newPerson(
  given: Given,
  company: Company,
  day: CalendarDate,
  { tx, viewer }: CommandContext,
): Promise<Candidate> {
  if (given.firstName === null && given.lastName === null)
    return {
      faults: [
        rejection('PERSON_MISSING', 'Choose a person, or give the first and last name of a new one.', 'personId'),
      ],
      data: null,
      person: stranger,
    };
  const { faults, data } = readNewPerson(ofNewPerson(given), { country: company.country, today: day });
  const twins = data?.nationalId ? await tx.person.findMany({ where: { nationalId: data.nationalId } }) : [];
  for (const twin of twins)
    if (await look(tx, viewer, 'Person', twin.id))
      faults.push(
        rejection(
          'PERSON_EXISTS',
          `${twin.firstName} ${twin.lastName} has this number: choose them instead.`,
          'nationalId',
        ),
      );
  return { faults, data, person: stranger };
}

const requestOf = (given: Given): HireRequest => ({
  startOn: calendarDate(given.startOn),
  endOn: given.endOn === null ? null : calendarDate(given.endOn),
  contractType: given.contractType as HireRequest['contractType'],
  fte: decimal(given.fte),
  managerId: given.managerId,
  salary: {
    amount: decimal(given.salary),
    currencyCode: given.currencyCode,
    payPeriod: given.payPeriod as HireRequest['salary']['payPeriod'],
  },
  isConcurrent: given.isConcurrent === true,
});

/** The rows of the hire, in one go: employment, first assignment and pay in force. */
async function write(
  given: Given,
  personId: string,
  changes: HireChanges,
  { tx, viewer, now }: CommandContext,
): Promise<string> {
  const { companyId, siteId, workEmail, workPhone, taxCode, taxDependants } = given;
  const { assignment, compensation, employment } = changes;
  const next = await nextEmployeeNumber(tx, companyId);
  const dates = { startOn: dateOf(employment.startOn), endOn: dateOrNull(employment.endOn) };
  const { contractType, status } = employment;
  const employee = await tx.employee.create({
    data: {
      companyId,
      personId,
      siteId,
      workEmail,
      workPhone,
      taxCode,
      taxDependants,
      contractType,
      status,
      ...dates,
      employeeNumber: given.employeeNumber ?? next,
    },
  });
  const row = { companyId, employeeId: employee.id };
  const departmentId = given.departmentId ?? assignment.departmentId;
  await tx.assignment.create({ data: { ...assignment, ...row, ...dates, departmentId } });
  await tx.compensation.create({
    data: { ...compensation, ...row, ...dates, decidedById: viewer.userId, decidedAt: now },
  });
  await moveSeats(tx, [changes.positionMove]);
  return employee.id;
}

export const hireEmployee = command('hireEmployee', {
  entity: 'Employee',
  company: 'companyId',
  idempotent: true,
  title: { en: 'Hire', sv: 'Anställ', de: 'Einstellen', hu: 'Felvétel', sl: 'Zaposli' },
  description: 'Hires a person, new or known, into a seat: employment, assignment and pay begin together.',
  input: fields,
  run: async (given, context) => {
    const { tx, viewer, now } = context;
    const company = await tx.company.findUniqueOrThrow({ where: { id: given.companyId } });
    const day = today(now, company.timeZone);
    const { personId } = given;
    const candidate = await (personId === null
      ? newPerson(given, company, day, context)
      : knownPerson(given, personId, context));
    const decided = hire(
      {
        today: day,
        actor: actorOf(viewer),
        person: candidate.person,
        company,
        position: await lockSeat(tx, given.positionId),
        manager: await managerFacts(tx, given.managerId),
        minorUnit: await minorUnitOf(tx, given.currencyCode),
      },
      requestOf(given),
    );
    const faults = [...candidate.faults, ...(decided.ok ? [] : atInputs(decided.rejections, inputs))];
    if (!decided.ok || faults.length > 0) return refused(...faults);
    const hired = personId ?? (await tx.person.create({ data: candidate.data as Prisma.PersonCreateInput })).id;
    const employeeId = await write(given, hired, decided.value, context);
    await refreshEmployee(tx, employeeId, day);
    return done(employeeId);
  },
});
