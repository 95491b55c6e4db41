import type { DeviceModelRecord } from '@kontor/core';
import type { DeviceKind } from '../generated/prisma/enums.ts';

/** One reason to take a model for a kind of device. */
export interface KindRule {
  readonly name: string;
  readonly kind: DeviceKind;
  readonly holdsFor: (model: DeviceModelRecord) => boolean;
}

const named = (pattern: RegExp) => (model: DeviceModelRecord) => pattern.test(model.model);
const madeBy = (maker: string, model: RegExp) => (it: DeviceModelRecord) =>
  it.manufacturer.toLowerCase() === maker && model.test(it.model);

/** Names that makers give to the interface of the controller that watches over a server. */
const serverController = /^(idrac|ilo|xcc|imm|cimc|bmc|ipmi)\b|^(idrac|ilo|imm)\d/i;
const wired = /base-(t|tx|x)\b|base-x-/;
const portsOfSwitch = 8;

/** From the particular to the general: the first rule that holds decides. */
export const kindRules: readonly KindRule[] = [
  {
    name: 'a card or controller that goes into a device',
    kind: 'OTHER',
    holdsFor: (it) => it.subdeviceRole === 'child' && /\b(controller|lom|mezzanine|adapter|nic|card)\b/i.test(it.model),
  },
  {
    name: 'a name of telephones',
    kind: 'PHONE',
    holdsFor: named(/^(iPhone|Pixel \d|Galaxy [AS]\d|CP-\d)|\bIP Phone\b/i),
  },
  { name: 'a name of tablets', kind: 'TABLET', holdsFor: named(/^iPad|^Galaxy Tab|^Surface (Pro|Go)\b/i) },
  {
    name: 'a name of portable computers',
    kind: 'LAPTOP',
    holdsFor: named(/^(MacBook|ThinkPad|ThinkBook|Latitude|XPS|EliteBook|ProBook|ZBook|Surface Laptop|LIFEBOOK)/i),
  },
  {
    name: 'a name of desktop computers',
    kind: 'DESKTOP',
    holdsFor: named(
      /^(iMac|Mac ?(mini|Pro|Studio)(?![a-z])|OptiPlex|ThinkCentre|ThinkStation|Precision|EliteDesk|ProDesk|ESPRIMO)/i,
    ),
  },
  {
    name: 'a name of storage',
    kind: 'STORAGE',
    holdsFor: named(
      /^(PowerVault|PowerStore|Unity|EqualLogic|Compellent|Data Domain|DR\d{4}\b|MSA|ThinkSystem D[EM]\d)/i,
    ),
  },
  {
    name: 'a name of servers',
    kind: 'SERVER',
    holdsFor: named(
      /^(PowerEdge|VxRail|ProLiant|PRIMERGY|Flex System|System x|ThinkSystem S[DENRT]\d|ThinkServer|UCS[BCSX]-)/i,
    ),
  },
  {
    name: 'a name of network gear',
    kind: 'NETWORK',
    holdsFor: named(/^(PowerSwitch|PowerConnect|Catalyst|Nexus|Aironet|Meraki|ProCurve|Aruba|UniFi|AirPort)/i),
  },
  { name: 'other gear of a maker of network gear', kind: 'NETWORK', holdsFor: madeBy('cisco', /^(?!UCS[BCSX]-)/i) },
  {
    name: 'a controller that watches over a server',
    kind: 'SERVER',
    holdsFor: (it) => it.interfaces.some((each) => each.managementOnly && serverController.test(each.name)),
  },
  {
    name: 'as many wired ports as a switch',
    kind: 'NETWORK',
    holdsFor: (it) =>
      it.interfaces.filter((each) => !each.managementOnly && wired.test(each.type)).length >= portsOfSwitch,
  },
];

/** What sort of device a model probably is; OTHER where no rule holds. */
export const guessDeviceKind = (model: DeviceModelRecord): DeviceKind =>
  kindRules.find((rule) => rule.holdsFor(model))?.kind ?? 'OTHER';
