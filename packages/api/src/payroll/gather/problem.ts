import type { PayProblemSeverity } from '../../generated/prisma/enums.ts';

/** Something that keeps a person from being paid, or should be looked at. */
export interface Problem {
  readonly employeeId: string | null;
  readonly severity: PayProblemSeverity;
  readonly code: string;
  readonly message: string;
  /** Where in the input, from the outside in, with dots. */
  readonly path: string;
  /** Amounts, days and codes in the message, in its order. */
  readonly values: readonly string[];
}

export const error = (
  employeeId: string | null,
  code: string,
  message: string,
  path = '',
  values: readonly string[] = [],
): Problem => ({
  employeeId,
  severity: 'ERROR',
  code,
  message,
  path,
  values,
});
