import { parsePostalCode } from '@kontor/core';
import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { faultsOfProposal } from './change-input.ts';

export const proposeHomeChange = command('proposeHomeChange', {
  entity: 'Person',
  record: 'personId',
  title: {
    en: 'Report a new address',
    sv: 'Anmäl ny adress',
    de: 'Neue Adresse melden',
    hu: 'Új cím bejelentése',
    sl: 'Sporoči nov naslov',
  },
  description:
    'Proposes a change to your own home address and private contact. HR decides. What is left out stays as it is.',
  input: {
    personId: input.id('Person', 'Yourself.'),
    street: optional(input.text('New street and number.', { maxLength: 200, defaultFrom: 'homeStreet' })),
    postalCode: optional(input.text('New postal code.', { maxLength: 20, defaultFrom: 'homePostalCode' })),
    city: optional(input.text('New town or city.', { maxLength: 100, defaultFrom: 'homeCity' })),
    country: optional(
      input.text('New country, two letters of ISO 3166-1.', {
        format: 'country',
        maxLength: 2,
        defaultFrom: 'homeCountry',
      }),
    ),
    privatePhone: optional(
      input.text('New private telephone number.', { format: 'phone', maxLength: 40, defaultFrom: 'privatePhone' }),
    ),
    privateEmail: optional(
      input.text('New private mail address.', { format: 'email', maxLength: 254, defaultFrom: 'privateEmail' }),
    ),
    note: optional(input.text('What HR should know.')),
  },
  run: async ({ personId, note, ...values }, { tx, viewer }) => {
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    const open = await tx.homeChange.count({ where: { personId, status: 'PROPOSED' } });
    const faults = faultsOfProposal(
      viewer,
      open > 0,
      Object.values(values).every((value) => value === null),
    );
    const country = values.country ?? person.homeCountry;
    const code =
      values.postalCode !== null && country ? parsePostalCode(values.postalCode, country, ['postalCode']) : null;
    if (code && !code.ok) faults.push(...code.rejections);
    const { userId } = viewer;
    if (faults.length > 0 || userId === null) return refused(...faults);
    const postalCode = code?.ok ? code.value : values.postalCode;
    await tx.homeChange.create({ data: { ...values, postalCode, note, personId, proposedById: userId } });
    return done(personId);
  },
});
