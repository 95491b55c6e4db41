import type { SieEncoding } from './code-page.ts';
import type { SieBalance, SieBalanceKind, SieDocument, SieYear } from './document.ts';
import { type SieFault, type SieWarning, sieFault, sieWarning } from './fault.ts';
import { HeaderBuilder } from './header-builder.ts';
import type { SieRecord } from './lexer.ts';
import { RegisterBuilder } from './register-builder.ts';
import { FieldReader } from './value.ts';
import { VoucherBuilder } from './voucher-builder.ts';

const WITHOUT_OBJECTS: ReadonlySet<string> = new Set(['IB', 'UB', 'RES']);
const BALANCES: ReadonlySet<string> = new Set(['IB', 'UB', 'RES', 'OIB', 'OUB', 'PSALDO', 'PBUDGET']);
const BY_PERIOD: ReadonlySet<string> = new Set(['PSALDO', 'PBUDGET']);
const LINES: ReadonlySet<string> = new Set(['TRANS', 'RTRANS', 'BTRANS']);

/** Takes records in the order of the file and keeps track of where a block is open. */
export class DocumentBuilder {
  private readonly header: HeaderBuilder;
  private readonly registers: RegisterBuilder;
  private readonly vouchers: VoucherBuilder;
  private readonly years = new Map<number, SieYear>();
  private readonly balances: SieBalance[] = [];
  private readonly unknown = new Set<string>();
  /** The line of a block that follows an unknown label, all of which is skipped; null outside one. */
  private skipping: number | null = null;
  private afterUnknown = false;

  private readonly encoding: SieEncoding;
  private readonly faults: SieFault[];
  private readonly warnings: SieWarning[];

  constructor(encoding: SieEncoding, faults: SieFault[], warnings: SieWarning[]) {
    this.encoding = encoding;
    this.faults = faults;
    this.warnings = warnings;
    this.header = new HeaderBuilder(faults, warnings);
    this.registers = new RegisterBuilder(faults, warnings);
    this.vouchers = new VoucherBuilder(faults, warnings, this.registers);
  }

  add(record: SieRecord): void {
    if (this.skipping !== null) {
      if (record.label === '}') this.skipping = null;
      return;
    }
    const followsUnknown = this.afterUnknown;
    this.afterUnknown = false;
    if (record.label === '{' && followsUnknown && !this.vouchers.awaitsBlock) {
      this.skipping = record.line;
    } else if (record.label === '{') this.vouchers.open(record.line);
    else if (record.label === '}') this.vouchers.close(record.line);
    else this.labelled(record);
  }

  /** The document; faults that only the end shows are added. */
  finish(): SieDocument {
    this.vouchers.finish();
    if (this.skipping !== null) {
      this.faults.push(sieFault('SIE_BLOCK_UNCLOSED', this.skipping, 'Close the block with }.'));
    }
    const header = this.header.finish(this.vouchers.vouchers.length > 0);
    const years = [...this.years.values()].sort((a, b) => b.index - a.index);
    this.checkYears(years);
    return {
      encoding: this.encoding,
      header,
      years,
      ...this.registers.finish(),
      balances: this.balances,
      vouchers: this.vouchers.vouchers,
    };
  }

  private labelled(record: SieRecord): void {
    const { label } = record;
    const fields = new FieldReader(record, this.faults);
    if (LINES.has(label)) {
      this.vouchers.line(record, fields);
      return;
    }
    if (label !== 'VER' && !this.knows(label)) {
      this.skip(record);
      return;
    }
    if (record.unclosed) fields.fault('SIE_QUOTE_UNCLOSED', 'Close the text with a quotation mark.');
    if (label === 'VER') this.vouchers.begin(record, fields);
    else if (this.vouchers.isOpen) this.vouchers.interrupted(record);
    else if (BALANCES.has(label)) this.balance(label as SieBalanceKind, fields, record.line);
    else if (label === 'RAR') this.year(fields, record.line);
    else if (this.header.knows(label)) this.header.take(record, fields);
    else this.registers.take(record, fields);
  }

  private knows(label: string): boolean {
    return BALANCES.has(label) || label === 'RAR' || this.header.knows(label) || this.registers.knows(label);
  }

  /** The standard has readers pass over labels they do not know, so that it may grow. */
  private skip(record: SieRecord): void {
    this.afterUnknown = true;
    if (this.unknown.has(record.label)) return;
    this.unknown.add(record.label);
    const label = `#${record.label}`;
    this.warnings.push(sieWarning('SIE_LABEL_UNKNOWN', record.line, `${label} is skipped: no such label.`, label));
  }

  private year(fields: FieldReader, line: number): void {
    const index = fields.yearIndex(0);
    if (index === null) return;
    const startsOn = fields.date(1);
    const endsOn = fields.date(2);
    if (startsOn !== null && endsOn !== null && startsOn > endsOn) {
      fields.fault('SIE_YEAR_WRONG', 'End the year after it begins.', String(index));
    }
    if (startsOn === null || endsOn === null) {
      const message = `Year ${index} has no dates.`;
      this.warnings.push(sieWarning('SIE_YEAR_WITHOUT_DATES', line, message, String(index)));
    }
    if (this.years.has(index)) {
      fields.fault('SIE_YEAR_WRONG', `Give year ${index} once.`, String(index));
    }
    this.years.set(index, { index, startsOn, endsOn, line });
  }

  private balance(kind: SieBalanceKind, fields: FieldReader, line: number): void {
    const year = fields.yearIndex(0) ?? 0;
    const period = BY_PERIOD.has(kind) ? fields.period(1) : null;
    const at = period === null ? 1 : 2;
    const account = fields.account(at);
    const { objects, next } = WITHOUT_OBJECTS.has(kind) ? { objects: [], next: at + 1 } : fields.objects(at + 1);
    const amount = fields.amount(next);
    const quantity = fields.quantity(next + 1);
    this.registers.meet(account, objects, line);
    this.balances.push({ kind, year, period, account, objects, amount, quantity, line });
  }

  private checkYears(years: readonly SieYear[]): void {
    for (const [place, later] of years.entries()) {
      const earlier = years[place + 1];
      if (!earlier?.endsOn || !later.startsOn || earlier.endsOn < later.startsOn) continue;
      const message = `Let year ${earlier.index} end before year ${later.index} begins.`;
      this.faults.push(sieFault('SIE_YEARS_OVERLAP', earlier.line, message, String(earlier.index)));
    }
  }
}
