import type { SieHeader } from './document.ts';
import { type SieFault, type SieWarning, sieWarning } from './fault.ts';
import type { SieRecord } from './lexer.ts';
import type { FieldReader } from './value.ts';

/** Labels that any file must have. */
const MANDATORY = ['FLAGGA', 'PROGRAM', 'FORMAT', 'GEN', 'SIETYP', 'FNAMN'] as const;

const TYPES: Readonly<Record<string, SieHeader['type']>> = { 1: 1, 2: 2, 3: 3, 4: 4, '4E': 4, '4I': 4 };

type Draft = { -readonly [Key in keyof SieHeader]: SieHeader[Key] };

const EMPTY: SieHeader = {
  alreadyRead: false,
  program: '',
  programVersion: '',
  generatedOn: null,
  generatedBy: '',
  type: 1,
  companyKey: '',
  companyName: '',
  organisationNumber: '',
  address: [],
  businessCode: '',
  companyForm: '',
  prose: '',
  taxYear: '',
  balancesUntil: null,
  chartType: '',
  currency: 'SEK',
};

/** What each label of the header says. */
const READ: Readonly<Record<string, (draft: Draft, fields: FieldReader) => void>> = {
  FLAGGA: (draft, fields) => {
    draft.alreadyRead = fields.text(0).trim() === '1';
  },
  PROGRAM: (draft, fields) => {
    draft.program = fields.text(0);
    draft.programVersion = fields.text(1);
  },
  FORMAT: () => {},
  GEN: (draft, fields) => {
    draft.generatedOn = fields.date(0);
    draft.generatedBy = fields.text(1);
  },
  SIETYP: (draft, fields) => {
    const text = fields.required(0, 'type');
    const type = TYPES[text.toUpperCase()];
    if (type !== undefined) draft.type = type;
    else if (text !== '') fields.fault('SIE_TYPE_UNKNOWN', `Export the file as type 1 to 4: ${text} is none.`, text);
  },
  FNR: (draft, fields) => {
    draft.companyKey = fields.text(0);
  },
  FNAMN: (draft, fields) => {
    draft.companyName = fields.text(0).trim();
  },
  ORGNR: (draft, fields) => {
    draft.organisationNumber = fields.text(0).trim();
  },
  ADRESS: (draft, fields) => {
    draft.address = [0, 1, 2, 3].map((place) => fields.text(place).trim());
  },
  BKOD: (draft, fields) => {
    draft.businessCode = fields.text(0).trim();
  },
  FTYP: (draft, fields) => {
    draft.companyForm = fields.text(0).trim();
  },
  PROSA: (draft, fields) => {
    const text = fields.text(0).trim();
    draft.prose = draft.prose === '' ? text : `${draft.prose}\n${text}`;
  },
  TAXAR: (draft, fields) => {
    draft.taxYear = fields.text(0).trim();
  },
  OMFATTN: (draft, fields) => {
    draft.balancesUntil = fields.date(0);
  },
  KPTYP: (draft, fields) => {
    draft.chartType = fields.text(0).trim();
  },
  VALUTA: (draft, fields) => {
    draft.currency = fields.required(0, 'currency').toUpperCase() || 'SEK';
  },
  KSUMMA: () => {},
};

/** Gathers the records that stand at the top of a file. */
export class HeaderBuilder {
  private readonly draft: Draft = { ...EMPTY };
  private readonly met = new Set<string>();

  private readonly faults: readonly SieFault[];
  private readonly warnings: SieWarning[];

  constructor(faults: readonly SieFault[], warnings: SieWarning[]) {
    this.faults = faults;
    this.warnings = warnings;
  }

  knows(label: string): boolean {
    return Object.hasOwn(READ, label);
  }

  take(record: SieRecord, fields: FieldReader): void {
    const { label, line } = record;
    if (this.met.has(label) && label !== 'PROSA' && label !== 'KSUMMA') {
      this.warnings.push(sieWarning('SIE_LABEL_TWICE', line, `#${label} stands more than once.`, `#${label}`));
    }
    this.met.add(label);
    READ[label]?.(this.draft, fields);
    if (label === 'FLAGGA' && this.draft.alreadyRead) {
      this.warnings.push(sieWarning('SIE_ALREADY_READ', line, 'The file is marked as read before.'));
    }
  }

  finish(hasVouchers: boolean): SieHeader {
    if (this.faults.length > 0) return this.draft;
    for (const label of MANDATORY) {
      if (this.met.has(label) || label === 'SIETYP') continue;
      this.warnings.push(sieWarning('SIE_HEADER_MISSING', null, `The file has no #${label}.`, `#${label}`));
    }
    if (!this.met.has('SIETYP')) {
      // The standard takes a file without a type for type 1; one with vouchers can only be type 4.
      this.draft.type = hasVouchers ? 4 : 1;
      const message = `The file names no type; it is read as type ${this.draft.type}.`;
      this.warnings.push(sieWarning('SIE_TYPE_MISSING', null, message, String(this.draft.type)));
    }
    return this.draft;
  }
}
