import type { FieldKind, FilterOperator } from '../generator/meta.ts';

const TEMPORAL: Partial<Record<FilterOperator, string>> = { lt: 'before', lte: 'until', gt: 'after', gte: 'from' };

/** Key of an operator's name: of days one says before and after, not less and more. */
export function operatorLabelKey(operator: FilterOperator, kind: FieldKind): string {
  const temporal = kind === 'DATE' || kind === 'INSTANT' ? TEMPORAL[operator] : undefined;
  return `operator.${temporal ?? operator}`;
}
