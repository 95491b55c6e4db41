import { describe, expect, it } from 'vitest';
import { conflictRows, proposedChoices, resolveConflict } from './conflict.ts';
import { changedInput, type FormField, toCreateInput, toFormValues } from './form-values.ts';

const fields: FormField[] = [
  { name: 'name', inputName: 'name', kind: 'TEXT' },
  { name: 'salary', inputName: 'salary', kind: 'MONEY' },
  { name: 'department', inputName: 'departmentId', kind: 'REFERENCE' },
  { name: 'currency', inputName: 'currencyCode', kind: 'REFERENCE' },
  { name: 'dependants', inputName: 'dependants', kind: 'INTEGER' },
];
const record = {
  name: 'Anna',
  salary: '1000.0000',
  department: { id: 'd1', _label: 'Finance' },
  currency: { id: 'c1', _label: 'SEK', code: 'SEK' },
  dependants: 2,
};

describe('what a form sends', () => {
  const start = toFormValues(fields, record);

  it('sends nothing where nothing was changed', () => {
    expect(changedInput(fields, start, { ...start })).toEqual({});
  });

  it.each([
    ['a text', { name: 'Anna B' }, { name: 'Anna B' }],
    ['an emptied text', { name: '' }, { name: null }],
    ['a text with spaces around it', { name: ' Anna ' }, {}],
    ['the same amount written otherwise', { salary: '1000' }, {}],
    ['another amount', { salary: '1000.01' }, { salary: '1000.01' }],
    ['another record', { departmentId: { id: 'd2', _label: 'IT' } }, { departmentId: 'd2' }],
    ['no record', { departmentId: null }, { departmentId: null }],
    ['a record named by its code', { currencyCode: { id: 'c2', _label: 'EUR', code: 'EUR' } }, { currencyCode: 'EUR' }],
    ['a whole number as it was typed', { dependants: '3' }, { dependants: 3 }],
  ])('%s', (_name, change, sent) => {
    expect(changedInput(fields, start, { ...start, ...change })).toEqual(sent);
  });

  it('leaves out what was left empty in a new record', () => {
    expect(toCreateInput(fields, { name: 'Bo', salary: null, departmentId: null })).toEqual({ name: 'Bo' });
  });
});

describe('a conflict', () => {
  const start = toFormValues(fields, record);
  const mine = { ...start, name: 'Anna B', salary: '2000' };

  it('asks only about what both changed', () => {
    const rows = conflictRows(fields, start, mine, { ...record, salary: '3000', dependants: 4 });
    expect(rows.map((row) => [row.field.name, row.changedBy])).toEqual([
      ['name', 'me'],
      ['salary', 'both'],
      ['dependants', 'them'],
    ]);
    expect(proposedChoices(rows)).toEqual({ name: 'mine', dependants: 'theirs' });
  });

  it('sends what was chosen as mine', () => {
    const rows = conflictRows(fields, start, mine, { ...record, salary: '3000', dependants: 4 });
    expect(resolveConflict(rows, { name: 'mine', salary: 'theirs', dependants: 'theirs' })).toEqual({ name: 'Anna B' });
    expect(resolveConflict(rows, { name: 'theirs', salary: 'mine', dependants: 'mine' })).toEqual({
      salary: '2000',
      dependants: 2,
    });
  });

  it('is none where both made the same change', () => {
    expect(conflictRows(fields, start, mine, { ...record, name: 'Anna B', salary: '2000.0000' })).toEqual([]);
  });
});
