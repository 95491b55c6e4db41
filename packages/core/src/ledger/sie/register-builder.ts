import type { SieAccount, SieAccountType, SieDimension, SieObject, SieObjectRef } from './document.ts';
import { type SieFault, type SieWarning, sieWarning } from './fault.ts';
import type { SieRecord } from './lexer.ts';
import { dimensionNumber, type FieldReader } from './value.ts';

/** Dimensions that the standard reserves, for files that use them without a #DIM. */
const RESERVED: Readonly<Record<string, string>> = {
  1: 'Kostnadsställe',
  2: 'Kostnadsbärare',
  6: 'Projekt',
  7: 'Anställd',
  8: 'Kund',
  9: 'Leverantör',
  10: 'Faktura',
};

const LABELS: ReadonlySet<string> = new Set(['KONTO', 'KTYP', 'ENHET', 'SRU', 'DIM', 'UNDERDIM', 'OBJEKT']);

type Draft<Noun> = { -readonly [Key in keyof Noun]: Noun[Key] };

/** Gathers accounts, dimensions and objects: those that are declared, and those that are only used. */
export class RegisterBuilder {
  private readonly accounts = new Map<string, Draft<SieAccount> & { sru: readonly string[] }>();
  private readonly dimensions = new Map<string, Draft<SieDimension>>();
  private readonly objects = new Map<string, Draft<SieObject>>();

  private readonly faults: readonly SieFault[];
  private readonly warnings: SieWarning[];

  constructor(faults: readonly SieFault[], warnings: SieWarning[]) {
    this.faults = faults;
    this.warnings = warnings;
  }

  knows(label: string): boolean {
    return LABELS.has(label);
  }

  take(record: SieRecord, fields: FieldReader): void {
    const { label, line } = record;
    if (label === 'DIM' || label === 'UNDERDIM') this.dimension(label, fields, line);
    else if (label === 'OBJEKT') this.object(fields, line);
    else this.account(label, fields, line);
  }

  /** Notes that an account and objects are used, so that they exist even if nothing declares them. */
  meet(account: string, objects: readonly SieObjectRef[], line: number): void {
    if (account !== '') this.accountAt(account, line);
    for (const { dimension, code } of objects) this.objectAt(dimension, code, line);
  }

  finish() {
    const accounts = [...this.accounts.values()];
    const dimensions = [...this.dimensions.values()];
    const objects = [...this.objects.values()];
    if (this.faults.length === 0) this.warnOfUndeclared(accounts, dimensions, objects);
    return { accounts, dimensions, objects };
  }

  private account(label: string, fields: FieldReader, line: number): void {
    const code = fields.account(0);
    if (code === '') return;
    const account = this.accountAt(code, line);
    if (label === 'KONTO') {
      if (account.declared) {
        this.warnings.push(sieWarning('SIE_LABEL_TWICE', line, `Account ${code} is declared again.`, code));
      }
      account.name = fields.text(1).trim() || code;
      account.declared = true;
      account.line = line;
    } else if (label === 'ENHET') account.unit = fields.text(1).trim();
    else if (label === 'SRU') account.sru = [...account.sru, fields.text(1).trim()].filter((field) => field !== '');
    else account.type = this.type(fields, code, line);
  }

  private type(fields: FieldReader, code: string, line: number): SieAccountType | null {
    const text = fields.text(1).trim().toUpperCase();
    if (text === 'T' || text === 'S' || text === 'K' || text === 'I') return text;
    if (text === '') {
      this.warnings.push(sieWarning('SIE_ACCOUNT_WITHOUT_TYPE', line, `#KTYP names no type for ${code}.`, code));
    } else fields.fault('SIE_ACCOUNT_TYPE_UNKNOWN', `Write T, S, K or I: ${text} is no type.`, text);
    return null;
  }

  private dimension(label: string, fields: FieldReader, line: number): void {
    const number = this.number(fields, 0);
    if (number === '') return;
    const dimension = this.dimensionAt(number, line);
    dimension.name = fields.text(1).trim() || dimension.name;
    dimension.declared = true;
    dimension.line = line;
    if (label === 'UNDERDIM') dimension.parent = this.number(fields, 2) || null;
  }

  private object(fields: FieldReader, line: number): void {
    const number = this.number(fields, 0);
    const code = fields.required(1, 'object');
    if (number === '' || code === '') return;
    const object = this.objectAt(number, code, line);
    object.name = fields.text(2).trim() || code;
    object.declared = true;
    object.line = line;
  }

  private number(fields: FieldReader, place: number): string {
    const text = dimensionNumber(fields.required(place, 'dimension'));
    if (text === '' || /^[0-9]+$/.test(text)) return text;
    fields.fault('SIE_DIMENSION_WRONG', `Number the dimension: ${text} is no number.`, text);
    return '';
  }

  private accountAt(code: string, line: number): Draft<SieAccount> {
    const known = this.accounts.get(code);
    if (known) return known;
    const account = { code, name: code, type: null, unit: '', sru: [], declared: false, line };
    this.accounts.set(code, account);
    return account;
  }

  private dimensionAt(number: string, line: number): Draft<SieDimension> {
    const known = this.dimensions.get(number);
    if (known) return known;
    const dimension = { number, name: RESERVED[number] ?? number, parent: null, declared: false, line };
    this.dimensions.set(number, dimension);
    return dimension;
  }

  private objectAt(dimension: string, code: string, line: number): Draft<SieObject> {
    const key = `${dimension}\t${code}`;
    const known = this.objects.get(key);
    if (known) return known;
    this.dimensionAt(dimension, line);
    const object = { dimension, code, name: code, declared: false, line };
    this.objects.set(key, object);
    return object;
  }

  private warnOfUndeclared(
    accounts: readonly SieAccount[],
    dimensions: readonly SieDimension[],
    objects: readonly SieObject[],
  ): void {
    for (const { code, line, declared } of accounts) {
      if (declared) continue;
      const message = `Account ${code} is used and not declared; it is created.`;
      this.warnings.push(sieWarning('SIE_ACCOUNT_UNDECLARED', line, message, code));
    }
    for (const { number, line, declared } of dimensions) {
      if (declared) continue;
      const message = `Dimension ${number} is used and not declared; it is created.`;
      this.warnings.push(sieWarning('SIE_DIMENSION_UNDECLARED', line, message, number));
    }
    for (const { dimension, code, line, declared } of objects) {
      if (declared) continue;
      const message = `Object ${code} of dimension ${dimension} is used and not declared; it is created.`;
      this.warnings.push(sieWarning('SIE_OBJECT_UNDECLARED', line, message, `${dimension}:${code}`));
    }
  }
}
