import type { Path, Rejection, Result } from '@kontor/core';
import type { GraphQLSchema } from 'graphql';
import type { Entity, Language } from '../entity.ts';
import { KontorError } from '../errors.ts';
import type { Decisions } from '../policy/decide.ts';
import type { Arguments } from './argument.ts';
import type { ExportColumn } from './export-columns.ts';
import type { Statement } from './sql.ts';
import type { Read } from './statement.ts';

/** What is to be written out whole: a list with its columns, or, where `groupBy` is given, figures by groups. */
export interface ExportRequest {
  /** Name of the entity, or of its list: `Employee` or `employees`. */
  readonly entity: string;
  /** Fields, or fields of records that a row refers to: `lastName`, `department`, `department.name`. */
  readonly columns?: readonly string[] | null;
  /** As the list takes them, or the groups. */
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly search?: unknown;
  readonly includeInactive?: unknown;
  /** As `<entity>Groups` takes them. */
  readonly groupBy?: unknown;
  readonly having?: unknown;
  readonly timeZone?: unknown;
  /** What is reckoned of each group: `count`, `salary.sum`. */
  readonly measures?: readonly string[] | null;
  /** Whether a last row holds the figures over all groups together. */
  readonly total?: boolean | null;
  /** Language of the titles and of the order; the viewer's own unless told. */
  readonly language?: string | null;
}

/** An export that is ready to run. */
export interface Export {
  readonly entity: Entity;
  readonly language: Language;
  readonly columns: readonly ExportColumn[];
  /** The variables that the statements are run with. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly source: ListSource | GroupsSource;
}

/** One statement with a column of text for each column of the file, and one that counts its rows. */
export interface ListSource {
  readonly kind: 'list';
  readonly rows: Statement;
  /** Whether the last column says whose sensitive data the row shows. */
  readonly tellsSeen: boolean;
  readonly count: Statement;
}

/** A read of groups, and where in its answer the cells of a row are. */
export interface GroupsSource {
  readonly kind: 'groups';
  readonly read: Read;
  readonly cells: readonly (readonly string[])[];
  /** The cells of the row over all groups; null where a key stands. */
  readonly totals: readonly (readonly string[] | null)[] | null;
}

/** What the compilers of lists and of groups are given. */
export interface Exporting {
  readonly schema: GraphQLSchema;
  readonly decisions: Decisions;
  readonly language: Language;
  readonly entity: Entity;
  readonly request: ExportRequest;
  readonly args: Arguments;
}

/** What an export comes from and its columns, or everything that is wrong with it. */
export type Compiled = Result<Pick<Export, 'columns' | 'source'>>;

export const fault = (code: string, message: string, path: Path): Rejection => ({ code, message, path });

/** Whatever the compiler refuses of a part of the request, named after that part. */
export function attempt(part: string, compile: () => unknown): readonly Rejection[] {
  try {
    compile();
    return [];
  } catch (error) {
    if (!(error instanceof KontorError)) throw error;
    return [fault(String(error.extensions['code']), error.message, [part])];
  }
}
