import { normaliseDeviceType, unwrap } from '@kontor/core';
import { expect, test } from 'vitest';
import { guessDeviceKind, kindRules } from './guess-device-kind.ts';

const port = (name: string, type = '1000base-t', mgmt_only = false) => ({ name, type, mgmt_only });
const ports = (count: number, type: string) => Array.from({ length: count }, (_, index) => port(String(index), type));

/** Every rule by its name, and near misses that no rule takes. */
const rows: readonly (readonly [rule: string | null, kind: string, maker: string, model: string, more?: object])[] = [
  [
    'a card or controller that goes into a device',
    'OTHER',
    'Dell',
    '49H29 PowerVault ME SAS Controller',
    { subdevice_role: 'child' },
  ],
  [
    'a card or controller that goes into a device',
    'OTHER',
    'Lenovo',
    'ThinkSystem 10Gb 2-port SFP+ LOM',
    { subdevice_role: 'child' },
  ],
  ['a name of telephones', 'PHONE', 'Apple', 'iPhone 15'],
  ['a name of telephones', 'PHONE', 'Cisco', 'CP-8841'],
  ['a name of tablets', 'TABLET', 'Apple', 'iPad Air'],
  ['a name of portable computers', 'LAPTOP', 'Lenovo', 'ThinkPad T14'],
  ['a name of portable computers', 'LAPTOP', 'Apple', 'MacBookPro18,1'],
  ['a name of desktop computers', 'DESKTOP', 'Dell', 'OptiPlex 7090'],
  ['a name of desktop computers', 'DESKTOP', 'Apple', 'Macmini9,1'],
  ['a name of storage', 'STORAGE', 'Dell', 'PowerVault ME4024'],
  ['a name of servers', 'SERVER', 'Dell', 'PowerEdge R640'],
  ['a name of servers', 'SERVER', 'Cisco', 'UCSB-B200-M5', { subdevice_role: 'child' }],
  ['a name of network gear', 'NETWORK', 'Dell', 'PowerSwitch N2048'],
  ['other gear of a maker of network gear', 'NETWORK', 'Cisco', 'UCS-FI-6248UP'],
  [
    'a controller that watches over a server',
    'SERVER',
    'Acme',
    'X1',
    { interfaces: [port('iDRAC9', '1000base-t', true)] },
  ],
  ['as many wired ports as a switch', 'NETWORK', 'Acme', 'X2', { interfaces: ports(8, '10gbase-x-sfpp') }],
  [null, 'OTHER', 'Acme', 'X3', { interfaces: ports(7, '10gbase-x-sfpp') }],
  [null, 'OTHER', 'Acme', 'X4', { interfaces: ports(8, 'ieee802.11ac') }],
  [null, 'OTHER', 'Acme', 'X5', { interfaces: [port('iDRAC9')] }],
  [null, 'OTHER', 'Apple', 'AppleTV5,3'],
  [null, 'OTHER', 'Acme', 'A thing like a ThinkPad'],
];

test.each(rows)('%s: %s is %s %s', (name, kind, manufacturer, model, more) => {
  const record = unwrap(normaliseDeviceType({ manufacturer, model, ...(more as object | undefined) }));
  expect(guessDeviceKind(record)).toBe(kind);
  expect(kindRules.find((rule) => rule.holdsFor(record))?.name ?? null).toBe(name);
});

test('every rule has a row', () => {
  expect(kindRules.map((rule) => rule.name).filter((name) => !rows.some(([row]) => row === name))).toEqual([]);
});
