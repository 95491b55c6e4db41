import type { SieFault } from './fault.ts';
import { sieFault } from './fault.ts';

/** A field: text, or the content of an object list such as `{1 "10" 6 "P1"}`, in order. */
export type SieField = string | readonly string[];

/** A line that says something: a label with its fields, or the beginning or end of a block. */
export interface SieRecord {
  /** Upper case, without the number sign; '{' and '}' for the ends of a block. */
  readonly label: string;
  readonly fields: readonly SieField[];
  /** Counted from 1. */
  readonly line: number;
  /** Whether the last field begins with a quotation mark and runs to the end of the line. */
  readonly unclosed: boolean;
}

/** Labels with an object list among their fields; a brace in a field of any other is a character. */
const WITH_OBJECTS: ReadonlySet<string> = new Set(['TRANS', 'RTRANS', 'BTRANS', 'OIB', 'OUB', 'PSALDO', 'PBUDGET']);

/**
 * Reads lines into records. Spaces and tabs part the fields; a quotation mark holds a field together and is itself
 * written `\"`; other backslashes are characters. Lines end in LF, CR LF or CR. A control character is a space.
 */
export function lexSie(text: string): { readonly records: readonly SieRecord[]; readonly faults: readonly SieFault[] } {
  const records: SieRecord[] = [];
  const faults: SieFault[] = [];
  let number = 0;
  for (const raw of text.split(/\r\n|\n|\r/)) {
    number += 1;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard forbids them, and old programs end a file with one
    const line = raw.replace(/[\u0000-\u001f\u007f\ufeff]/g, ' ').trim();
    if (line === '') continue;
    const read = lexLine(line, number);
    if ('code' in read) faults.push(read);
    else records.push(...read);
  }
  return { records, faults };
}

function lexLine(text: string, line: number): readonly SieRecord[] | SieFault {
  if (text === '{' || text === '}') return [brace(text, line)];
  if (text.startsWith('{') || text.startsWith('}')) return braceLine(text, line);
  const label = /^#([A-Za-z0-9_]+)/.exec(text)?.[1]?.toUpperCase();
  if (label === undefined) {
    return sieFault('SIE_LABEL_MISSING', line, 'Begin the line with a label such as #KONTO.', excerpt(text));
  }
  const rest = text.slice(label.length + 1);
  if (rest !== '' && !/^[ {"]/.test(rest)) {
    return sieFault('SIE_LABEL_MISSING', line, 'Put a space after the label.', excerpt(text));
  }
  const lexer = new FieldLexer(rest, WITH_OBJECTS.has(label), line);
  const read = lexer.fields();
  if ('code' in read) return read;
  const { unclosed } = lexer;
  const opens = label === 'VER' && read.at(-1) === '{' && rest.endsWith('{');
  if (!opens) return [{ label, fields: read, line, unclosed }];
  return [{ label, fields: read.slice(0, -1), line, unclosed }, brace('{', line)];
}

function brace(label: string, line: number): SieRecord {
  return { label, fields: [], line, unclosed: false };
}

/** A brace that shares its line with what follows. */
function braceLine(text: string, line: number): readonly SieRecord[] | SieFault {
  const rest = lexLine(text.slice(1).trim(), line);
  return 'code' in rest ? rest : [brace(text.slice(0, 1), line), ...rest];
}

class FieldLexer {
  /** Whether the last field was never closed. */
  unclosed = false;
  private at = 0;
  private readonly text: string;
  private readonly objects: boolean;
  private readonly line: number;

  constructor(text: string, objects: boolean, line: number) {
    this.text = text;
    this.objects = objects;
    this.line = line;
  }

  fields(): readonly SieField[] | SieFault {
    const fields: SieField[] = [];
    for (this.skip(); this.at < this.text.length; this.skip()) {
      const field = this.objects && this.text[this.at] === '{' ? this.list() : this.field();
      if (typeof field !== 'string' && 'code' in field) return field;
      fields.push(field);
    }
    return fields;
  }

  private skip(): void {
    while (this.text[this.at] === ' ') this.at += 1;
  }

  private list(): readonly string[] | SieFault {
    this.at += 1;
    const members: string[] = [];
    for (this.skip(); this.text[this.at] !== '}'; this.skip()) {
      if (this.at >= this.text.length || this.text[this.at] === '{') {
        return sieFault('SIE_OBJECTS_UNCLOSED', this.line, 'Close the list of objects with }.');
      }
      const member = this.field();
      if (typeof member !== 'string') return member;
      members.push(member);
    }
    this.at += 1;
    return members;
  }

  private field(): string | SieFault {
    return this.text[this.at] === '"' ? this.quoted() : this.bare();
  }

  private bare(): string {
    const start = this.at;
    while (this.at < this.text.length && !this.endsBare(this.text[this.at])) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private endsBare(character: string | undefined): boolean {
    return character === ' ' || (this.objects && (character === '{' || character === '}'));
  }

  private quoted(): string | SieFault {
    let value = '';
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at];
      if (character === '\\' && this.text[this.at + 1] === '"') {
        if (this.at + 2 === this.text.length) return this.lastField(`${value}\\`);
        value += '"';
        this.at += 1;
      } else if (character === '"') {
        return this.closed(value);
      } else value += character;
    }
    this.unclosed = true;
    return value;
  }

  /** A folder's name ends in a backslash, and many programs do not mind: the mark after it ends the line too. */
  private lastField(value: string): string {
    this.at = this.text.length;
    return value;
  }

  private closed(value: string): string | SieFault {
    this.at += 1;
    const next = this.text[this.at];
    if (next === undefined || next === ' ' || this.endsBare(next)) return value;
    const advice = 'Write a quotation mark within a text as \\", and a space between fields.';
    return sieFault('SIE_QUOTE_MISPLACED', this.line, advice, excerpt(value));
  }
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
