import {
  type CalendarDate,
  type NationalId,
  parseNationalId,
  parsePersonName,
  parsePostalCode,
  type Rejection,
  type Result,
} from '@kontor/core';
import { type InputOf, input, optional } from '../write/input.ts';
import { dateOrNull } from './day.ts';
import { rejection } from './rejection.ts';

/** What a hire may tell of a person who is not known yet. */
export const newPersonInput = {
  firstName: optional(input.text('Given name, where the person is new.', { maxLength: 100 })),
  lastName: optional(input.text('Family name, where the person is new.', { maxLength: 100 })),
  nationalId: optional(
    input.text('National identity number, as the country of the company has them.', { maxLength: 40 }),
  ),
  birthOn: optional(input.date('Date of birth. Left out: the one that the identity number tells.')),
  nationality: optional(input.text('Nationality, two letters of ISO 3166-1.', { format: 'country', maxLength: 2 })),
  workPermitUntilOn: optional(input.date('Last day on which the residence or work permit is valid.')),
  homeStreet: optional(input.text('Home address: street and number.', { maxLength: 200 })),
  homePostalCode: optional(input.text('Home address: postal code.', { maxLength: 20 })),
  homeCity: optional(input.text('Home address: town or city.', { maxLength: 100 })),
  homeCountry: optional(
    input.text('Home address: country, two letters of ISO 3166-1.', { format: 'country', maxLength: 2 }),
  ),
  privatePhone: optional(
    input.text('Private telephone number, with the country code.', { format: 'phone', maxLength: 40 }),
  ),
  privateEmail: optional(input.text('Private mail address.', { format: 'email', maxLength: 254 })),
  emergencyName: optional(input.text('Name of the person to call in an emergency.', { maxLength: 200 })),
  emergencyPhone: optional(input.text('Telephone number to call in an emergency.', { format: 'phone', maxLength: 40 })),
  emergencyRelationship: optional(input.text('What the emergency contact is to the person.', { maxLength: 100 })),
};

type Given = InputOf<typeof newPersonInput>;

const names = Object.keys(newPersonInput) as (keyof Given)[];

/** The part of an input that tells of a new person. */
export const ofNewPerson = (given: Given): Given =>
  Object.fromEntries(names.map((name) => [name, given[name]])) as unknown as Given;

/** Faults of telling about a person who is known already: their data are changed on their own record. */
export const faultsOfKnownPerson = (given: Given): Rejection[] =>
  names
    .filter((name) => given[name] !== null)
    .map((name) => rejection('PERSON_KNOWN', "Leave this out, and change it on the person's own record.", name));

interface Place {
  /** Country of the company, for identity numbers and where no home country is given. */
  readonly country: string;
  readonly today: CalendarDate;
}

function faultsOfBirth(birthOn: string | null, nationalId: NationalId | null, today: CalendarDate): Rejection[] {
  if (birthOn === null) return [];
  if (birthOn >= today) return [rejection('BIRTH_DATE_AHEAD', 'Give a day in the past.', 'birthOn')];
  const told = nationalId?.birthOn ?? birthOn;
  return told === birthOn ? [] : [rejection('BIRTH_DATE_DIFFERS', `The identity number tells ${told}.`, 'birthOn')];
}

const readOr = <T>(result: Result<T> | null, faults: Rejection[]): T | null => {
  if (result === null) return null;
  if (result.ok) return result.value;
  faults.push(...result.rejections);
  return null;
};

/** The row of a new person, or everything that is wrong with what was given. */
export function readNewPerson(given: Given, { country, today }: Place) {
  const faults: Rejection[] = [];
  const { firstName, lastName, nationalId, birthOn, homePostalCode, homeCountry, workPermitUntilOn } = given;
  const first = readOr(parsePersonName(firstName ?? '', ['firstName']), faults);
  const last = readOr(parsePersonName(lastName ?? '', ['lastName']), faults);
  const id = readOr(nationalId === null ? null : parseNationalId(nationalId, country, today, ['nationalId']), faults);
  const postalCode = readOr(
    homePostalCode === null ? null : parsePostalCode(homePostalCode, homeCountry ?? country, ['homePostalCode']),
    faults,
  );
  faults.push(...faultsOfBirth(birthOn, id, today));
  if (faults.length > 0 || first === null || last === null) return { faults, data: null };
  return {
    faults,
    data: {
      ...given,
      firstName: first,
      lastName: last,
      nationalId: id?.value ?? null,
      homePostalCode: postalCode,
      birthOn: dateOrNull(birthOn ?? id?.birthOn ?? null),
      workPermitUntilOn: dateOrNull(workPermitUntilOn),
    },
  };
}
