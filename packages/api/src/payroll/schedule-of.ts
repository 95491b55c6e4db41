import { COUNTRY_PACKS, type CountryPack } from '@kontor/core';
import type { Transaction } from '../write/operation.ts';

/** The pack that a company pays by; null where payroll is not set up. All schedules of a company are of one pack. */
export async function packOfCompany(tx: Transaction, companyId: string): Promise<CountryPack | null> {
  const schedule = await tx.paySchedule.findFirst({ where: { companyId, active: true }, orderBy: { code: 'asc' } });
  return schedule ? (COUNTRY_PACKS.get(schedule.pack) ?? null) : null;
}
