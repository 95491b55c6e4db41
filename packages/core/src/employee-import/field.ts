/** What a column of an employee file can hold. */
export const EMPLOYEE_IMPORT_FIELDS = [
  'employeeNumber',
  'firstName',
  'lastName',
  'workEmail',
  'workPhone',
  'departmentCode',
  'departmentName',
  'positionCode',
  'positionTitle',
  'managerNumber',
  'managerEmail',
  'startOn',
  'endOn',
  'contractType',
  'fte',
  'salary',
  'salaryCurrencyCode',
  'nationalId',
  'birthOn',
  'street',
  'postalCode',
  'city',
  'country',
  'iban',
  'bic',
] as const;

/** A field of an employee file. */
export type EmployeeImportField = (typeof EMPLOYEE_IMPORT_FIELDS)[number];

/** Fields without which a row cannot become an employee. */
export const REQUIRED_FIELDS: readonly EmployeeImportField[] = ['employeeNumber', 'firstName', 'lastName', 'startOn'];

/** Whether a text names a field. */
export function isEmployeeImportField(text: string): text is EmployeeImportField {
  return EMPLOYEE_IMPORT_FIELDS.some((field) => field === text);
}
