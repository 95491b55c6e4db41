import type { DeviceModelRecord, InterfaceRecord } from '@kontor/core';
import { Prisma } from '../generated/prisma/client.ts';
import type { Transaction } from '../write/operation.ts';
import { guessDeviceKind } from './guess-device-kind.ts';

/** What writing a model did, or would do. */
export type ModelChange = 'created' | 'updated' | 'unchanged';

/** A client that reads: a transaction, or the one outside of any. */
type Reader = Pick<Transaction, 'deviceModel'>;

const withInterfaces = { interfaces: { orderBy: { ordinal: 'asc' } } } satisfies Prisma.DeviceModelInclude;
type ModelRow = Prisma.DeviceModelGetPayload<{ include: typeof withInterfaces }>;
type InterfaceRow = ModelRow['interfaces'][number];

/** What the file says of the model itself. What it does not say, it leaves as it is. */
function saidOf(record: DeviceModelRecord) {
  const { partNumber, uHeight, isFullDepth, weight, airflow, comments, ports } = record;
  const values = {
    partNumber,
    rackUnits: uHeight && new Prisma.Decimal(uHeight),
    isFullDepth,
    weightKg: weight && new Prisma.Decimal(weight.kilograms),
    airflow,
    comments,
    consolePorts: ports.consolePorts || null,
    powerPorts: ports.powerPorts || null,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Said;
}

type Said = Partial<Pick<ModelRow, 'partNumber' | 'isFullDepth' | 'airflow' | 'comments' | 'rackUnits' | 'weightKg'>> &
  Partial<Pick<ModelRow, 'consolePorts' | 'powerPorts'>>;

const interfaceValues = ({ name, type, managementOnly, poeMode, poeType }: InterfaceRecord) => ({
  name,
  type,
  managementOnly,
  poeMode,
  poeType,
});

const isSame = (a: unknown, b: unknown): boolean =>
  Prisma.Decimal.isDecimal(a) && b !== null ? a.equals(String(b)) : a === b;

const differs = (row: object, values: object): boolean =>
  Object.entries(values).some(([name, value]) => !isSame(value, (row as Readonly<Record<string, unknown>>)[name]));

function changesOf(row: ModelRow, record: DeviceModelRecord) {
  const said = saidOf(record);
  const interfaces = record.interfaces.map(interfaceValues);
  return {
    said: differs(row, said) ? said : null,
    added: interfaces.slice(row.interfaces.length),
    changed: row.interfaces.flatMap((each, index) => {
      const values = interfaces[index];
      return values && differs(each, values) ? [{ id: each.id, values }] : [];
    }),
    // A file without interfaces says nothing of them.
    gone: interfaces.length === 0 ? [] : row.interfaces.slice(interfaces.length),
  };
}

const find = (reader: Reader, { manufacturer, model }: DeviceModelRecord): Promise<ModelRow | null> =>
  reader.deviceModel.findFirst({
    where: { name: model, manufacturer: { name: manufacturer } },
    include: withInterfaces,
  });

/** What writing a model would do, as things stand. */
export async function foreseeDeviceModel(reader: Reader, record: DeviceModelRecord): Promise<ModelChange> {
  const row = await find(reader, record);
  if (!row) return 'created';
  const { said, added, changed, gone } = changesOf(row, record);
  return said || added.length + changed.length + gone.length > 0 ? 'updated' : 'unchanged';
}

/**
 * Writes a model with its interfaces and its maker. The kind is guessed for a new model alone: later it is what people
 * made of it. Somebody who writes the same model at the same moment is waited for.
 */
export async function writeDeviceModel(tx: Transaction, record: DeviceModelRecord): Promise<ModelChange> {
  const maker = { name: record.manufacturer };
  await tx.manufacturer.createMany({ data: [maker], skipDuplicates: true });
  const { id: manufacturerId } = await tx.manufacturer.findUniqueOrThrow({ where: maker });
  const identity = { manufacturerId, name: record.model };
  const data = [{ ...identity, kind: guessDeviceKind(record), ...saidOf(record) }];
  const [made] = await tx.deviceModel.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
  if (made) {
    await addInterfaces(tx, made.id, 1, record.interfaces.map(interfaceValues));
    return 'created';
  }
  await tx.$queryRaw`
    select id::text from device_model where manufacturer_id = ${manufacturerId}::uuid and name = ${record.model} for no key update`;
  const where = { manufacturerId_name: identity };
  const row = await tx.deviceModel.findUniqueOrThrow({ where, include: withInterfaces });
  return (await applyChanges(tx, row, record)) ? 'updated' : 'unchanged';
}

async function addInterfaces(
  tx: Transaction,
  deviceModelId: string,
  first: number,
  added: readonly ReturnType<typeof interfaceValues>[],
): Promise<void> {
  const data = added.map((values, index) => ({ deviceModelId, ordinal: first + index, ...values }));
  if (data.length > 0) await tx.deviceModelInterface.createMany({ data });
}

async function applyChanges(tx: Transaction, row: ModelRow, record: DeviceModelRecord): Promise<boolean> {
  const { said, added, changed, gone } = changesOf(row, record);
  if (said) await tx.deviceModel.update({ where: { id: row.id }, data: said });
  for (const { id, values } of changed) await tx.deviceModelInterface.update({ where: { id }, data: values });
  if (gone.length > 0) await tx.deviceModelInterface.deleteMany({ where: { id: { in: gone.map(idOf) } } });
  await addInterfaces(tx, row.id, row.interfaces.length + 1, added);
  return said !== null || changed.length + gone.length + added.length > 0;
}

const idOf = ({ id }: InterfaceRow): string => id;
