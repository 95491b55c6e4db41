import type { DataClass } from './classes.ts';
import type { CommandPolicy, EntityPolicy } from './grammar.ts';

export const devices = {
  Manufacturer: {
    row: 'model', company: null, subject: {},
    fields: { name: 'model', active: 'model', deviceModels: 'model' },
  } satisfies EntityPolicy<'Manufacturer', DataClass>,

  DeviceModel: {
    row: 'model', company: null, subject: {},
    fields: {
      manufacturer: 'model', name: 'model', kind: 'model', partNumber: 'model', rackUnits: 'model', isFullDepth: 'model',
      weightKg: 'model', airflow: 'model', consolePorts: 'model', powerPorts: 'model', comments: 'model',
      active: 'model', interfaces: 'model', devices: 'device',
    },
  } satisfies EntityPolicy<'DeviceModel', DataClass>,

  DeviceModelInterface: {
    row: 'model', company: null, subject: {},
    fields: {
      deviceModel: 'model', ordinal: 'model', name: 'model', type: 'model', managementOnly: 'model', poeMode: 'model',
      poeType: 'model',
    },
  } satisfies EntityPolicy<'DeviceModelInterface', DataClass>,

  Device: {
    row: 'device', company: { column: 'companyId' }, subject: { employee: 'holderId' },
    fields: {
      company: 'device', deviceModel: 'device', assetTag: 'device', serialNumber: 'device', status: 'device',
      holder: 'device', site: 'device', room: 'device', warrantyUntilOn: 'device', wipedAt: 'device',
      inspectedAt: 'device', wipeProof: 'device', previousStatus: 'device', note: 'device', assignments: 'device', dimensionObjects: 'books',
      purchasedOn: 'deviceValue', purchaseCost: 'deviceValue', purchaseCurrencyCode: 'deviceValue',
      purchaseCurrency: 'deviceValue',
    },
  } satisfies EntityPolicy<'Device', DataClass>,

  DeviceAssignment: {
    row: 'device', company: { column: 'companyId' }, subject: { employee: 'employeeId' },
    fields: {
      company: 'device', device: 'device', employee: 'device', kind: 'device', startAt: 'device', acceptedAt: 'device',
      endAt: 'device', dueOn: 'device', note: 'device', endNote: 'device',
    },
  } satisfies EntityPolicy<'DeviceAssignment', DataClass>,
};

export const deviceCommands = {
  receiveDevice: { roles: { IT: 'all' } },
  stockDevice: { roles: { IT: 'all' } },
  reserveDevice: { roles: { IT: 'all' } },
  releaseDevice: { roles: { IT: 'all' } },
  checkOutDevice: { roles: { IT: 'all' } },
  acceptDevice: { roles: { EMPLOYEE: 'self' } },
  declineDevice: { roles: { EMPLOYEE: 'self' } },
  lendDevice: { roles: { IT: 'all' } },
  callInDevice: { roles: { IT: 'all' } },
  returnDevice: { roles: { IT: 'all' } },
  wipeDevice: { roles: { IT: 'all' } },
  inspectDevice: { roles: { IT: 'all' } },
  releaseFromQuarantine: { roles: { IT: 'all' } },
  sendDeviceToRepair: { roles: { IT: 'all' } },
  returnDeviceFromRepair: { roles: { IT: 'all' } },
  reportDeviceLost: { roles: { IT: 'all', EMPLOYEE: 'self' } },
  reportDeviceStolen: { roles: { IT: 'all', EMPLOYEE: 'self' } },
  recoverDevice: { roles: { IT: 'all' } },
  writeOffDevice: { roles: { IT: 'all' } },
  retireDevice: { roles: { IT: 'all' } },
  disposeOfDevice: { roles: { IT: 'all' } },
} satisfies Record<string, CommandPolicy>;
