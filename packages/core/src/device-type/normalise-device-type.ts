import { type Decimal, decimal, multiplyDecimal, roundDecimal } from '../money/decimal.ts';
import { accept, type Path, type Rejection, type Result, reject, rejectAll } from '../result.ts';
import type { DeviceModelCode, DeviceModelRecord, InterfaceRecord, PortCounts, WeightUnit } from './device-model.ts';
import { FieldReader, isMapping, type Mapping } from './field-reader.ts';

type Rejections = Rejection<DeviceModelCode>[];

const AIRFLOWS = [
  'front-to-rear',
  'rear-to-front',
  'left-to-right',
  'right-to-left',
  'side-to-rear',
  'rear-to-side',
  'bottom-to-top',
  'top-to-bottom',
  'passive',
  'mixed',
] as const;

/** Kilograms in one unit: the international avoirdupois pound is 0.45359237 kg exactly. */
const KILOGRAMS: Readonly<Record<WeightUnit, Decimal>> = {
  kg: decimal('1'),
  g: decimal('0.001'),
  lb: decimal('0.45359237'),
  oz: decimal('0.028349523125'),
};
const WEIGHT_UNITS = ['kg', 'g', 'lb', 'oz'] as const;

/**
 * Normalises one file of the community device-type library, already parsed from YAML, or tells
 * every fault in it. Fields that Kontor does not keep are passed over.
 */
export function normaliseDeviceType(parsed: unknown): Result<DeviceModelRecord, Rejection<DeviceModelCode>> {
  if (!isMapping(parsed)) {
    return reject('MODEL_NOT_A_MAPPING', 'Give a file with fields such as manufacturer and model.');
  }
  const rejections: Rejections = [];
  const fields = new FieldReader(parsed, [], rejections);
  const record: DeviceModelRecord = {
    manufacturer: fields.requiredText('manufacturer', 100),
    model: fields.requiredText('model', 200),
    slug: fields.text('slug', 100),
    partNumber: fields.text('part_number', 100),
    uHeight: readHeight(fields, rejections),
    isFullDepth: fields.flag('is_full_depth'),
    isPowered: fields.flag('is_powered'),
    weight: readWeight(fields, rejections),
    airflow: fields.word('airflow', AIRFLOWS),
    comments: fields.text('comments', 20_000),
    subdeviceRole: fields.word('subdevice_role', ['parent', 'child']),
    interfaces: readInterfaces(fields, rejections),
    ports: countPorts(fields),
  };
  return rejections.length > 0 ? rejectAll(rejections) : accept(record);
}

/** Rack units come in halves. */
function readHeight(fields: FieldReader, rejections: Rejections): Decimal | null {
  const height = fields.number('u_height', { least: '0', most: '100', scale: 1 });
  if (height !== null && !/^[0-9]+(?:\.[05])?$/.test(height)) {
    rejections.push({ code: 'NUMBER_OUT_OF_RANGE', message: 'Give a multiple of 0.5.', path: ['u_height'] });
  }
  return height;
}

function readWeight(fields: FieldReader, rejections: Rejections): DeviceModelRecord['weight'] {
  const before = rejections.length;
  const value = fields.number('weight', { least: '0', most: '100000', scale: 3 });
  const unit = fields.word('weight_unit', WEIGHT_UNITS);
  if (rejections.length > before) return null;
  if (value === null && unit === null) return null;
  if (value === null || unit === null) {
    const missing = value === null ? 'weight' : 'weight_unit';
    rejections.push({ code: 'WEIGHT_INCOMPLETE', message: `Give ${missing} as well.`, path: [missing] });
    return null;
  }
  return { value, unit, kilograms: roundDecimal(multiplyDecimal(value, KILOGRAMS[unit]), 3, 'halfEven') };
}

function readInterfaces(fields: FieldReader, rejections: Rejections): readonly InterfaceRecord[] {
  const names = new Set<string>();
  return fields.list('interfaces').map(({ mapping, path }) => {
    const record = readInterface(mapping, path, rejections);
    if (record.name !== '' && names.has(record.name)) {
      const message = `Rename one of the interfaces called ${record.name}.`;
      rejections.push({ code: 'INTERFACE_NAME_DOUBLED', message, path: [...path, 'name'] });
    }
    names.add(record.name);
    return record;
  });
}

function readInterface(mapping: Mapping, path: Path, rejections: Rejections): InterfaceRecord {
  const fields = new FieldReader(mapping, path, rejections);
  return {
    name: fields.requiredText('name', 100),
    type: fields.requiredText('type', 100),
    managementOnly: fields.flag('mgmt_only') ?? false,
    poeMode: fields.word('poe_mode', ['pd', 'pse']),
    poeType: fields.text('poe_type', 40),
    label: fields.text('label', 100),
    description: fields.text('description', 200),
  };
}

function countPorts(fields: FieldReader): PortCounts {
  return {
    consolePorts: fields.list('console-ports').length,
    consoleServerPorts: fields.list('console-server-ports').length,
    powerPorts: fields.list('power-ports').length,
    powerOutlets: fields.list('power-outlets').length,
    rearPorts: fields.list('rear-ports').length,
    frontPorts: fields.list('front-ports').length,
    deviceBays: fields.list('device-bays').length,
    moduleBays: fields.list('module-bays').length,
    inventoryItems: fields.list('inventory-items').length,
  };
}
