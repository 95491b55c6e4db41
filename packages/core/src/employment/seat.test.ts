import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../date/calendar-date.ts';
import { covers } from '../date/dated-range.ts';
import { compareDecimal, decimal, sumDecimal, ZERO } from '../money/decimal.ts';
import { wouldCycle } from './manager-line.ts';
import { peakFte } from './seat.ts';

const first = calendarDate('2026-01-01');
const range = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 0, max: 20 })))
  .map(([start, length]) => ({
    startOn: addDays(first, start),
    endOn: length === null ? null : addDays(first, start + length),
  }));
const share = fc
  .tuple(range, fc.integer({ min: 1, max: 1500 }))
  .map(([dates, thousandths]) => ({ ...dates, assignmentId: 'a', fte: decimal((thousandths / 1000).toFixed(3)) }));

test('the peak is the most that any day of the range holds', () => {
  fc.assert(
    fc.property(fc.array(share, { maxLength: 6 }), range, (shares, asked) => {
      const days = Array.from({ length: 60 }, (_, index) => addDays(first, index)).filter((day) => covers(asked, day));
      const most = days
        .map((day) => sumDecimal(shares.filter((one) => covers(one, day)).map(({ fte }) => fte)))
        .reduce((peak, fte) => (compareDecimal(fte, peak) > 0 ? fte : peak), ZERO);
      expect(compareDecimal(peakFte(shares, asked), most)).toBe(0);
    }),
  );
});

test('a manager line cycles exactly if it leads back to the employee', () => {
  const line = fc.array(fc.option(fc.nat(9)), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(line, fc.nat(9), fc.nat(9), (managers, employee, manager) => {
      const managerOf = (id: string) => managers[Number(id)]?.toString() ?? null;
      const above = new Set<string>();
      for (let id: string | null = String(manager); id !== null && !above.has(id); id = managerOf(id)) above.add(id);
      expect(wouldCycle(managerOf, String(employee), String(manager))).toBe(above.has(String(employee)));
    }),
  );
});
