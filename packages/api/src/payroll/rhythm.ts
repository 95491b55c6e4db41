import { COUNTRY_PACKS, type CountryPack, type PayRhythm } from '@kontor/core';
import type { PaySchedule } from '../generated/prisma/client.ts';
import { dayOrNull } from '../people/index.ts';
import { Refused } from '../write/operation.ts';

/** What the periods of a schedule follow from. */
export const rhythmOf = (schedule: PaySchedule): PayRhythm => ({
  frequency: schedule.frequency,
  payDay: schedule.payDay,
  anchorOn: dayOrNull(schedule.anchorOn),
  inputsDaysBefore: schedule.inputsDaysBefore,
  approvalDaysBefore: schedule.approvalDaysBefore,
});

/** The pack of a schedule; refuses one that this version of Kontor does not have. */
export function packOf(schedule: { readonly pack: string }): CountryPack {
  const pack = COUNTRY_PACKS.get(schedule.pack);
  if (pack) return pack;
  throw new Refused([{ code: 'PACK_UNKNOWN', message: `There is no country pack ${schedule.pack}.`, path: [] }]);
}
