import type { CalendarDate } from '../../date/calendar-date.ts';
import type { Decimal } from '../../money/decimal.ts';
import { encodeCodePage437 } from './code-page.ts';
import type { SieBalance, SieDocument, SieHeader, SieLine, SieObjectRef, SieVoucher } from './document.ts';
import { type SieWarning, sieWarning } from './fault.ts';
import { amountOf, unitsOf } from './value.ts';

/** A file, and what code page 437 could not say. */
export interface SieWriting {
  readonly bytes: Uint8Array;
  readonly warnings: readonly SieWarning[];
}

/**
 * Writes a document as a SIE file, type 4E where it has vouchers and years, in the order the standard asks for. Reading
 * it again gives the same document, but for characters that code page 437 lacks, which become question marks.
 */
export function writeSie(document: SieDocument): SieWriting {
  const lines = [
    ...headerLines(document.header),
    ...document.years.map(({ index, startsOn, endsOn }) => `#RAR ${index} ${day(startsOn)} ${day(endsOn)}`),
    ...currencyLines(document.header),
    ...document.accounts.filter(({ declared }) => declared).flatMap(accountLines),
    ...document.dimensions.filter(({ declared }) => declared).map(dimensionLine),
    ...document.objects
      .filter(({ declared }) => declared)
      .map(({ dimension, code, name }) => `#OBJEKT ${dimension} ${quote(code)} ${quote(name)}`),
    ...document.balances.map(balanceLine),
    ...document.vouchers.flatMap(voucherLines),
  ];
  const { bytes, lost } = encodeCodePage437(`${lines.join('\r\n')}\r\n`);
  const warnings = [...lost].map((character) =>
    sieWarning('SIE_CHARACTER_LOST', null, `PC8 has no ${character}; a question mark stands for it.`, character),
  );
  return { bytes, warnings };
}

function headerLines(header: SieHeader): readonly string[] {
  const generated = header.generatedBy === '' ? '' : ` ${quote(header.generatedBy)}`;
  return [
    `#FLAGGA ${header.alreadyRead ? 1 : 0}`,
    `#PROGRAM ${quote(header.program)} ${quote(header.programVersion)}`,
    '#FORMAT PC8',
    `#GEN ${day(header.generatedOn)}${generated}`,
    `#SIETYP ${header.type}`,
    ...header.prose.split('\n').flatMap((text) => optional('#PROSA', text)),
    ...optional('#FNR', header.companyKey),
    ...optional('#ORGNR', header.organisationNumber),
    ...optional('#BKOD', header.businessCode),
    ...optional('#FTYP', header.companyForm),
    ...(header.address.some((part) => part !== '') ? [`#ADRESS ${header.address.map(quote).join(' ')}`] : []),
    `#FNAMN ${quote(header.companyName)}`,
  ];
}

function currencyLines(header: SieHeader): readonly string[] {
  return [
    ...optional('#TAXAR', header.taxYear),
    ...(header.balancesUntil === null ? [] : [`#OMFATTN ${day(header.balancesUntil)}`]),
    ...optional('#KPTYP', header.chartType),
    `#VALUTA ${header.currency}`,
  ];
}

function accountLines(account: SieDocument['accounts'][number]): readonly string[] {
  const code = word(account.code);
  return [
    `#KONTO ${code} ${quote(account.name)}`,
    ...(account.type === null ? [] : [`#KTYP ${code} ${account.type}`]),
    ...(account.unit === '' ? [] : [`#ENHET ${code} ${quote(account.unit)}`]),
    ...account.sru.map((field) => `#SRU ${code} ${word(field)}`),
  ];
}

function dimensionLine({ number, name, parent }: SieDocument['dimensions'][number]): string {
  return parent === null ? `#DIM ${number} ${quote(name)}` : `#UNDERDIM ${number} ${quote(name)} ${parent}`;
}

function balanceLine({ kind, year, period, account, objects, amount, quantity }: SieBalance): string {
  const month = period === null ? '' : `${period.replace('-', '')} `;
  const list = kind === 'IB' || kind === 'UB' || kind === 'RES' ? '' : `${objectList(objects)} `;
  const count = quantity === null ? '' : ` ${quantity}`;
  return `#${kind} ${year} ${month}${word(account)} ${list}${money(amount)}${count}`;
}

function voucherLines(voucher: SieVoucher): readonly string[] {
  const head = [word(voucher.series), word(voucher.number), day(voucher.date), quote(voucher.text)];
  const tail = [voucher.registeredOn === null ? '' : day(voucher.registeredOn), quoteOrNothing(voucher.signature)];
  const corrections = voucher.corrections.filter(({ kind }) => kind === 'BTRANS');
  return [
    `#VER ${trimmed([...head, ...tail])}`,
    '{',
    ...corrections.map((line) => transLine('#BTRANS', line)),
    ...voucher.lines.map((line) => transLine('#TRANS', line)),
    '}',
  ];
}

function transLine(label: string, line: SieLine): string {
  const tail = trimmed([
    line.date === null ? '' : day(line.date),
    quoteOrNothing(line.text),
    line.quantity ?? '',
    quoteOrNothing(line.signature),
  ]);
  return `${label} ${word(line.account)} ${objectList(line.objects)} ${money(line.amount)}${tail && ` ${tail}`}`;
}

/** Fields in their places; those at the end that say nothing are left out, those before are `""`. */
function trimmed(fields: readonly string[]): string {
  const last = fields.findLastIndex((field) => field !== '');
  return fields
    .slice(0, last + 1)
    .map((field) => field || '""')
    .join(' ');
}

function optional(label: string, text: string): readonly string[] {
  return text === '' ? [] : [`${label} ${quote(text)}`];
}

function objectList(objects: readonly SieObjectRef[]): string {
  return `{${objects.map(({ dimension, code }) => `${dimension} ${quote(code)}`).join(' ')}}`;
}

/** A field that needs no quotation marks unless it has something in it that would part it. */
function word(text: string): string {
  return /^[A-Za-z0-9._:/+-]+$/.test(text) ? text : quote(text);
}

function quoteOrNothing(text: string): string {
  return text === '' ? '' : quote(text);
}

/**
 * A text in quotation marks. A backslash at its end would escape the closing mark, so a blank follows it; a control
 * character, which the standard forbids, becomes a blank.
 */
function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  const safe = text.replace(/[\u0000-\u001f\u007f]/g, ' ').replaceAll('"', '\\"');
  return safe.endsWith('\\') ? `"${safe} "` : `"${safe}"`;
}

function day(date: CalendarDate | null): string {
  return date === null ? '""' : date.replaceAll('-', '');
}

function money(amount: Decimal): string {
  return amountOf(unitsOf(amount));
}
