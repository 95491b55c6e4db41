import { expect, it } from 'vitest';
import { defineResource } from '../generator/define-resource.ts';
import { assignDevice } from '../generator/sample-meta.ts';
import {
  actionInput,
  actionSections,
  askedInputs,
  hasOwnPage,
  inOrder,
  proposalsOf,
  startValues,
} from './action-input.ts';

const record = { id: 'd1', version: 3, note: 'Scratched' };

it('starts with what the record says', () => {
  expect(startValues(assignDevice, record)).toEqual({ employeeId: null, note: 'Scratched' });
});

it('sends the record, its version, the key and the answers', () => {
  const values = { employeeId: { id: 'e1', _label: 'Anna' }, note: '' };
  expect(actionInput(assignDevice, { record, values, idempotencyKey: 'k' })).toEqual({
    deviceId: 'd1',
    expectedVersion: 3,
    idempotencyKey: 'k',
    employeeId: 'e1',
  });
});

it('does not ask for what it fills by itself', () => {
  const own = assignDevice.inputs.map((input) => ({ ...input, name: 'expectedVersion' }));
  const asked = askedInputs({ ...assignDevice, inputs: [...assignDevice.inputs, ...own] });
  expect(asked.map(({ name }) => name)).toEqual(['employeeId', 'note']);
});

it('puts the next step of a document before what is added to it, and what is hard to take back last', () => {
  const [employee] = assignDevice.inputs;
  if (!employee) throw new Error('The sample lost its inputs.');
  const asking = (name: string, required: number, destructive = false) => ({
    ...assignDevice,
    name,
    destructive,
    inputs: Array.from({ length: required }, (_, index) => ({ ...employee, name: `${index}`, required: true })),
  });
  const actions = [asking('cancel', 0, true), asking('add', 3), asking('remove', 1), asking('submit', 0)];
  const names = (isDocument: boolean) => inOrder(actions, {}, isDocument).map(({ name }) => name);
  expect(names(true)).toEqual(['submit', 'remove', 'add', 'cancel']);
  expect(names(false)).toEqual(['add', 'remove', 'submit', 'cancel']);
});

it('proposes what follows from a record that is chosen in the same form', () => {
  const [employee, note] = assignDevice.inputs;
  if (!employee || !note) throw new Error('The sample lost its inputs.');
  const defaults = ['employeeId.workEmail', 'nobodyId.workEmail', 'note'];
  const inputs = [employee, ...defaults.map((defaultFrom) => ({ ...note, name: defaultFrom, defaultFrom }))];
  expect(proposalsOf({ ...assignDevice, inputs })).toEqual([
    { input: 'employeeId.workEmail', from: 'employeeId', target: 'Employee', field: 'workEmail' },
  ]);
});

it('has its inputs in sections, and a page of its own where they are many', () => {
  const [to, note] = assignDevice.inputs;
  if (!to || !note) throw new Error('The sample lost its inputs.');
  const many = Array.from({ length: 6 }, (_, index) => ({ ...note, name: `line${index}`, section: 'home' }));
  const action = {
    ...assignDevice,
    inputs: [to, ...many, { ...note, section: 'nothing known' }, { ...note, name: 'x' }],
  };
  expect(actionSections(action).map(({ key, specs }) => [key, specs.map(({ name }) => name)])).toEqual([
    ['main', ['employeeId', 'note', 'x']],
    ['home', many.map(({ name }) => name)],
  ]);
  expect([hasOwnPage({}, assignDevice), hasOwnPage({}, action)]).toEqual([false, true]);
  const patch = defineResource('Device', (device) =>
    device.actionPage('assignDevice', () => Promise.resolve({ default: () => null })),
  );
  expect(hasOwnPage({ patch }, assignDevice)).toBe(true);
});
