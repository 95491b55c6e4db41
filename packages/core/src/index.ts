/**
 * Kontor's pure domain logic: everything here is a function of its arguments, without input or
 * output, clock, database or graph. What may be expected to go wrong is a `Result`; bugs throw.
 */
export * from './date/calendar-date.ts';
export * from './date/country.ts';
export * from './date/dated-range.ts';
export * from './date/locale.ts';
export * from './date/time-zone.ts';
export * from './device/decide-device.ts';
export * from './device/device-facts.ts';
export * from './device/device-machine.ts';
export * from './device/device-rules.ts';
export * from './device-type/device-model.ts';
export * from './device-type/normalise-device-type.ts';
export * from './employee-import/check-file.ts';
export type { ImportRow } from './employee-import/check-row.ts';
export * from './employee-import/date-format.ts';
export * from './employee-import/decimal-format.ts';
export * from './employee-import/field.ts';
export * from './employee-import/header.ts';
export * from './employee-import/imported-employee.ts';
export * from './employment/actor.ts';
export * from './employment/change-position.ts';
export * from './employment/change-proposal.ts';
export * from './employment/compensation.ts';
export * from './employment/end-employment.ts';
export * from './employment/facts.ts';
export * from './employment/hire.ts';
export * from './employment/manager-line.ts';
export * from './employment/pay-rules.ts';
export * from './employment/position.ts';
export * from './employment/position-budget.ts';
export * from './employment/seat.ts';
export * from './employment/take-over.ts';
export * from './money/currency.ts';
export * from './money/decimal.ts';
export * from './money/iso-4217.ts';
export * from './money/split.ts';
export * from './person/bank-account.ts';
export * from './person/email.ts';
export * from './person/national-id.ts';
export type { NationalIdCode } from './person/national-id-reading.ts';
export * from './person/person-name.ts';
export * from './person/phone.ts';
export * from './person/postal-code.ts';
export * from './result.ts';
export * from './rule.ts';
export * from './state-machine.ts';
