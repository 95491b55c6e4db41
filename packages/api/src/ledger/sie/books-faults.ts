import type { SieDocument, SieReading } from '@kontor/core';
import type { Facts } from './facts.ts';
import type { SieNote } from './sie-request.ts';

/** A fault or warning. */
export function note(code: string, line: number | null, message: string, detail = ''): SieNote {
  return { code, line, message, detail };
}

/** What in the books stands against a file. */
export function booksFaults({ document }: SieReading, { company, accounts }: Facts): readonly SieNote[] {
  const { header } = document;
  const faults: SieNote[] = [];
  if (header.type !== 4) {
    const advice = `Export the file as type 4, with its vouchers: this one is of type ${header.type}.`;
    faults.push(note('SIE_TYPE_WITHOUT_VOUCHERS', 1, advice, String(header.type)));
  }
  if (header.currency !== company.currencyCode) {
    const advice = `The books are kept in ${company.currencyCode}, the file in ${header.currency}: choose another company.`;
    faults.push(note('SIE_CURRENCY_DIFFERS', 1, advice, header.currency));
  }
  const used = usedAt(document);
  for (const [code, line] of used) {
    const account = accounts.get(code);
    if (!account) continue;
    const isOpen = account.postable && account.active;
    if (!isOpen)
      faults.push(note('SIE_ACCOUNT_CLOSED', line, `Account ${code} takes no entries: open it first.`, code));
    if (account.currencyCode !== null && account.currencyCode !== company.currencyCode) {
      const advice = `Account ${code} takes ${account.currencyCode} alone.`;
      faults.push(note('SIE_ACCOUNT_CURRENCY', line, advice, code));
    }
  }
  return faults;
}

/** What is longer than the books hold. */
export function lengthFaults(document: SieDocument): readonly SieNote[] {
  const faults: SieNote[] = [];
  const check = (text: string, atMost: number, line: number, what: string) => {
    if (text.length <= atMost) return;
    const advice = `Shorten the ${what} to ${atMost} characters: ${text.slice(0, 40)}…`;
    faults.push(note('SIE_TEXT_TOO_LONG', line, advice, what));
  };
  for (const { code, name, line } of document.accounts) {
    check(code, 20, line, 'number of the account');
    check(name, 200, line, 'name of the account');
  }
  for (const { number, name, line } of document.dimensions) {
    check(number, 20, line, 'number of the dimension');
    check(name, 200, line, 'name of the dimension');
  }
  for (const { code, name, line } of document.objects) {
    check(code, 40, line, 'code of the object');
    check(name, 200, line, 'name of the object');
  }
  for (const { series, number, text, signature, lines, line } of document.vouchers) {
    check(series, 20, line, 'series of the voucher');
    check(number, 40, line, 'number of the voucher');
    check(text, 500, line, 'text of the voucher');
    check(signature, 100, line, 'signature');
    for (const each of lines) check(each.text, 500, each.line, 'text of the line');
    if (lines.length > 30_000) faults.push(note('SIE_TEXT_TOO_LONG', line, 'Part the voucher: it has too many lines.'));
  }
  return faults;
}

/** Accounts that entries will stand on, by the line that first uses them. */
function usedAt(document: SieDocument): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  const use = (account: string, line: number) => {
    if (!used.has(account)) used.set(account, line);
  };
  for (const { kind, year, account, line } of document.balances) if (kind === 'IB' && year === 0) use(account, line);
  for (const { lines } of document.vouchers) for (const { account, line } of lines) use(account, line);
  return used;
}
