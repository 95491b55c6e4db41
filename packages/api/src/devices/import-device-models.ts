import { createHash } from 'node:crypto';
import path from 'node:path';
import type { DeviceModelRecord } from '@kontor/core';
import type { App } from '../app.ts';
import type { GraphField } from '../catalogue.ts';
import { workspaceRoot } from '../env.ts';
import { forbidden } from '../errors.ts';
import { type Condition, type Decision, decisionsFor } from '../policy/decide.ts';
import type { Viewer } from '../viewer.ts';
import { bulkMilliseconds } from '../write/bulk.ts';
import { type Operating, operate } from '../write/operation.ts';
import { deviceModelFiles, readDeviceModelFile } from './device-model-file.ts';
import { foreseeDeviceModel, type ModelChange, writeDeviceModel } from './write-device-model.ts';

/** The models that ship with Kontor. */
export const shippedDeviceModels = path.join(workspaceRoot, 'packages/api/data/device-models');

export interface DeviceModelImportOptions {
  /** Folder below which every YAML file is a model. */
  readonly folder: string;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  /** Called after each file. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of each file: counted, and named where it was refused. */
export interface DeviceModelImport extends Readonly<Record<ModelChange, number>> {
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
  /** The record of the import; null where nothing was to be written. */
  readonly batchId: string | null;
}

const written: readonly GraphField<'DeviceModel'>[] = [
  'manufacturer',
  'name',
  'kind',
  'partNumber',
  'rackUnits',
  'isFullDepth',
  'weightKg',
  'airflow',
  'comments',
  'consolePorts',
  'powerPorts',
];
const writtenOfInterface: readonly GraphField<'DeviceModelInterface'>[] = [
  'deviceModel',
  'ordinal',
  'name',
  'type',
  'managementOnly',
  'poeMode',
  'poeType',
];

/** Models belong to no company: a right to write them anywhere is one to write them. */
const reaches = ({ all }: Condition): boolean => all === 'every' || all.length > 0;

/** Throws FORBIDDEN for a viewer who may not write models. */
export function requireRights(viewer: Viewer): void {
  const decisions = decisionsFor(viewer);
  const writes = (decision: Decision, fields: readonly string[]) =>
    reaches(decision.create) && fields.every((field) => reaches(decision.write(field)));
  const may =
    writes(decisions.of('Manufacturer'), ['name']) &&
    writes(decisions.of('DeviceModel'), written) &&
    writes(decisions.of('DeviceModelInterface'), writtenOfInterface);
  if (!may) throw forbidden('You may not write device models.');
}

/**
 * Imports every model below a folder in one operation, which the record of the import names, so that it can be taken back
 * whole. A file that cannot be used is reported and stops no other; a model that is there already and the same is left alone.
 * Throws FORBIDDEN for a viewer who may not write models, and BAD_INPUT for a folder that cannot be used.
 */
export async function importDeviceModels(
  app: App,
  viewer: Viewer,
  { folder, dryRun = false, onProgress }: DeviceModelImportOptions,
): Promise<DeviceModelImport> {
  requireRights(viewer);
  const files = await deviceModelFiles(folder);
  const read = (write: WriteModel) => readAll(folder, files, write, onProgress);
  if (dryRun) {
    const { hash: _, ...counted } = await read((model) => foreseeDeviceModel(app.prisma, model));
    return { ...counted, batchId: null };
  }
  const deed = { viewer, command: 'importDeviceModels', timeoutMilliseconds: bulkMilliseconds };
  return operate(app, deed, async (operating) => {
    const { tx } = operating;
    const { hash, ...counted } = await read(async (model) => {
      const foreseen = await foreseeDeviceModel(tx, model);
      return foreseen === 'unchanged' ? foreseen : writeDeviceModel(tx, model);
    });
    return { ...counted, batchId: await record(operating, viewer, folder, hash, counted) };
  });
}

type WriteModel = (model: DeviceModelRecord) => Promise<ModelChange>;

/** Every file, read and written in turn. */
async function readAll(
  folder: string,
  files: readonly string[],
  write: WriteModel,
  onProgress: DeviceModelImportOptions['onProgress'],
): Promise<Omit<DeviceModelImport, 'batchId'> & { readonly hash: Buffer }> {
  const hash = createHash('sha256');
  const counts: Record<ModelChange, number> = { created: 0, updated: 0, unchanged: 0 };
  const refused: { file: string; reason: string }[] = [];
  const seen = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const { content, model, fault } = await readDeviceModelFile(path.join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
    const reason = fault ?? sameModel(seen, model, file);
    if (reason === null && model) counts[await write(model)] += 1;
    else refused.push({ file, reason: reason ?? '' });
    onProgress?.(index + 1, files.length);
  }
  return { ...counts, refused, hash: hash.digest() };
}

/** Two files of one model would take turns in overwriting each other. */
function sameModel(seen: Map<string, string>, model: DeviceModelRecord | null, file: string): string | null {
  if (!model) return null;
  const key = `${model.manufacturer}\0${model.model}`;
  const other = seen.get(key);
  seen.set(key, other ?? file);
  return other === undefined ? null : `${other} is of the same model, ${model.manufacturer} ${model.model}`;
}

async function record(
  { tx, operationId }: Operating,
  viewer: Viewer,
  folder: string,
  fileHash: Buffer,
  { created, updated, unchanged, refused }: Omit<DeviceModelImport, 'batchId'>,
): Promise<string> {
  const batch = await tx.importBatch.create({
    data: {
      subject: 'device models',
      fileName: path.basename(path.resolve(folder)).slice(-300),
      fileHash: new Uint8Array(fileHash),
      status: 'COMMITTED',
      rowCount: created + updated + unchanged + refused.length,
      createdCount: created,
      updatedCount: updated,
      unchangedCount: unchanged,
      faultCount: refused.length,
      createdById: viewer.userId,
      operationId,
    },
  });
  return batch.id;
}
