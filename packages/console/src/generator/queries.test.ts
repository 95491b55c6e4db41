import { describe, expect, it } from 'vitest';
import { catalogueOf } from './compile.ts';
import { defineResource } from './define-resource.ts';
import { toOrderBy } from './order.ts';
import { actionMutation, listQuery, recordQuery, recordSelection, rowSelection, updateMutation } from './queries.ts';
import { assignDevice, sampleMeta, without } from './sample-meta.ts';

const catalogue = catalogueOf(sampleMeta, []);
const resource = (name: string, from = catalogue) => {
  const found = from.byName.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};

describe('what is asked of the graph', () => {
  it('selects the visible columns and the labels of references, and nothing else', () => {
    expect(rowSelection(resource('Employee'), ['lastName', 'department'])).toBe(
      'id _label lastName department { id _label }',
    );
  });

  it('reads an amount with its currency', () => {
    expect(rowSelection(resource('Employee'), ['salary'])).toBe('id _label salary salaryCurrencyCode');
  });

  it('reads an amount alone where the currency is not for this viewer', () => {
    const blind = catalogueOf(without(sampleMeta, 'Employee', 'salaryCurrencyCode'), []);
    expect(rowSelection(resource('Employee', blind), ['salary'])).toBe('id _label salary');
  });

  it('reads along what a value cannot be drawn without, as far as it is for this viewer', () => {
    const patch = defineResource('Device', (r) => r.field('assetTag').widget('problem').drawnFrom('status', 'holder'));
    const rowOf = (meta: typeof sampleMeta) =>
      rowSelection(resource('Device', catalogueOf(meta, [patch])), ['assetTag']);
    expect(rowOf(sampleMeta)).toBe('id _label assetTag status holder { id _label }');
    expect(rowOf(without(sampleMeta, 'Device', 'status'))).toBe('id _label assetTag holder { id _label }');
  });

  it('asks whether a row is inactive where rows can be', () => {
    expect(rowSelection(resource('Department'), ['code'])).toBe('id _label active code');
  });

  it('reads a record with its rights and without its lists', () => {
    const selection = recordSelection(resource('Device'));
    expect(selection).toBe(
      'id _label version assetTag status holder { id _label } _can { update deactivate updatable maskedFields actions }',
    );
    expect(recordSelection(resource('Employee'))).not.toContain('devices');
  });

  it('passes only the arguments that the list takes', () => {
    const query = listQuery(resource('Department'), { selection: 'id', counted: true });
    expect(query).toContain('includeInactive: $includeInactive');
    expect(query).toContain('totalCount');
    expect(listQuery(resource('Device'), { selection: 'id', counted: false })).not.toMatch(
      /includeInactive|totalCount/,
    );
  });

  it('names the input after the mutation', () => {
    expect(actionMutation(assignDevice)).toBe(
      'mutation AssignDevice($input: AssignDeviceInput!) { assignDevice(input: $input) { device { id _label } userErrors { __typename code message path } } }',
    );
    expect(updateMutation(resource('Device'))).toContain('updateDevice(input: $input) { device { id _label version');
    expect(recordQuery(resource('Device'), 'id')).toBe('query DeviceRecord($id: ID!) { device(id: $id) { id } }');
  });

  it('orders a reference by what its label is made of', () => {
    const keys = [{ field: 'holder', direction: 'DESC' as const }];
    expect(toOrderBy(resource('Device'), keys, catalogue)).toEqual([
      { holder: { firstName: { direction: 'DESC' } } },
      { holder: { lastName: { direction: 'DESC' } } },
    ]);
  });
});
