import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rejectionsOf, unwrap } from '../result.ts';
import { readPayEvent } from './read-pay-event.ts';

const EVENT = {
  pack: 'GB',
  payDate: '2026-05-31',
  frequency: 'MONTHLY',
  period: 2,
  components: [{ code: 'SALARY', amount: '1156.26' }],
  facts: { taxCode: '1257L', nonCumulative: false, directorWeeks: 52 },
  yearToDate: { taxablePay: '1156.25' },
};

test('an event is read as it stands, and a count as text', () => {
  expect(unwrap(readPayEvent(EVENT))).toEqual({ ...EVENT, facts: { ...EVENT.facts, directorWeeks: '52' } });
  const { facts: _, yearToDate: __, ...least } = EVENT;
  expect(unwrap(readPayEvent({ ...least, id: 7 }))).toEqual({ ...least, facts: {}, yearToDate: {} });
});

test.each<[string, unknown, readonly (string | number)[]]>([
  ['EVENT_MALFORMED', null, []],
  ['EVENT_MALFORMED', [EVENT], []],
  ['EVENT_MALFORMED', 'GB', []],
  ['KEY_UNKNOWN', { ...EVENT, yearTodate: {} }, ['yearTodate']],
  ['KEY_MISSING', { ...EVENT, pack: undefined }, ['pack']],
  ['TYPE_WRONG', { ...EVENT, pack: 1 }, ['pack']],
  ['KEY_MISSING', { ...EVENT, payDate: undefined }, ['payDate']],
  ['DATE_MALFORMED', { ...EVENT, payDate: '31.5.2026' }, ['payDate']],
  ['DATE_NOT_IN_CALENDAR', { ...EVENT, payDate: '2026-06-31' }, ['payDate']],
  ['TYPE_WRONG', { ...EVENT, frequency: null }, ['frequency']],
  ['TYPE_WRONG', { ...EVENT, period: '2' }, ['period']],
  ['TYPE_WRONG', { ...EVENT, period: 1.5 }, ['period']],
  ['KEY_MISSING', { ...EVENT, components: undefined }, ['components']],
  ['TYPE_WRONG', { ...EVENT, components: {} }, ['components']],
  ['TYPE_WRONG', { ...EVENT, components: ['SALARY'] }, ['components', 0]],
  ['KEY_UNKNOWN', { ...EVENT, components: [{ code: 'SALARY', amount: '1', hours: '2' }] }, ['components', 0, 'hours']],
  ['KEY_MISSING', { ...EVENT, components: [{ amount: '1' }] }, ['components', 0, 'code']],
  ['KEY_MISSING', { ...EVENT, components: [{ code: 'SALARY' }] }, ['components', 0, 'amount']],
  ['TYPE_WRONG', { ...EVENT, components: [{ code: 'SALARY', amount: 1156.26 }] }, ['components', 0, 'amount']],
  ['DECIMAL_MALFORMED', { ...EVENT, components: [{ code: 'SALARY', amount: '1,5' }] }, ['components', 0, 'amount']],
  [
    'DECIMAL_TOO_LONG',
    { ...EVENT, components: [{ code: 'SALARY', amount: '1'.repeat(65) }] },
    ['components', 0, 'amount'],
  ],
  ['TYPE_WRONG', { ...EVENT, facts: [] }, ['facts']],
  ['TYPE_WRONG', { ...EVENT, facts: { children: 1.5 } }, ['facts', 'children']],
  ['TYPE_WRONG', { ...EVENT, facts: { taxCode: null } }, ['facts', 'taxCode']],
  ['TYPE_WRONG', { ...EVENT, yearToDate: 'none' }, ['yearToDate']],
  ['TYPE_WRONG', { ...EVENT, yearToDate: { incomeTax: 21.4 } }, ['yearToDate', 'incomeTax']],
])('%s', (code, value, path) => {
  expect(rejectionsOf(readPayEvent(value))).toMatchObject([{ code, path }]);
});

test('whatever JSON gives is an event or is refused with a place', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const result = readPayEvent(value);
      if (!result.ok) expect(result.rejections.every(({ code, message }) => code !== '' && message !== '')).toBe(true);
    }),
  );
});
