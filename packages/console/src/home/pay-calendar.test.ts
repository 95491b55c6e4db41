import { expect, it } from 'vitest';
import { openDeadlines, type PayPeriod, periodsDue } from './pay-calendar.ts';

const period = (status?: string): PayPeriod => ({
  id: 'p',
  name: '2026-11',
  inputsDueOn: '2026-11-20',
  approvalDueOn: '2026-11-25',
  payOn: '2026-11-30',
  schedule: null,
  runs: { nodes: status === undefined ? [] : [{ id: 'r', status }] },
});
const told = (status: string | undefined, today: string) =>
  openDeadlines(period(status), today).map(({ kind, urgency }) => `${kind} ${urgency}`);

it.each([
  ['before there is a run', undefined, '2026-11-19', ['inputs ahead', 'approve ahead', 'pay ahead']],
  ['on the day', 'DRAFT', '2026-11-20', ['inputs today', 'approve ahead', 'pay ahead']],
  ['too late', 'CALCULATED', '2026-11-26', ['approve overdue', 'pay ahead']],
  ['approved', 'APPROVED', '2026-12-01', ['pay overdue']],
  ['paid', 'PAID', '2026-12-01', []],
])('%s, what is open is told', (_title, status, today, expected) => {
  expect(told(status, today)).toEqual(expected);
});

it('asks for two weeks ahead, and a month back where nobody has begun', () => {
  expect(periodsDue('2026-11-22')).toMatchObject({
    inputsDueOn: { lte: '2026-12-06' },
    or: [{ payOn: { gte: '2026-10-22' } }, { runs: { some: { kind: { eq: 'REGULAR' } } } }],
  });
});
