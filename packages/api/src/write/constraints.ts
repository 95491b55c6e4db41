import { type EntityName, type Field, fieldOf } from '../catalogue.ts';
import type { Constraints } from '../meta/console-meta.ts';

/** What a text is, beyond being a text. */
export type Format = 'email' | 'phone' | 'country' | 'language' | 'locale' | 'timeZone' | 'iban' | 'bic' | 'longText';

/** What a value must be besides what its column says. */
export interface Check {
  readonly format?: Format;
  readonly minimum?: string;
  readonly maximum?: string;
  /** Field of the same record with the currency code, where the value is money. */
  readonly currency?: string;
}

const smallInteger = { minimum: '-32768', maximum: '32767' };
const wholeInteger = { minimum: '-2147483648', maximum: '2147483647' };

/** The limits of a field: what its column can hold, and what is checked besides. */
export function constraintsOf(entity: EntityName, fieldName: string, check: Check | undefined): Constraints {
  const field: Field = fieldOf(entity, fieldName);
  const [native, parameters] = field.native ?? [null, []];
  const range =
    field.type === 'Int'
      ? native === 'SmallInt'
        ? smallInteger
        : wholeInteger
      : field.type === 'Decimal'
        ? decimalRange(parameters)
        : {};
  return {
    ...(native === 'VarChar' && { maxLength: Number(parameters[0]) }),
    ...range,
    ...(check?.minimum !== undefined && { minimum: check.minimum }),
    ...(check?.maximum !== undefined && { maximum: check.maximum }),
  };
}

/** The range of `numeric(precision, scale)`. */
function decimalRange(parameters: readonly string[]): Constraints {
  const [precision, scale] = [Number(parameters[0] ?? 65), Number(parameters[1] ?? 30)];
  const whole = '9'.repeat(precision - scale) || '0';
  const maximum = scale > 0 ? `${whole}.${'9'.repeat(scale)}` : whole;
  return { scale, maximum, minimum: `-${maximum}` };
}
