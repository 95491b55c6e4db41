import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rejectionsOf } from '../result.ts';
import { normaliseDeviceType } from './normalise-device-type.ts';

const folder = new URL('fixtures/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const parsed = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

test('there are files, and each is normalised', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
  for (const name of files) expect([name, rejectionsOf(normaliseDeviceType(parsed(name)))]).toEqual([name, []]);
});

test('a server', () => {
  const result = normaliseDeviceType(parsed('dell-poweredge-r640.json'));
  expect(result).toMatchObject({
    value: {
      manufacturer: 'Dell',
      model: 'PowerEdge R640',
      slug: null,
      partNumber: null,
      uHeight: '1',
      isFullDepth: true,
      isPowered: null,
      weight: null,
      airflow: null,
      subdeviceRole: 'parent',
      ports: { consolePorts: 3, powerPorts: 2, moduleBays: 3, deviceBays: 0, rearPorts: 0 },
    },
  });
  expect(result.ok && result.value.interfaces.at(-1)).toEqual({
    name: 'iDRAC9',
    type: '1000base-t',
    managementOnly: true,
    poeMode: null,
    poeType: null,
    label: null,
    description: null,
  });
});

const least = { manufacturer: 'Dell', model: 'R640' };

test.each([
  ['kg', 1.6, '1.600'],
  ['g', 450, '0.450'],
  ['lb', 20.2, '9.163'],
  ['oz', 16, '0.454'],
])('a weight in %s is kilograms too', (unit, weight, kilograms) => {
  expect(normaliseDeviceType({ ...least, weight, weight_unit: unit })).toMatchObject({
    value: { weight: { kilograms } },
  });
});

describe('a file is refused', () => {
  test.each<readonly [string, unknown, string]>([
    ['MODEL_NOT_A_MAPPING', null, ''],
    ['MODEL_NOT_A_MAPPING', ['Dell'], ''],
    ['FIELD_MISSING', { model: 'R640' }, 'manufacturer'],
    ['FIELD_MISSING', { ...least, model: ' ' }, 'model'],
    ['FIELD_TYPE_WRONG', { ...least, model: ['R640'] }, 'model'],
    ['FIELD_TYPE_WRONG', { ...least, is_full_depth: 'yes' }, 'is_full_depth'],
    ['FIELD_TYPE_WRONG', { ...least, u_height: 'one' }, 'u_height'],
    ['FIELD_TYPE_WRONG', { ...least, u_height: 1e30 }, 'u_height'],
    ['FIELD_TYPE_WRONG', { ...least, interfaces: 'eth0' }, 'interfaces'],
    ['FIELD_TYPE_WRONG', { ...least, 'power-ports': ['PSU'] }, 'power-ports.0'],
    ['FIELD_TOO_LONG', { ...least, part_number: 'x'.repeat(101) }, 'part_number'],
    ['CONTROL_CHARACTER', { ...least, comments: 'a\u0000b' }, 'comments'],
    ['CONTROL_CHARACTER', { ...least, interfaces: [{ name: 'eth\ud800', type: 'b' }] }, 'interfaces.0.name'],
    ['FIELD_VALUE_UNKNOWN', { ...least, airflow: 'sideways' }, 'airflow'],
    [
      'FIELD_VALUE_UNKNOWN',
      { ...least, interfaces: [{ name: 'a', type: 'b', poe_mode: 'x' }] },
      'interfaces.0.poe_mode',
    ],
    ['NUMBER_OUT_OF_RANGE', { ...least, u_height: -1 }, 'u_height'],
    ['NUMBER_OUT_OF_RANGE', { ...least, u_height: 1.3 }, 'u_height'],
    ['NUMBER_OUT_OF_RANGE', { ...least, u_height: 0.25 }, 'u_height'],
    ['WEIGHT_INCOMPLETE', { ...least, weight: 5 }, 'weight_unit'],
    ['WEIGHT_INCOMPLETE', { ...least, weight_unit: 'kg' }, 'weight'],
    ['FIELD_MISSING', { ...least, interfaces: [{ name: 'eth0' }] }, 'interfaces.0.type'],
    [
      'INTERFACE_NAME_DOUBLED',
      {
        ...least,
        interfaces: [
          { name: 'a', type: 'b' },
          { name: 'a', type: 'b' },
        ],
      },
      'interfaces.1.name',
    ],
  ])('%s: %j', (code, file, path) => {
    expect(rejectionsOf(normaliseDeviceType(file)).map((it) => [it.code, it.path.join('.')])).toEqual([[code, path]]);
  });

  test('for a list that no device has', () => {
    const file = { ...least, 'console-ports': Array.from({ length: 10_001 }, () => ({})) };
    expect(rejectionsOf(normaliseDeviceType(file))).toMatchObject([
      { code: 'FIELD_TOO_LONG', path: ['console-ports'] },
    ]);
  });

  test('and never by throwing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (file, interfaces) => {
        normaliseDeviceType(file);
        normaliseDeviceType({ ...least, interfaces, weight: interfaces, u_height: file });
      }),
    );
  });
});
