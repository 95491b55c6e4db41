import type { EmployeeImportField, ImportColumn, ImportRow } from '@kontor/core';
import { type Condition, decisionsFor } from '../../policy/decide.ts';
import type { CommandName } from '../../policy/index.ts';
import type { Viewer } from '../../viewer.ts';
import type { Fault } from './import-request.ts';

/** What writing a column takes: the right to write a field, or to run the commands that would write it by hand. */
type Right =
  | { readonly entity: 'Employee' | 'Person'; readonly field: string }
  | { readonly commands: readonly CommandName[] };

const placing: Right = { commands: ['hireEmployee', 'changePosition'] };

const rights: Readonly<Record<EmployeeImportField, Right>> = {
  employeeNumber: { entity: 'Employee', field: 'employeeNumber' },
  firstName: { entity: 'Person', field: 'firstName' },
  lastName: { entity: 'Person', field: 'lastName' },
  workEmail: { entity: 'Employee', field: 'workEmail' },
  workPhone: { entity: 'Employee', field: 'workPhone' },
  departmentCode: placing,
  departmentName: placing,
  positionCode: placing,
  positionTitle: placing,
  managerNumber: placing,
  managerEmail: placing,
  startOn: { entity: 'Employee', field: 'startOn' },
  endOn: { entity: 'Employee', field: 'endOn' },
  contractType: { entity: 'Employee', field: 'contractType' },
  fte: placing,
  salary: { commands: ['hireEmployee', 'proposePay'] },
  salaryCurrencyCode: { commands: ['hireEmployee', 'proposePay'] },
  nationalId: { entity: 'Person', field: 'nationalId' },
  birthOn: { entity: 'Person', field: 'birthOn' },
  street: { entity: 'Person', field: 'homeStreet' },
  postalCode: { entity: 'Person', field: 'homePostalCode' },
  city: { entity: 'Person', field: 'homeCity' },
  country: { entity: 'Person', field: 'homeCountry' },
  iban: { entity: 'Person', field: 'iban' },
  bic: { entity: 'Person', field: 'bic' },
};

const reaches = ({ all }: Condition, companyId: string): boolean => all === 'every' || all.includes(companyId);

/** Whether this viewer may import employees into a company at all. */
export function mayImport(viewer: Viewer, companyId: string): boolean {
  const decisions = decisionsFor(viewer);
  return [decisions.of('Employee').create, decisions.command('hireEmployee')].every((each) => reaches(each, companyId));
}

/** Whether this viewer may make departments and positions in a company. */
export function mayMakeSeats(viewer: Viewer, companyId: string): boolean {
  const decisions = decisionsFor(viewer);
  const seat = decisions.of('Position').write('budgetedFte');
  return [decisions.of('Department').create, decisions.of('Position').create, seat].every((each) =>
    reaches(each, companyId),
  );
}

function mayWrite(viewer: Viewer, companyId: string, field: EmployeeImportField): boolean {
  const right = rights[field];
  const decisions = decisionsFor(viewer);
  if ('commands' in right) return right.commands.every((name) => reaches(decisions.command(name), companyId));
  return reaches(decisions.of(right.entity).write(right.field), companyId);
}

/** Columns with values that this viewer may not write, each told at its header. */
export function forbiddenColumns(
  viewer: Viewer,
  companyId: string,
  columns: readonly ImportColumn[],
  rows: readonly ImportRow[],
  line: number,
): Fault[] {
  return columns.flatMap(({ index, header, field }): Fault[] => {
    if (field === null || mayWrite(viewer, companyId, field)) return [];
    if (!rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')) return [];
    const message = 'Leave this column out: you may not write what it holds.';
    return [{ line, column: header, field, code: 'COLUMN_FORBIDDEN', message }];
  });
}
