import {
  comparable,
  EMPLOYEE_IMPORT_FIELDS,
  type EmployeeImportField,
  type ImportColumn,
  REQUIRED_FIELDS,
} from '@kontor/core';
import { entityNamed, type Language, languages, type Translations } from '../../entity.ts';
import { fieldLabel } from '../../meta/field-label.ts';
import type { ImportAnswer } from './import-request.ts';

/** Where the graph has the same field, its label is the same too. */
const graphFields: Readonly<Partial<Record<EmployeeImportField, readonly ['Employee' | 'Person', string]>>> = {
  employeeNumber: ['Employee', 'employeeNumber'],
  firstName: ['Person', 'firstName'],
  lastName: ['Person', 'lastName'],
  workEmail: ['Employee', 'workEmail'],
  workPhone: ['Employee', 'workPhone'],
  startOn: ['Employee', 'startOn'],
  endOn: ['Employee', 'endOn'],
  contractType: ['Employee', 'contractType'],
  fte: ['Employee', 'fte'],
  salary: ['Employee', 'salary'],
  salaryCurrencyCode: ['Employee', 'salaryCurrencyCode'],
  nationalId: ['Person', 'nationalId'],
  birthOn: ['Person', 'birthOn'],
  street: ['Person', 'homeStreet'],
  postalCode: ['Person', 'homePostalCode'],
  city: ['Person', 'homeCity'],
  country: ['Person', 'homeCountry'],
  iban: ['Person', 'iban'],
  bic: ['Person', 'bic'],
};

const others: Readonly<Partial<Record<EmployeeImportField, Translations>>> = {
  departmentCode: {
    en: 'Department code',
    sv: 'Avdelningskod',
    de: 'Abteilungskürzel',
    hu: 'Osztály kódja',
    sl: 'Šifra oddelka',
  },
  departmentName: { en: 'Department', sv: 'Avdelning', de: 'Abteilung', hu: 'Osztály', sl: 'Oddelek' },
  positionCode: {
    en: 'Position code',
    sv: 'Befattningskod',
    de: 'Planstellennummer',
    hu: 'Munkakör kódja',
    sl: 'Šifra delovnega mesta',
  },
  positionTitle: { en: 'Position', sv: 'Befattning', de: 'Planstelle', hu: 'Munkakör', sl: 'Delovno mesto' },
  managerNumber: {
    en: 'Manager’s number',
    sv: 'Chefens anställningsnummer',
    de: 'Personalnummer der vorgesetzten Person',
    hu: 'Vezető törzsszáma',
    sl: 'Številka vodje',
  },
  managerEmail: {
    en: 'Manager’s mail address',
    sv: 'Chefens e-postadress',
    de: 'E-Mail-Adresse der vorgesetzten Person',
    hu: 'Vezető e-mail-címe',
    sl: 'E-poštni naslov vodje',
  },
};

/** Every field that a column can hold, named in the viewer's language. */
export function importFields(language: Language): ImportAnswer['fields'] {
  return EMPLOYEE_IMPORT_FIELDS.map((name) => {
    const [entity, field] = graphFields[name] ?? [];
    const label =
      entity && field ? fieldLabel(entityNamed(entity), field, language) : (others[name]?.[language] ?? name);
    return { name, label, required: REQUIRED_FIELDS.includes(name) };
  });
}

let fieldByLabel: ReadonlyMap<string, EmployeeImportField> | null = null;

/** The columns with the labels that our own exports and pages have, in any of our languages, taken for what they name. */
export function knowOwnLabels(columns: readonly ImportColumn[]): readonly ImportColumn[] {
  fieldByLabel ??= new Map(
    languages.flatMap((language) =>
      importFields(language).map(({ name, label }) => [comparable(label), name] as const),
    ),
  );
  const taken = new Set(columns.map(({ field }) => field));
  return columns.map((column) => {
    const field = column.field ?? fieldByLabel?.get(comparable(column.header)) ?? null;
    if (column.field !== null || field === null || taken.has(field)) return column;
    taken.add(field);
    return { ...column, field };
  });
}
