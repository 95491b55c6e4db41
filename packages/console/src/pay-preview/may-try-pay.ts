import type { Catalogue } from '../generator/resource-definition.ts';

/**
 * Whether a viewer has salaries to try out: whoever reads what people are paid and what seats may be paid. Of somebody’s
 * own alone there is nothing to try; the graph decides for each person anyway.
 */
export const mayTryPay = (byName: Catalogue['byName']): boolean =>
  byName.has('Compensation') && byName.get('Position')?.fieldByName.has('payMinimum') === true;
