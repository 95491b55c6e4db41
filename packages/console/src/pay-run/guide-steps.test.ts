import { expect, it } from 'vitest';
import { nextStep, otherActions, type RunFacts, STEPS, stateOf } from './guide-steps.ts';
import { placeOf } from './problem-place.ts';

const run: RunFacts = {
  status: 'CALCULATED',
  employeeCount: 3,
  preparedById: 'anna',
  actions: ['calculatePayRun', 'reviewPayRun', 'cancelPayRun'],
  viewerId: 'anna',
  batchStatus: null,
};
const reviewed = { ...run, status: 'REVIEWED', actions: ['approvePayRun', 'sendPayRunBack', 'cancelPayRun'] };
const final = { ...run, status: 'FINALIZED', actions: ['payPayRun', 'recordPayRunPaid'] };

it.each([
  ['a calculated run is passed on', run, 'review', 'reviewPayRun', 'you'],
  ['one that pays nobody is calculated again', { ...run, employeeCount: 0 }, 'review', 'calculatePayRun', 'you'],
  ['somebody else approves', { ...reviewed, viewerId: 'bea' }, 'approve', 'approvePayRun', 'you'],
  ['the preparer waits', reviewed, 'approve', null, 'another'],
  ['whoever may do nothing is told who does', { ...reviewed, actions: [] }, 'approve', null, 'payroll'],
  ['a final run is paid', final, 'pay', 'payPayRun', 'you'],
  ['a batch goes its way', { ...final, batchStatus: 'SUBMITTED' }, 'pay', null, 'batch'],
  ['what the bank has paid is recorded', { ...final, batchStatus: 'CONFIRMED' }, 'pay', 'recordPayRunPaid', 'you'],
  ['a rejected batch is followed by another', { ...final, batchStatus: 'REJECTED' }, 'pay', 'payPayRun', 'you'],
])('%s', (_title, facts, step, action, waitsFor) => {
  expect(nextStep(facts)).toEqual({ step, action, waitsFor });
});

it('leaves nothing to do with what is paid or thrown away', () => {
  expect([nextStep({ ...run, status: 'PAID' }), nextStep({ ...run, status: 'CANCELLED' })]).toEqual([null, null]);
  expect(STEPS.map((step) => stateOf(step, 'APPROVED'))).toEqual(['done', 'done', 'done', 'now', 'later']);
  expect(STEPS.map((step) => stateOf(step, 'CANCELLED'))).toEqual(STEPS.map(() => 'stopped'));
});

it('offers the rest of what the graph does, but for what it would refuse', () => {
  expect(otherActions(run, nextStep(run))).toEqual(['calculatePayRun', 'cancelPayRun']);
  expect(otherActions(reviewed, nextStep(reviewed))).toEqual(['sendPayRunBack', 'cancelPayRun']);
});

it.each([
  ['iban', { entity: 'Person', id: 'p1' }],
  ['salary', { entity: 'Employee', id: 'e1', tab: 'compensations' }],
  ['employment', { entity: 'Employee', id: 'e1' }],
  ['items.i1.amount', { entity: 'PayItem', id: 'i1' }],
  ['facts.taxCode', { entity: 'Employee', id: 'e1' }],
  ['facts.niCategory', { entity: 'PayFact', filter: ['and', ['employee', 'in', ['e1']]] }],
  ['', { entity: 'Employee', id: 'e1' }],
])('mends %s in its place', (path, place) => {
  expect(placeOf({ path, employee: { id: 'e1', person: { id: 'p1' } } })).toEqual(place);
});

it('mends what is wrong with the rules at the components of the company', () => {
  expect(placeOf({ path: 'OVERTIME.rule', employee: null })).toEqual({ entity: 'PayComponent', filter: null });
});
