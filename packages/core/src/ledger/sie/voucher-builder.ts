import type { SieLine, SieVoucher } from './document.ts';
import { type SieFault, type SieWarning, sieFault, sieWarning } from './fault.ts';
import type { SieRecord } from './lexer.ts';
import type { RegisterBuilder } from './register-builder.ts';
import { amountOf, type FieldReader, unitsOf } from './value.ts';

interface Draft extends Omit<SieVoucher, 'lines' | 'corrections'> {
  readonly lines: SieLine[];
  readonly corrections: SieVoucher['corrections'][number][];
  /** Whether its block has begun. */
  opened: boolean;
}

/** Gathers vouchers with their lines. Every voucher must balance. */
export class VoucherBuilder {
  readonly vouchers: SieVoucher[] = [];
  private draft: Draft | null = null;
  /** An added line whose #TRANS, which counts, is to follow. */
  private added: SieLine | null = null;

  private readonly faults: SieFault[];
  private readonly warnings: SieWarning[];
  private readonly registers: RegisterBuilder;

  constructor(faults: SieFault[], warnings: SieWarning[], registers: RegisterBuilder) {
    this.faults = faults;
    this.warnings = warnings;
    this.registers = registers;
  }

  /** Whether a voucher was named whose block has yet to begin. */
  get awaitsBlock(): boolean {
    return this.draft !== null && !this.draft.opened;
  }

  /** Whether a voucher's block is open. */
  get isOpen(): boolean {
    return this.draft?.opened === true;
  }

  begin(record: SieRecord, fields: FieldReader): void {
    this.abandon();
    const date = fields.date(2);
    if (date === null && fields.text(2).trim() === '') fields.required(2, 'date');
    this.draft = {
      series: fields.text(0).trim(),
      number: fields.text(1).trim(),
      // A voucher without a date is a fault already; the file never gets further.
      date: date ?? ('1900-01-01' as SieVoucher['date']),
      text: fields.text(3),
      registeredOn: fields.date(4),
      signature: fields.text(5).trim(),
      lines: [],
      corrections: [],
      line: record.line,
      opened: false,
    };
  }

  open(line: number): void {
    if (this.awaitsBlock && this.draft) this.draft.opened = true;
    else this.faults.push(sieFault('SIE_BLOCK_MISPLACED', line, 'Begin a block after #VER alone.'));
  }

  line(record: SieRecord, fields: FieldReader): void {
    const line = this.read(record, fields);
    if (!this.draft?.opened) {
      const message = `Put #${record.label} between the braces of a #VER.`;
      this.faults.push(sieFault('SIE_LINE_OUTSIDE_VOUCHER', record.line, message, line.account));
      return;
    }
    this.registers.meet(line.account, line.objects, line.line);
    if (record.label === 'TRANS') {
      if (this.added && !isSame(this.added, line)) this.warnUnpaired(this.added);
      this.added = null;
      this.draft.lines.push(line);
      return;
    }
    this.settleAdded();
    const kind = record.label === 'RTRANS' ? 'RTRANS' : 'BTRANS';
    this.draft.corrections.push({ ...line, kind });
    if (kind === 'RTRANS') this.added = line;
  }

  /** A label of another kind within a voucher: its brace is missing. */
  interrupted(record: SieRecord): void {
    const message = `Close the voucher with } before #${record.label}.`;
    this.faults.push(sieFault('SIE_LABEL_INSIDE_VOUCHER', record.line, message, nameOf(this.draft)));
    this.draft = null;
  }

  close(line: number): void {
    if (!this.draft?.opened) {
      this.faults.push(sieFault('SIE_BLOCK_MISPLACED', line, 'End a block that has begun.'));
      return;
    }
    this.settleAdded();
    const { opened: _, ...voucher } = this.draft;
    this.draft = null;
    this.check(voucher);
    this.vouchers.push(voucher);
  }

  finish(): void {
    this.abandon();
  }

  private abandon(): void {
    if (this.draft === null) return;
    const { opened, line } = this.draft;
    const name = nameOf(this.draft);
    this.faults.push(
      opened
        ? sieFault('SIE_BLOCK_UNCLOSED', line, `Close voucher ${name} with }.`, name)
        : sieFault('SIE_BLOCK_MISSING', line, `Give voucher ${name} its lines between braces.`, name),
    );
    this.draft = null;
  }

  private read(record: SieRecord, fields: FieldReader): SieLine {
    const account = fields.account(0);
    const { objects, next } = fields.objects(1);
    if (record.unclosed) this.leftOpen(record, fields, next + 2);
    return {
      account,
      objects,
      amount: fields.amount(next),
      date: fields.date(next + 1),
      text: fields.text(next + 2),
      quantity: fields.quantity(next + 3),
      signature: fields.text(next + 4).trim(),
      line: record.line,
    };
  }

  /** Programs that cut a text to its longest cut its quotation mark too; elsewhere a mark is missing that parts fields. */
  private leftOpen(record: SieRecord, fields: FieldReader, textPlace: number): void {
    if (record.fields.length - 1 !== textPlace) {
      fields.fault('SIE_QUOTE_UNCLOSED', 'Close the text with a quotation mark.');
      return;
    }
    const message = 'The text is cut and its quotation mark with it; it is read to the end of the line.';
    this.warnings.push(sieWarning('SIE_QUOTE_LEFT_OPEN', record.line, message, fields.text(textPlace)));
  }

  private settleAdded(): void {
    if (this.added) this.warnUnpaired(this.added);
    this.added = null;
  }

  private warnUnpaired(added: SieLine): void {
    const message = 'No #TRANS like it follows this #RTRANS; it moves no balance.';
    this.warnings.push(sieWarning('SIE_CORRECTION_UNPAIRED', added.line, message, added.account));
  }

  private check(voucher: SieVoucher): void {
    const name = nameOf(voucher);
    const sum = voucher.lines.reduce((total, { amount }) => total + unitsOf(amount), 0n);
    if (sum !== 0n) {
      const message = `Balance voucher ${name}: its lines add up to ${amountOf(sum)}.`;
      this.faults.push(sieFault('SIE_VOUCHER_UNBALANCED', voucher.line, message, `${name}: ${amountOf(sum)}`));
    }
  }
}

/** What people call a voucher: series and number, or its date where it has neither. */
export function nameOf(voucher: Pick<SieVoucher, 'series' | 'number' | 'date'> | null): string {
  if (voucher === null) return '';
  return [voucher.series, voucher.number].filter((part) => part !== '').join(' ') || voucher.date;
}

/** Programs write the two lines with dates and texts of their own; what they book is the same. */
function isSame(added: SieLine, line: SieLine): boolean {
  return added.account === line.account && unitsOf(added.amount) === unitsOf(line.amount);
}
