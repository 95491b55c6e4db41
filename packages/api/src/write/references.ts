import { currencyFault, type Rejection } from '@kontor/core';
import type { EntityName } from '../catalogue.ts';
import { entityPolicies } from '../policy/index.ts';
import { look } from '../read/look.ts';
import type { Viewer } from '../viewer.ts';
import type { InputFields } from './input.ts';
import type { Transaction } from './operation.ts';
import { notInUse } from './violation.ts';

const ofCompany = (entity: EntityName): boolean => entity !== 'Company' && entityPolicies[entity].company !== null;

/**
 * Faults of what an input refers to: a record that this viewer does not see is not there, a record of another company is
 * not for this one, and what was taken out of use stays where it is (`known`) and is chosen for nothing new.
 */
export async function checkReferences(
  tx: Transaction,
  viewer: Viewer,
  fields: InputFields,
  value: Readonly<Record<string, unknown>>,
  companyId: string | null,
  known: Readonly<Record<string, unknown>> = {},
): Promise<Rejection[]> {
  const rejections: Rejection[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = value[name];
    if (field.kind !== 'id' || !field.entity || given === null || given === undefined) continue;
    for (const id of field.list ? (given as readonly string[]) : [given as string]) {
      const found = await look(tx, viewer, field.entity, id);
      if (!found) rejections.push({ code: 'NOT_FOUND', message: 'There is no such record.', path: [name] });
      else if (
        companyId !== null &&
        found.companyId !== null &&
        ofCompany(field.entity) &&
        found.companyId !== companyId
      )
        rejections.push({ code: 'WRONG_COMPANY', message: 'This belongs to another company.', path: [name] });
      else if (!found.active && known[name] !== id)
        rejections.push({ code: 'NOT_IN_USE', message: notInUse, path: [name] });
    }
  }
  return rejections;
}

const decimalsOf = (amount: string): number => amount.split('.')[1]?.replace(/0+$/, '').length ?? 0;

/**
 * Faults of amounts: a currency that is chosen is money and in use, and an amount has no more decimals than its currency.
 * What was in a currency before (`known`) stays in it.
 */
export async function checkMoney(
  tx: Transaction,
  fields: InputFields,
  value: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>> = {},
): Promise<Rejection[]> {
  const rejections: Rejection[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const given = value[name];
    if (typeof given !== 'string') continue;
    if (field.entity === 'Currency' && given !== known[name]) {
      const fault = currencyFault(given, await tx.currency.findUnique({ where: { code: given } }));
      if (fault) rejections.push({ ...fault, path: [name] });
    }
    const code = field.currency === undefined ? undefined : (value[field.currency] ?? known[field.currency]);
    if (typeof code !== 'string') continue;
    const unit = (await tx.currency.findUnique({ where: { code } }))?.minorUnit ?? null;
    if (unit !== null && decimalsOf(given) > unit)
      rejections.push({ code: 'MINOR_UNIT_EXCEEDED', message: `${code} has ${unit} decimals.`, path: [name] });
  }
  return rejections;
}
