import { COUNTRY_PACKS, type CountryPack, type PayRhythm } from '@kontor/core';
import type { PaySchedule } from '../generated/prisma/client.ts';
import { dayOrNull } from '../people/day.ts';

/** What the periods of a schedule follow from. */
export const rhythmOf = (schedule: PaySchedule): PayRhythm => ({
  frequency: schedule.frequency,
  payDay: schedule.payDay,
  anchorOn: dayOrNull(schedule.anchorOn),
  inputsDaysBefore: schedule.inputsDaysBefore,
  approvalDaysBefore: schedule.approvalDaysBefore,
});

/** The pack of a schedule. A pack that was shipped once stays. */
export function packOf(schedule: { readonly pack: string }): CountryPack {
  const pack = COUNTRY_PACKS.get(schedule.pack);
  if (!pack) throw new Error(`There is no country pack ${schedule.pack}`);
  return pack;
}
