import { entity } from '../entity.ts';

export const Employee = entity('Employee', {
  kind: 'document',
  title: {
    en: ['Employee', 'Employees'],
    sv: ['Anställd', 'Anställda'],
    de: ['Mitarbeiter', 'Mitarbeiter'],
    hu: ['Munkavállaló', 'Munkavállalók'],
    sl: ['Zaposleni', 'Zaposleni'],
  },
  prominent: true,
  label: ['firstName', 'lastName'],
  search: ['firstName', 'lastName', 'employeeNumber', 'workEmail'],
  columns: ['lastName', 'firstName', 'employeeNumber', 'department', 'position', 'manager', 'status', 'startOn'],
  order: ['lastName', 'firstName'],
  write: ['employeeNumber', 'workEmail', 'workPhone', 'site', 'contractType', 'taxCode', 'taxDependants'],
  checks: {
    workEmail: { format: 'email' },
    workPhone: { format: 'phone' },
    taxDependants: { minimum: '0' },
    salary: { currency: 'salaryCurrencyCode' },
  },
  tree: 'manager',
  importable: true,
});
