import { compareDecimal, type Decimal, decimal, parseDecimal, scaleOf } from '../money/decimal.ts';
import type { Path, Rejection } from '../result.ts';
import type { DeviceModelCode } from './device-model.ts';

/** A mapping of a parsed file: field names to anything. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping, and no list. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Control characters other than tab and line feed, and halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/u;

/** More ports than any device has, and fewer than the columns that count them hold. */
const LONGEST_LIST = 10_000;

/** A number between bounds, both included, with so many decimals at most. */
export interface NumberBounds {
  readonly least: string;
  readonly most: string;
  readonly scale: number;
}

/**
 * Reads the fields of one mapping and collects every fault on the way, so that a file is told all
 * of them at once. A faulty optional field reads as null.
 */
export class FieldReader {
  readonly #mapping: Mapping;
  readonly #path: Path;
  readonly #rejections: Rejection<DeviceModelCode>[];

  constructor(mapping: Mapping, path: Path, rejections: Rejection<DeviceModelCode>[]) {
    this.#mapping = mapping;
    this.#path = path;
    this.#rejections = rejections;
  }

  /** A text or number as text without surrounding space; null where it is missing or empty. */
  text(field: string, longest: number): string | null {
    const value = this.#own(field);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number') {
      return this.#refuse(field, 'FIELD_TYPE_WRONG', 'Give a text.');
    }
    const text = String(value).normalize('NFC').replace(/\r\n?/g, '\n').trim();
    if (UNSEEN.test(text)) return this.#refuse(field, 'CONTROL_CHARACTER', 'Remove the control characters.');
    if (text.length > longest) {
      return this.#refuse(field, 'FIELD_TOO_LONG', `Shorten the text to ${longest} characters.`);
    }
    return text === '' ? null : text;
  }

  /** A text that must be there; empty, and a rejection, where it is not. */
  requiredText(field: string, longest: number): string {
    const before = this.#rejections.length;
    const text = this.text(field, longest);
    if (text === null && this.#rejections.length === before) {
      this.#refuse(field, 'FIELD_MISSING', `Give ${field}.`);
    }
    return text ?? '';
  }

  /** True or false; null where it is missing. */
  flag(field: string): boolean | null {
    const value = this.#own(field);
    if (value === undefined || value === null) return null;
    return typeof value === 'boolean' ? value : this.#refuse(field, 'FIELD_TYPE_WRONG', 'Give true or false.');
  }

  /** One of some words, whatever its case; null where it is missing. */
  word<Word extends string>(field: string, words: readonly Word[]): Word | null {
    const text = this.text(field, 100);
    if (text === null) return null;
    const word = words.find((candidate) => candidate === text.toLowerCase());
    return word ?? this.#refuse(field, 'FIELD_VALUE_UNKNOWN', `Give one of ${words.join(', ')}.`);
  }

  /** A number as an exact decimal; null where it is missing. */
  number(field: string, { least, most, scale }: NumberBounds): Decimal | null {
    const text = this.text(field, 40);
    if (text === null) return null;
    const parsed = parseDecimal(text);
    if (!parsed.ok) return this.#refuse(field, 'FIELD_TYPE_WRONG', 'Give a number such as 1.5.');
    const value = parsed.value;
    const isInside =
      compareDecimal(value, decimal(least)) >= 0 &&
      compareDecimal(value, decimal(most)) <= 0 &&
      scaleOf(value) <= scale;
    if (isInside) return value;
    const message = `Give a number from ${least} to ${most} with at most ${scale} decimals.`;
    return this.#refuse(field, 'NUMBER_OUT_OF_RANGE', message);
  }

  /** The mappings of a list, with the path of each; none where it is missing. */
  list(field: string): readonly { readonly mapping: Mapping; readonly path: Path }[] {
    const value = this.#own(field);
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.#refuse(field, 'FIELD_TYPE_WRONG', 'Give a list.');
      return [];
    }
    if (value.length > LONGEST_LIST) {
      this.#refuse(field, 'FIELD_TOO_LONG', `Shorten the list to ${LONGEST_LIST} entries.`);
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      const path = [...this.#path, field, index];
      if (isMapping(item)) return [{ mapping: item, path }];
      this.#rejections.push({ code: 'FIELD_TYPE_WRONG', message: 'Give a mapping with a name.', path });
      return [];
    });
  }

  #own(field: string): unknown {
    return Object.hasOwn(this.#mapping, field) ? this.#mapping[field] : undefined;
  }

  #refuse(field: string, code: DeviceModelCode, message: string): null {
    this.#rejections.push({ code, message, path: [...this.#path, field] });
    return null;
  }
}
