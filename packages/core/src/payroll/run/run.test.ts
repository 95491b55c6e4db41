/** Which periods a tax year has and when they are due, and who may do what with a run. */
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../date/calendar-date.ts';
import { unwrap } from '../../result.ts';
import { GB_PACK } from '../pack/gb/pack.ts';
import { HU_PACK } from '../pack/hu/pack.ts';
import { type PayRhythm, payCalendar, workingDaysBefore } from './pay-calendar.ts';
import { checkApproval, checkReview, payRunStatesFor } from './pay-run.ts';

const monthly: PayRhythm = {
  frequency: 'MONTHLY',
  payDay: 31,
  anchorOn: null,
  inputsDaysBefore: 8,
  approvalDaysBefore: 3,
};

describe('a year of periods', () => {
  test('has twelve months in Britain, the first paid after 5 April, and a weekend moves the day to the Friday before', () => {
    const periods = unwrap(payCalendar(GB_PACK, '2026-27', monthly));
    expect(periods.map(({ name, number, payOn }) => `${number} ${name} ${payOn}`)).toEqual([
      '1 2026-04 2026-04-30',
      '2 2026-05 2026-05-29',
      '3 2026-06 2026-06-30',
      '4 2026-07 2026-07-31',
      '5 2026-08 2026-08-31',
      '6 2026-09 2026-09-30',
      '7 2026-10 2026-10-30',
      '8 2026-11 2026-11-30',
      '9 2026-12 2026-12-31',
      '10 2027-01 2027-01-29',
      '11 2027-02 2027-02-26',
      '12 2027-03 2027-03-31',
    ]);
    expect(periods[1]).toMatchObject({
      startsOn: '2026-05-01',
      endsOn: '2026-05-31',
      inputsDueOn: '2026-05-19',
      approvalDueOn: '2026-05-26',
    });
  });

  test('is that of the day of payment: January paid on 10 February 2026 is the second of the Hungarian year', () => {
    const [first, second] = unwrap(payCalendar(HU_PACK, '2026', { ...monthly, payDay: 10 }));
    expect([first?.number, first?.payOn, second?.number]).toEqual([1, '2026-01-09', 2]);
  });

  test('has 52 weeks, numbered by the week of the tax year', () => {
    const weekly = { ...monthly, frequency: 'WEEKLY', payDay: 5, anchorOn: calendarDate('2026-04-06') } as const;
    const periods = unwrap(payCalendar(GB_PACK, '2026-27', weekly));
    expect(periods).toHaveLength(52);
    expect(periods[0]).toMatchObject({ number: 1, payOn: '2026-04-10' });
    expect(periods.at(-1)).toMatchObject({ number: 52, payOn: '2027-04-02' });
    const numbers = periods.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(52);
  });

  const refusals = [
    ['TAX_YEAR_UNKNOWN', GB_PACK, '2031-32', monthly],
    ['FREQUENCY_NOT_IN_PACK', HU_PACK, '2026', { ...monthly, frequency: 'WEEKLY' }],
    ['ANCHOR_MISSING', GB_PACK, '2026-27', { ...monthly, frequency: 'FORTNIGHTLY' }],
  ] as const;
  test.each(refusals)('%s', (code, pack, year, rhythm) => {
    expect(payCalendar(pack, year, rhythm)).toMatchObject({ ok: false, rejections: [{ code }] });
  });

  test('counts working days back over a weekend', () => {
    expect(workingDaysBefore(calendarDate('2026-06-01'), 1)).toBe('2026-05-29');
    expect(workingDaysBefore(calendarDate('2026-06-30'), 8)).toBe('2026-06-18');
  });
});

describe('a run', () => {
  test('can be calculated until somebody has looked at it, and thrown away until it is final', () => {
    expect(payRunStatesFor('calculate')).toEqual(['DRAFT', 'CALCULATED']);
    expect(payRunStatesFor('finalize')).toEqual(['APPROVED']);
    expect(payRunStatesFor('cancel')).toEqual(['DRAFT', 'CALCULATED', 'REVIEWED', 'APPROVED']);
  });

  test('is looked through with a word on what deviates, and pays somebody', () => {
    const codes = (facts: Parameters<typeof checkReview>[0]) => checkReview(facts).map(({ code }) => code);
    expect(codes({ employeeCount: 0, toExplain: 0, note: null })).toEqual(['RUN_EMPTY']);
    expect(codes({ employeeCount: 3, toExplain: 2, note: '  ' })).toEqual(['DEVIATIONS_UNEXPLAINED']);
    expect(codes({ employeeCount: 3, toExplain: 2, note: 'A raise in May' })).toEqual([]);
    expect(codes({ employeeCount: 3, toExplain: 0, note: null })).toEqual([]);
  });

  test('is approved by neither its preparer nor the only one whom it pays', () => {
    const anna = { userId: 'u1', personId: 'p1' };
    const codes = (facts: Parameters<typeof checkApproval>[0]) => checkApproval(facts).map(({ code }) => code);
    expect(codes({ approver: anna, preparer: anna, personIds: ['p1', 'p2'] })).toEqual(['SAME_PERSON']);
    const otherSignIn = { userId: 'u9', personId: 'p1' };
    expect(codes({ approver: otherSignIn, preparer: anna, personIds: ['p2'] })).toEqual(['SAME_PERSON']);
    const boris = { userId: 'u2', personId: 'p2' };
    expect(codes({ approver: boris, preparer: anna, personIds: ['p2'] })).toEqual(['OWN_PAY']);
    expect(codes({ approver: boris, preparer: anna, personIds: ['p2', 'p3'] })).toEqual([]);
  });
});
