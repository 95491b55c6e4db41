import { expect, it } from 'vitest';
import { assignDevice } from '../generator/sample-meta.ts';
import { actionInput, askedInputs, startValues } from './action-input.ts';

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
