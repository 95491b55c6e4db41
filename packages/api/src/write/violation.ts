import type { Rejection } from '@kontor/core';
import { type EntityName, models } from '../catalogue.ts';
import { decisionsFor, isNever } from '../policy/decide.ts';
import type { Viewer } from '../viewer.ts';
import { sqlStateOf } from './operation.ts';

interface Meaning {
  /** Input that the fault belongs to. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** What each rule that the database holds means to whoever broke it. Unique keys and references need no row here. */
const meanings: Readonly<Record<string, Meaning>> = {
  assignment_dates: { field: 'endOn', code: 'END_BEFORE_START', message: 'The end is before the start.' },
  assignment_fte: {
    field: 'fte',
    code: 'FTE_OUT_OF_RANGE',
    message: 'Full time is 1; use more than 0 and 1.5 at the most.',
  },
  assignment_no_overlap: {
    field: 'startOn',
    code: 'ASSIGNMENT_OVERLAPS',
    message: 'The employee has another assignment on these days.',
  },
  compensation_dates: { field: 'endOn', code: 'END_BEFORE_START', message: 'The end is before the start.' },
  compensation_amount: { field: 'amount', code: 'AMOUNT_NOT_POSITIVE', message: 'Pay is more than nothing.' },
  compensation_minor_unit: {
    field: 'amount',
    code: 'MINOR_UNIT_EXCEEDED',
    message: 'The amount has more decimals than its currency.',
  },
  compensation_no_overlap: {
    field: 'startOn',
    code: 'COMPENSATION_OVERLAPS',
    message: 'The employee has other pay on these days.',
  },
  compensation_two_people: {
    field: 'compensationId',
    code: 'SAME_PERSON',
    message: 'Somebody other than the proposer must decide.',
  },
  employee_dates: { field: 'endOn', code: 'END_BEFORE_START', message: 'The end is before the start.' },
  employee_fte: {
    field: 'fte',
    code: 'FTE_OUT_OF_RANGE',
    message: 'Full time is 1; use more than 0 and 1.5 at the most.',
  },
  employee_salary: { field: 'salary', code: 'AMOUNT_NOT_POSITIVE', message: 'Pay is more than nothing.' },
  employee_dependants: { field: 'taxDependants', code: 'TOO_SMALL', message: 'Use 0 at the least.' },
  employee_own_manager: { field: 'managerId', code: 'MANAGER_CYCLE', message: 'Nobody is their own manager.' },
  employee_manager_cycle: {
    field: 'managerId',
    code: 'MANAGER_CYCLE',
    message: 'The manager stands below this employee.',
  },
  assignment_manager_cycle: {
    field: 'managerId',
    code: 'MANAGER_CYCLE',
    message: 'The manager would stand below this employee on some day.',
  },
  department_parent_cycle: {
    field: 'parentId',
    code: 'DEPARTMENT_CYCLE',
    message: 'That department stands below this one.',
  },
  position_fte: { field: 'budgetedFte', code: 'FTE_OUT_OF_RANGE', message: 'Budget more than nothing.' },
  position_range: { field: 'payMaximum', code: 'RANGE_REVERSED', message: 'The highest pay is below the lowest.' },
  position_range_whole: {
    field: 'payMinimum',
    code: 'RANGE_INCOMPLETE',
    message: 'A pay range has a lowest and a highest pay, a currency and a period.',
  },
  position_minor_unit: {
    field: 'payMinimum',
    code: 'MINOR_UNIT_EXCEEDED',
    message: 'The amount has more decimals than its currency.',
  },
  device_holder: { field: 'employeeId', code: 'HOLDER_MISSING', message: 'A device that is handed out has a holder.' },
  device_cost: { field: 'purchaseCost', code: 'TOO_SMALL', message: 'Use 0 at the least.' },
  device_cost_whole: { field: 'purchaseCurrencyCode', code: 'CURRENCY_MISSING', message: 'A cost has a currency.' },
  device_minor_unit: {
    field: 'purchaseCost',
    code: 'MINOR_UNIT_EXCEEDED',
    message: 'The amount has more decimals than its currency.',
  },
  device_assignment_open_once: {
    field: 'deviceId',
    code: 'DEVICE_TAKEN',
    message: 'The device is with somebody, or kept for somebody.',
  },
  device_serial_once: {
    field: 'serialNumber',
    code: 'ALREADY_EXISTS',
    message: 'Another device of this model has this serial number.',
  },
  room_capacity: { field: 'capacity', code: 'TOO_SMALL', message: 'Use 0 at the least.' },
  role_grant_dates: { field: 'untilAt', code: 'END_BEFORE_START', message: 'The end is before the start.' },
  role_grant_own: {
    field: 'userId',
    code: 'OWN_GRANT',
    message: 'Nobody changes their own roles; ask another administrator.',
  },
  user_own_person: {
    field: 'personId',
    code: 'OWN_ACCOUNT',
    message: 'Nobody changes the person behind their own account; ask another administrator.',
  },
  user_own_active: {
    field: 'id',
    code: 'OWN_ACCOUNT',
    message: 'Nobody takes their own account out of use; ask another administrator.',
  },
  user_person_once: {
    field: 'personId',
    code: 'ALREADY_EXISTS',
    message: 'This person has another account that is in use.',
  },
  company_base_currency_code_fkey: {
    field: 'baseCurrencyCode',
    code: 'CURRENCY_UNKNOWN',
    message: 'There is no such currency in use.',
  },
  identity_provider_issuer: {
    field: 'issuer',
    code: 'ISSUER_INVALID',
    message: 'Use the address of the provider as it names itself, such as https://login.example.com.',
  },
  identity_provider_once: {
    field: 'clientId',
    code: 'ALREADY_EXISTS',
    message: 'This provider is in use under this name already.',
  },
  second_factor_rule_once: { field: 'role', code: 'ALREADY_EXISTS', message: 'There is a rule for this role already.' },
  group_mapping_once: { field: 'groupName', code: 'ALREADY_EXISTS', message: 'This group brings this role already.' },
  saved_view_name_once: {
    field: 'name',
    code: 'ALREADY_EXISTS',
    message: 'You have a view of this name for the list.',
  },
  role_grant_open_once: { field: 'role', code: 'ALREADY_EXISTS', message: 'The user holds this role already.' },
};

const constraintViolations = new Set(['23503', '23505', '23514', '23P01']);

/** The message of the database itself, however deep Prisma has wrapped it. */
function databaseMessage(error: unknown): string {
  return JSON.stringify(error, Object.getOwnPropertyNames(error as object)) + String((error as Error).message);
}

function constraintOf(error: unknown): string | null {
  const message = databaseMessage(error);
  const found = [/constraint \\*"([a-z0-9_]+)\\*"/, /"index":"([a-z0-9_]+)"/, /constraint: `([a-z0-9_]+)`/];
  return found.map((form) => form.exec(message)?.[1]).find((name) => name !== undefined) ?? null;
}

/** The last field of the unique key with this name, which is the one that people type. */
function uniqueField(entity: EntityName, constraint: string): string | null {
  const model = models[entity];
  const columns = constraint.replace(new RegExp(`^${model.table}_`), '').replace(/_key$/, '');
  return (
    Object.values(model.fields).find((field) => field.kind !== 'relation' && columns.endsWith(field.column))?.name ??
    null
  );
}

/**
 * The refusal that a violated constraint means; null for an error that is none. A field that the viewer may not read is
 * not named.
 */
export function violationOf(error: unknown, entity: EntityName, viewer: Viewer): Rejection | null {
  const state = sqlStateOf(error);
  if (!state || !constraintViolations.has(state)) return prismaUnique(error, entity, viewer);
  const constraint = constraintOf(error);
  const meaning = constraint === null ? undefined : meanings[constraint];
  if (meaning) return { code: meaning.code, message: meaning.message, path: [meaning.field] };
  if (state === '23505') return alreadyThere(entity, constraint && uniqueField(entity, constraint), viewer);
  if (state === '23503')
    return { code: 'NOT_FOUND', message: 'This refers to a record that does not exist.', path: [] };
  return { code: 'INVALID', message: 'The values do not go together.', path: [] };
}

/** Prisma keeps no state of a violated unique key, only a code of its own and a message that names the constraint. */
function prismaUnique(error: unknown, entity: EntityName, viewer: Viewer): Rejection | null {
  if ((error as { code?: unknown }).code !== 'P2002') return null;
  const constraint = constraintOf(error);
  const meaning = constraint === null ? undefined : meanings[constraint];
  if (meaning) return { code: meaning.code, message: meaning.message, path: [meaning.field] };
  return alreadyThere(entity, constraint && uniqueField(entity, constraint), viewer);
}

function alreadyThere(entity: EntityName, field: string | null, viewer: Viewer): Rejection {
  const readable =
    field !== null && field in models[entity].fields && !isNever(decisionsFor(viewer).of(entity).read(field));
  return { code: 'ALREADY_EXISTS', message: 'This is taken already.', path: readable ? [field] : [] };
}
