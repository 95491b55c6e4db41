import type { Decimal } from '../money/decimal.ts';

/** A network interface that every device of a model has. */
export interface InterfaceRecord {
  readonly name: string;
  /** Kind as the library names it, such as 1000base-t. */
  readonly type: string;
  /** Whether it serves the management of the device alone. */
  readonly managementOnly: boolean;
  /** Powered device (takes power over Ethernet) or power sourcing equipment (gives it). */
  readonly poeMode: 'pd' | 'pse' | null;
  /** Standard of power over Ethernet, such as type2-ieee802.3at. */
  readonly poeType: string | null;
  readonly label: string | null;
  readonly description: string | null;
}

/** How many ports and bays of each sort a model has. */
export interface PortCounts {
  readonly consolePorts: number;
  readonly consoleServerPorts: number;
  readonly powerPorts: number;
  readonly powerOutlets: number;
  readonly rearPorts: number;
  readonly frontPorts: number;
  readonly deviceBays: number;
  readonly moduleBays: number;
  readonly inventoryItems: number;
}

/** Units of weight that the library knows: kilogram, gram, pound, ounce. */
export type WeightUnit = 'kg' | 'g' | 'lb' | 'oz';

/**
 * A model of device as its maker sells it: one file of the community device-type library
 * (nautobot/devicetype-library and netbox-community/devicetype-library, CC0), normalised.
 */
export interface DeviceModelRecord {
  readonly manufacturer: string;
  readonly model: string;
  /** Name in web addresses; null where the file gives none. */
  readonly slug: string | null;
  /** Number to order it by; null where the file gives none. */
  readonly partNumber: string | null;
  /** Height in rack units, a multiple of 0.5; 0 where it is not mounted, null where not told. */
  readonly uHeight: Decimal | null;
  readonly isFullDepth: boolean | null;
  /** False for passive gear such as panels; null where not told. */
  readonly isPowered: boolean | null;
  readonly weight: { readonly value: Decimal; readonly unit: WeightUnit; readonly kilograms: Decimal } | null;
  /** Direction of the cooling air, such as front-to-rear. */
  readonly airflow: string | null;
  readonly comments: string | null;
  /** Whether it is a chassis for devices (parent) or goes into one (child). */
  readonly subdeviceRole: 'parent' | 'child' | null;
  readonly interfaces: readonly InterfaceRecord[];
  readonly ports: PortCounts;
}

/** Every reason against a file. The path says where in it. */
export type DeviceModelCode =
  /** The file is no mapping. */
  | 'MODEL_NOT_A_MAPPING'
  /** A field without which a model cannot be told apart is missing or empty. */
  | 'FIELD_MISSING'
  /** A field holds something of another sort, such as a list where text belongs. */
  | 'FIELD_TYPE_WRONG'
  /** A text or list is longer than the column that holds it. */
  | 'FIELD_TOO_LONG'
  /** A text holds characters that no database keeps and nobody sees. */
  | 'CONTROL_CHARACTER'
  /** A field holds a word that the library does not know. */
  | 'FIELD_VALUE_UNKNOWN'
  /** A number is negative, too large or too precise. */
  | 'NUMBER_OUT_OF_RANGE'
  /** The weight has no unit, or the unit no weight. */
  | 'WEIGHT_INCOMPLETE'
  /** Two interfaces have the same name. */
  | 'INTERFACE_NAME_DOUBLED';
