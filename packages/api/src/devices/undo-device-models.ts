import type { Rejection } from '@kontor/core';
import type { ImportBatch } from '../generated/prisma/client.ts';
import type { Viewer } from '../viewer.ts';
import { beginBulk, joiningMuch } from '../write/bulk.ts';
import type { Transaction } from '../write/operation.ts';
import { refusalsOfUndoing, remove } from '../write/undo.ts';
import { restore, tablesOf, writtenRows } from '../write/written-rows.ts';
import { requireRights } from './import-device-models.ts';

const tables = tablesOf.deviceModels;

/**
 * Takes back what an import of models wrote: what it changed is as before, and what it made is gone. Refused, with every
 * row named, where somebody has changed one since or has a device of what was made. Throws FORBIDDEN for a viewer who may
 * not write models.
 */
export async function undoDeviceModels(
  tx: Transaction,
  viewer: Viewer,
  { id, operationId }: ImportBatch,
): Promise<readonly Rejection[]> {
  requireRights(viewer);
  if (operationId === null) throw new Error(`the import ${id} names no operation`);
  await beginBulk(tx);
  const rows = await joiningMuch(tx, () => writtenRows(tx, operationId, tables));
  const refused = await refusalsOfUndoing(tx, rows, tables);
  if (refused.length > 0) return refused;
  await remove(tx, 'device_model_interface', rows);
  await joiningMuch(tx, () => restore(tx, operationId, rows, tables));
  for (const table of ['device_model', 'manufacturer'] as const) await remove(tx, table, rows);
  return [];
}
