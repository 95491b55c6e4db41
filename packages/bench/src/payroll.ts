import { strict as assert } from 'node:assert';
import { COUNTRY_PACKS, calculate, calendarDate, decimal, prepareRules, unwrap } from '@kontor/core';

/**
 * `npm run bench -- payroll`: so many pay events of one month by the rules of the British pack,
 * beside the same tax and insurance by hand, in pence and without rules, versions or explanations.
 */
export function payroll(people: number): void {
  const pack = COUNTRY_PACKS.get('GB');
  assert(pack !== undefined);
  const rules = unwrap(prepareRules(pack));
  const payOf = (person: number): bigint => 150_000n + BigInt((person * 7_919) % 1_200_000);
  const byRules = (person: number) => {
    const pay = payOf(person);
    const { lines } = unwrap(
      calculate({
        rules,
        event: {
          pack: 'GB',
          payDate: calendarDate('2026-04-30'),
          frequency: 'MONTHLY',
          period: 1,
          components: [{ code: 'SALARY', amount: decimal(`${pay / 100n}.${String(pay % 100n).padStart(2, '0')}`) }],
          facts: { taxCode: '1257L', niCategory: 'A' },
          yearToDate: {},
        },
      }),
    );
    const pence = (code: string): bigint =>
      BigInt((lines.find((line) => line.code === code)?.amount ?? '0').replace('.', ''));
    return [pence('INCOME_TAX'), pence('NI_EMPLOYEE'), pence('NI_EMPLOYER')];
  };
  // Once before anything is measured, and proof that both come to the same.
  for (let person = 0; person < 1_000; person += 1) assert.deepEqual(byRules(person), byHand(payOf(person)));
  const rulesCost = processorTime(people, byRules);
  const handCost = processorTime(people, (person) => byHand(payOf(person)));
  const each = (cost: number): string => `${((cost / people) * 1_000).toFixed(1)} µs each`;
  console.log(`payroll, ${people} people, processor time`);
  console.log(`  by rules  ${rulesCost.toFixed(0)} ms, ${each(rulesCost)}`);
  console.log(`  by hand   ${handCost.toFixed(0)} ms, ${each(handCost)}`);
  console.log(`  ratio     ${(rulesCost / handCost).toFixed(0)}`);
}

function processorTime(people: number, work: (person: number) => unknown): number {
  const begun = process.cpuUsage();
  for (let person = 0; person < people; person += 1) work(person);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const aboveZero = (a: bigint): bigint => (a > 0n ? a : 0n);
/** Hundredths of a penny and less are cut to a tenth; a half goes down. */
const penny = (tenthOfPenny: bigint): bigint => tenthOfPenny / 10n + (tenthOfPenny % 10n > 5n ? 1n : 0n);

/** Month 1 of 2026-27 on 1257L and category A, in pence. */
function byHand(pay: bigint): readonly bigint[] {
  const taxable = aboveZero(pay - 104_826n);
  const pounds = taxable / 100n;
  // Tax in hundredths of a penny: thresholds and the tax up to them have four decimals.
  const tax =
    taxable <= 314_200n
      ? pounds * 2_000n
      : taxable <= 1_042_900n
        ? 6_283_333n + ((pounds * 10_000n - 31_416_666n) * 40n) / 100n
        : 35_430_000n + ((pounds * 10_000n - 104_283_333n) * 45n) / 100n;
  const above = aboveZero(pay - 418_900n);
  const employee = penny((aboveZero(least(pay, 418_900n) - 104_800n) * 8n) / 10n) + penny((above * 2n) / 10n);
  const employer = penny((aboveZero(least(pay, 418_900n) - 41_700n) * 15n) / 10n) + penny((above * 15n) / 10n);
  return [tax / 100n, employee, employer];
}
