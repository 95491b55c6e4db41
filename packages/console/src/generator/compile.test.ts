import { describe, expect, it } from 'vitest';
import { catalogueOf, compile } from './compile.ts';
import { defineResource } from './define-resource.ts';
import { assignDevice, sampleMeta, without } from './sample-meta.ts';

const names = (fields: readonly { name: string }[]) => fields.map((field) => field.name);

describe('what the pages are drawn from', () => {
  it('puts what every record has for its own sake last', () => {
    const [employee] = compile(sampleMeta, []);
    expect(names(employee?.fields ?? []).at(-1)).toBe('createdAt');
  });

  it('groups fields by the sections of the patch, and leaves the rest in the first', () => {
    const patch = defineResource('Employee', (r) => r.section('pay', 'salary').section('contact', 'workEmail'));
    const [employee] = compile(sampleMeta, [patch]);
    expect(employee?.showSections.map((section) => [section.key, names(section.fields)])).toEqual([
      ['main', ['firstName', 'lastName', 'status', 'department', 'salaryCurrencyCode', 'taxDependants']],
      ['pay', ['salary']],
      ['contact', ['workEmail']],
      ['record', ['createdAt']],
    ]);
  });

  it('moves a field to where the patch wants it', () => {
    const patch = defineResource('Employee', (r) => r.field('salary').widget('money').after('firstName'));
    const [employee] = compile(sampleMeta, [patch]);
    expect(names(employee?.fields ?? []).slice(0, 3)).toEqual(['firstName', 'salary', 'lastName']);
    expect(employee?.fieldByName.get('salary')?.widget).toBe('money');
  });

  it('ignores a patch for a field that this viewer may not read', () => {
    const patch = defineResource('Employee', (r) => r.section('pay', 'salary').field('salary').after('firstName'));
    const [employee] = compile(without(sampleMeta, 'Employee', 'salary'), [patch]);
    expect(employee?.fieldByName.has('salary')).toBe(false);
    expect(employee?.columns).toEqual(['lastName', 'department']);
    expect(employee?.showSections.map((section) => section.key)).not.toContain('pay');
  });

  it('leaves a field out where the patch says so', () => {
    const patch = defineResource('Employee', (r) => r.field('salary').hideIn('list', 'show'));
    const [employee] = compile(sampleMeta, [patch]);
    expect(employee?.columnChoices).not.toContain('salary');
    expect(employee?.columns).not.toContain('salary');
    expect(employee?.showSections.flatMap((section) => names(section.fields))).not.toContain('salary');
  });

  it('offers in forms what the inputs take', () => {
    const [employee] = compile(sampleMeta, []);
    expect(employee?.createSections.flatMap((section) => names(section.fields))).toEqual(['workEmail']);
    expect(employee?.editSections.flatMap((section) => names(section.fields))).toEqual(['workEmail', 'taxDependants']);
  });

  it('relates lists only to entities that this viewer sees', () => {
    const [employee] = compile(sampleMeta, []);
    expect(employee?.related.map((related) => [related.target, related.backReference])).toEqual([['Device', 'holder']]);
    const blind = { ...sampleMeta, entities: sampleMeta.entities.filter((entity) => entity.name !== 'Device') };
    expect(compile(blind, [])[0]?.related).toEqual([]);
  });

  it('finds resources by name and by address', () => {
    const meta = {
      ...sampleMeta,
      entities: sampleMeta.entities.map((one) => ({
        ...one,
        plural: one.name === 'Device' ? 'costCentres' : one.plural,
      })),
    };
    expect(catalogueOf(meta, []).byPath.get('cost-centres')?.name).toBe('Device');
  });

  it('tells actions on a record from those that make one', () => {
    const hire = { ...assignDevice, name: 'orderDevice', recordInput: null };
    const device = compile({ ...sampleMeta, actions: [...sampleMeta.actions, hire] }, []).find(
      ({ name }) => name === 'Device',
    );
    expect(names(device?.recordActions ?? [])).toEqual(['assignDevice']);
    expect(names(device?.listActions ?? [])).toEqual(['orderDevice']);
  });
});

it('does not compile with names that the graph does not have', () => {
  const stale = [
    // @ts-expect-error There is no such entity.
    () => defineResource('Employe', (r) => r),
    // @ts-expect-error There is no such field.
    () => defineResource('Employee', (r) => r.field('grade')),
    // @ts-expect-error There is no such field to stand after.
    () => defineResource('Employee', (r) => r.field('salary').after('grade')),
  ];
  expect(stale).toHaveLength(3);
});
