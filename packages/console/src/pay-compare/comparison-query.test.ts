import { expect, it } from 'vitest';
import { peopleFile, peopleVariables, viewOf } from './comparison-query.ts';

it('takes the view from the address, and nothing from it that the graph would refuse', () => {
  const view = viewOf(
    new URLSearchParams('measure=BONUS&changes=LEFT,JOINED,NONSENSE&atLeast=2.5&order=PERCENT&way=desc&offset=50'),
  );
  expect(peopleVariables(view, 'r1', 'r0')).toEqual({
    id: 'r1',
    with: 'r0',
    measure: 'NET',
    component: 'BONUS',
    changes: ['JOINED', 'LEFT'],
    atLeastPercent: '2.5',
    orderBy: 'PERCENT',
    descending: true,
    first: 50,
    offset: 50,
  });
  const plain = viewOf(new URLSearchParams('atLeast=much&order=x&offset=-1'));
  expect(peopleVariables(plain, 'r1', null, true)).toMatchObject({
    measure: 'NET',
    component: null,
    changes: [],
    atLeastPercent: null,
    orderBy: 'NAME',
    first: 10_000,
    offset: 0,
  });
});

it('writes people into a file that no spreadsheet takes for formulas', () => {
  const person = { employeeId: 'e1', employeeNumber: '7', name: '=Ann', change: 'LEFT' } as const;
  const amounts = { before: '2000.00', now: null, difference: '-2000.00', percent: '-100.0' };
  expect(peopleFile(['No.', 'Name'], [{ ...person, ...amounts }], (change) => change)).toBe(
    "\uFEFFNo.,Name\r\n7,'=Ann,LEFT,2000.00,,-2000.00,-100.0\r\n",
  );
});
