import { expect, test } from 'vitest';
import { calendarDate } from '../../date/calendar-date.ts';
import { rejectionsOf } from '../../result.ts';
import type { ComponentDefinition, ComponentKind, CountryPack, RuleLayer } from './definition.ts';
import { prepareRules } from './prepare.ts';
import { words } from './words.ts';

const JANUARY = calendarDate('2030-01-01');
const JULY = calendarDate('2030-07-01');

const component = (code: string, kind: ComponentKind, more: Partial<ComponentDefinition>): ComponentDefinition => ({
  code,
  kind,
  name: words(code, code, code, code, code),
  versions: [{ from: JANUARY }],
  ...more,
});
const computed = (code: string, kind: ComponentKind, rule: string, more: Partial<ComponentDefinition> = {}) =>
  component(code, kind, { versions: [{ from: JANUARY, rule }], ...more });
const given = (code: string, kind: ComponentKind, more: Partial<ComponentDefinition> = {}) =>
  component(code, kind, { isGiven: true, ...more });

/** A country of one tax, whose rate rises in July. */
const ATLANTIS: CountryPack = {
  code: 'AT',
  currency: 'EUR',
  minorUnit: 2,
  years: [{ name: '2030', from: JANUARY, until: calendarDate('2030-12-31') }],
  frequencies: { MONTHLY: [1] },
  facts: [{ name: 'isle', meaning: 'Isle.', unit: 'name', type: 'text', default: 'NORTH' }],
  bases: [{ name: 'taxable', meaning: 'Pay that is taxed.' }],
  parameters: [
    {
      name: 'tax',
      meaning: 'Rate of tax.',
      unit: 'part of 1',
      versions: [
        { from: JANUARY, value: '0.20', sources: [] },
        { from: JULY, value: '0.25', sources: [] },
      ],
    },
  ],
  tables: [{ name: 'bands', meaning: '', versions: [{ from: JANUARY, brackets: [[null, '0.02']], sources: [] }] }],
  components: [
    computed('TAX', 'DEDUCTION', 'base.taxable * rate.tax'),
    given('SALARY', 'EARNING', { feeds: { taxable: 'ADD' } }),
  ],
  accumulators: [],
  notices: [],
  natives: [],
};

const company = (...components: ComponentDefinition[]): RuleLayer => ({ level: 'COMPANY', components });
const refusals = (layer: RuleLayer) => rejectionsOf(prepareRules(ATLANTIS, [layer]));

test('the country alone is in order', () => {
  expect(prepareRules(ATLANTIS).ok).toBe(true);
});

test.each<[string, RuleLayer, string, readonly (string | number)[]]>([
  [
    'COMPONENT_CYCLE',
    company(computed('A', 'STEP', 'B'), computed('B', 'STEP', 'C + 1'), computed('C', 'STEP', 'A')),
    'A → B → C → A',
    ['components', 'A', 'B', 'C', 'A'],
  ],
  [
    'COMPONENT_CYCLE',
    company(computed('GROWTH', 'EARNING', 'base.taxable', { feeds: { taxable: 'ADD' } })),
    'base.taxable → GROWTH → base.taxable',
    ['components', 'base.taxable', 'GROWTH', 'base.taxable'],
  ],
  ['COMPONENT_CYCLE', company(computed('SELF', 'STEP', 'SELF')), 'SELF → SELF', ['components', 'SELF', 'SELF']],
  ['COMPONENT_CLOSED', company(computed('TAX', 'DEDUCTION', '0')), 'TAX', ['components', 'TAX']],
  ['COMPONENT_DUPLICATE', company(given('X', 'EARNING'), given('X', 'EARNING')), 'X', ['components', 'X']],
  [
    'PARAMETER_CLOSED',
    { level: 'COMPANY', parameters: [{ name: 'tax', meaning: '', unit: '', versions: [] }] },
    'tax',
    ['parameters', 'tax'],
  ],
  [
    'TABLE_CLOSED',
    { level: 'COMPANY', tables: [{ name: 'bands', meaning: '', versions: [] }] },
    'bands',
    ['tables', 'bands'],
  ],
  [
    'VERSION_DUPLICATE',
    company(given('X', 'EARNING', { versions: [{ from: JULY }, { from: JULY }] })),
    '2030-07-01',
    ['components', 'X', '2030-07-01'],
  ],
  ['CODE_MALFORMED', company(given('base.taxable', 'EARNING')), 'base.taxable', ['components', 'base.taxable']],
  [
    'BASE_UNKNOWN',
    company(given('X', 'EARNING', { feeds: { pension: 'ADD' } })),
    'pension',
    ['components', 'X', 'pension'],
  ],
  [
    'NAME_UNKNOWN',
    company(computed('X', 'EARNING', 'SALARY +\n WAGES')),
    'X from 2030-01-01, line 2, column 2',
    ['components', 'X', '2030-01-01', 2, 2],
  ],
  ['TYPE_MISMATCH', company(computed('X', 'EARNING', 'fact.isle')), 'number', ['components', 'X', '2030-01-01', 1, 1]],
  [
    'VALUE_MALFORMED',
    company(given('X', 'EARNING', { versions: [{ from: JULY, rounding: { mode: 'UP', unit: '0' } }] })),
    'X from 2030-07-01',
    ['components', 'X', '2030-07-01'],
  ],
  [
    'VALUE_MALFORMED',
    {
      level: 'COMPANY',
      parameters: [{ name: 'own', meaning: '', unit: '', versions: [{ from: JANUARY, value: '1,5', sources: [] }] }],
    },
    '1,5',
    ['parameters', 'own'],
  ],
  [
    'ROW_MALFORMED',
    {
      level: 'COMPANY',
      tables: [
        {
          name: 'own',
          meaning: '',
          versions: [{ from: JANUARY, columns: { a: 'number' }, rows: { R: ['x'] }, sources: [] }],
        },
      ],
    },
    'R',
    ['tables', 'own'],
  ],
  [
    'ROW_MALFORMED',
    {
      level: 'COMPANY',
      tables: [{ name: 'own', meaning: '', versions: [{ from: JANUARY, brackets: [['1', '1']], sources: [] }] }],
    },
    'no end',
    ['tables', 'own'],
  ],
])('%s', (code, layer, words, path) => {
  const rejections = refusals(layer);
  expect(rejections).toMatchObject([{ code, path }]);
  expect(rejections[0]?.message).toContain(words);
});

test('a rule that fails in July is told of July, and once', () => {
  const versions = [
    { from: JANUARY, rule: 'SALARY' },
    { from: JULY, rule: 'SALARY +' },
  ];
  const told = refusals(company(computed('LATE', 'EARNING', '', { versions })));
  expect(told.map(({ code, path }) => [code, path[2]])).toEqual([['SYNTAX', '2030-07-01']]);
});

test('what accumulates and what is noticed is checked too', () => {
  const pack: CountryPack = {
    ...ATLANTIS,
    accumulators: [{ code: 'wrong', meaning: '', adds: 'base.nothing' }],
    notices: [{ code: 'WRONG', message: words('', '', '', '', ''), when: '1' }],
  };
  expect(rejectionsOf(prepareRules(pack)).map(({ code, path }) => [code, ...path])).toEqual([
    ['NAME_UNKNOWN', 'accumulators', 'wrong', 1, 1],
    ['TYPE_MISMATCH', 'notices', 'WRONG', 1, 1],
  ]);
});
