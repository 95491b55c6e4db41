import { normalSideOf, unwrap } from '@kontor/core';
import type { Transaction } from '../../write/operation.ts';
import { addFiscalYear } from '../add-fiscal-year.ts';
import { type Facts, loadFacts } from './facts.ts';
import { dimensionOf, KIND_OF } from './file-numbers.ts';
import type { Plan } from './plan.ts';

/** Everything that lines refer to, by what files call it. */
export interface Registers {
  readonly companyId: string;
  readonly accountId: (code: string) => string;
  readonly periodOf: (day: string) => Facts['periods'][number];
  readonly dimensionId: (number: string) => string;
  readonly objectId: (number: string, code: string) => string;
}

/** Makes the years, accounts, dimensions and objects that a file needs and the books lack. */
export async function writeRegisters(tx: Transaction, facts: Facts, plan: Plan): Promise<Registers> {
  const companyId = facts.company.id;
  for (const { startsOn, endsOn } of plan.years) unwrap(await addFiscalYear(tx, companyId, startsOn, endsOn));
  await tx.account.createMany({
    data: plan.accounts.map((account) => ({ ...account, companyId, normalSide: normalSideOf(account.type) })),
  });
  await tx.dimension.createMany({
    data: plan.dimensions.map(({ number, name }) => ({
      companyId,
      code: number,
      name,
      kind: KIND_OF[number] ?? 'OTHER',
    })),
  });
  const withDimensions = await loadFacts(tx, companyId);
  await tx.dimensionObject.createMany({
    data: plan.objects.map(({ dimension, code, name }) => ({
      companyId,
      dimensionId: found(dimensionOf(withDimensions, dimension), dimension).id,
      code,
      name,
    })),
  });
  return registersOf(await loadFacts(tx, companyId));
}

function registersOf(facts: Facts): Registers {
  const periods = new Map<string, Facts['periods'][number]>();
  const objects = new Map(facts.objects.map(({ id, dimensionId, code }) => [`${dimensionId} ${code}`, id]));
  const dimensionId = (number: string) => found(dimensionOf(facts, number), number).id;
  return {
    companyId: facts.company.id,
    accountId: (code) => found(facts.accounts.get(code), code).id,
    periodOf: (day) => {
      const known = periods.get(day) ?? facts.periods.find((each) => each.startsOn <= day && day <= each.endsOn);
      const period = found(known, day);
      periods.set(day, period);
      return period;
    },
    dimensionId,
    objectId: (number, code) => found(objects.get(`${dimensionId(number)} ${code}`), `${number}:${code}`),
  };
}

/** What the plan has made sure of. */
function found<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`The books have no ${name} after it was made.`);
  return value;
}
