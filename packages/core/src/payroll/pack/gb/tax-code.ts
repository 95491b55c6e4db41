import { accept, type Rejection, type Result, reject } from '../../../result.ts';

/** TAX_CODE_MALFORMED: HMRC issues no such code. */
export type TaxCodeFault = 'TAX_CODE_MALFORMED';

/**
 * A tax code, taken apart. ALLOWANCE: free pay, as 1257L. ADDITION: pay is added before tax, as
 * K475. FLAT: all pay at one rate, as BR or SD2. NONE: no tax, NT.
 */
export interface TaxCode {
  readonly nation: 'UK' | 'SCOTLAND' | 'WALES';
  readonly kind: 'ALLOWANCE' | 'ADDITION' | 'FLAT' | 'NONE';
  /** The code without its basis, as SD2 or 1257L. */
  readonly name: string;
  /** Tens of pounds of allowance or addition; 0 for codes without a number. */
  readonly number: number;
  /** Written with W1, M1, W1/M1 or X: each payment is taxed for itself. */
  readonly isWeekOne: boolean;
}

const CODE =
  /^(?<name>(?<nation>[SC]?)(?:(?<none>NT)|(?<flat>BR|D[0-3])|K(?<addition>[1-9][0-9]{0,3})|(?<allowance>0|[1-9][0-9]{0,5})[LMNT]))(?: ?(?<basis>W1\/M1|W1|M1|X))?$/;

/** Reads a code as HMRC writes it, in capital letters, with or without its basis. */
export function parseTaxCode(text: string): Result<TaxCode, Rejection<TaxCodeFault>> {
  const groups = CODE.exec(text)?.groups;
  if (groups === undefined || !isIssued(groups)) {
    return reject(
      'TAX_CODE_MALFORMED',
      'Give a tax code as HMRC writes it, such as 1257L, S1257L M1, C1100T, K475, BR, SD2, 0T or NT.',
    );
  }
  const { name = '', none, flat, addition, allowance, basis } = groups;
  return accept({
    nation: groups['nation'] === 'S' ? 'SCOTLAND' : groups['nation'] === 'C' ? 'WALES' : 'UK',
    kind: none ? 'NONE' : flat ? 'FLAT' : addition ? 'ADDITION' : 'ALLOWANCE',
    name,
    number: Number(addition ?? allowance ?? 0),
    isWeekOne: basis !== undefined,
  });
}

/** As the tax table routines have it: 999999T is the longest. */
const LONGEST_NAME = 7;

/** NT has no nation; D2 and D3 are Scotland's alone; K codes go up to 9999. */
function isIssued({ name = '', nation, none, flat }: Record<string, string | undefined>): boolean {
  if (name.length > LONGEST_NAME) return false;
  if (none) return nation === '';
  return flat !== 'D2' && flat !== 'D3' ? true : nation === 'S';
}
