import { describe, expect, test } from 'vitest';
import { calendarDate as day } from '../date/calendar-date.ts';
import { rejectionsOf } from '../result.ts';
import { CANCEL_HIRE_RULES, type CancelHireFacts, cancelHire } from './cancel-hire.ts';

const employment = {
  id: 'e',
  personId: 'anna',
  companyId: 'c',
  endReason: null,
  startOn: day('2026-04-01'),
  endOn: null,
};
const facts: CancelHireFacts = {
  today: day('2026-03-31'),
  actor: { userId: 'hr', personId: 'hr' },
  employment,
  reports: 0,
};

test('a hire is cancelled until the day before the first', () => {
  expect(cancelHire(facts, ' Took another offer ')).toEqual({
    ok: true,
    value: { status: 'CANCELLED', cancelledOn: '2026-03-31', endReason: 'Took another offer' },
  });
});

const rows: readonly (readonly [string, Partial<CancelHireFacts>, string])[] = [
  ['ACTOR_IS_SUBJECT', { actor: { userId: 'a', personId: 'anna' } }, 'x'],
  ['ALREADY_STARTED', { today: day('2026-04-01') }, 'x'],
  ['ALREADY_STARTED', { today: day('2026-05-01') }, 'x'],
  ['MANAGES_OTHERS', { reports: 1 }, 'x'],
  ['REASON_MISSING', {}, ' '],
];

describe('it is refused', () => {
  test.each(rows)('%s', (code, change, reason) => {
    expect(rejectionsOf(cancelHire({ ...facts, ...change }, reason)).map((each) => each.code)).toEqual([code]);
  });
  test('with a row for each rule', () => {
    expect(CANCEL_HIRE_RULES.filter(({ code }) => !rows.some(([name]) => name === code))).toEqual([]);
  });
});
