import { type EmployeeImportField, isEmployeeImportField } from '@kontor/core';
import { z } from 'zod';
import type { App } from '../app.ts';
import { KontorError, notFound } from '../errors.ts';
import { checkSie, commitSie } from '../ledger/sie/import-sie.ts';
import type { SieRequest } from '../ledger/sie/sie-request.ts';
import { encodings } from '../people/import/decode.ts';
import { checkImport, commitImport } from '../people/import/import-employees.ts';
import type { ImportRequest } from '../people/import/import-request.ts';
import { type Separator, separators } from '../people/import/sheet.ts';
import type { Viewer } from '../viewer.ts';
import { readBytes, requirePoster } from './body.ts';
import type { Handler } from './dispatch.ts';

const bytesAtMost = 20 * 1024 * 1024;
const fileTypes = ['text/csv', 'application/octet-stream'];
/** The books of a year with 100,000 vouchers are 30 MB. */
const booksBytesAtMost = 64 * 1024 * 1024;

const separatorNames: Readonly<Record<string, Separator>> = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' };

const mappingForm = z.record(
  z.string().regex(/^\d{1,4}$/),
  z.string().refine(isEmployeeImportField, 'There is no such field.').nullable(),
);

/** `{"0":"employeeNumber","3":null}`: what the columns hold, by their place. */
const mapping = z.string().transform((text, context): ReadonlyMap<number, EmployeeImportField | null> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    context.addIssue('This is no valid JSON.');
    return z.NEVER;
  }
  const parsed = mappingForm.safeParse(json);
  if (!parsed.success) {
    context.addIssue(parsed.error.issues[0]?.message ?? 'This is no mapping.');
    return z.NEVER;
  }
  return new Map(
    Object.entries(parsed.data).map(([index, field]) => [Number(index), field as EmployeeImportField | null]),
  );
});

const separator = z
  .string()
  .transform((text) => separatorNames[text] ?? text)
  .pipe(z.enum(separators, 'Use comma, semicolon, tab or pipe.'));

/** The parameters of an import, as they stand in an address or on a command line. */
const parametersForm = z.strictObject({
  companyId: z.string('Name the company.'),
  fileName: z.string().max(300).default('employees.csv'),
  encoding: z.enum(encodings).nullable().default(null),
  separator: separator.nullable().default(null),
  dateFormat: z.enum(['DD/MM/YYYY', 'MM/DD/YYYY']).nullable().default(null),
  decimalMark: z.enum(['.', ',']).nullable().default(null),
  mapping: mapping.default(new Map()),
  payPeriod: z.enum(['HOUR', 'MONTH', 'YEAR']).nullable().default(null),
  createMissing: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  onError: z.enum(['REJECT_ALL', 'REJECT_ROW']).default('REJECT_ALL'),
});

/** A request to import, or the parameter that is wrong. */
export function importRequestOf(parameters: Readonly<Record<string, unknown>>, bytes: Buffer): ImportRequest {
  return { ...checked(parametersForm, parameters), bytes };
}

const booksForm = z.strictObject({
  companyId: z.string('Name the company.'),
  fileName: z.string().max(300).default('books.se'),
});

/** A request to bring in the books of a file, or the parameter that is wrong. */
export function sieRequestOf(parameters: Readonly<Record<string, unknown>>, bytes: Buffer): SieRequest {
  return { ...checked(booksForm, parameters), bytes };
}

function checked<Form>(form: z.ZodType<Form>, parameters: Readonly<Record<string, unknown>>): Form {
  const parsed = form.safeParse(parameters);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : (issue?.path ?? []);
  throw new KontorError('BAD_INPUT', `${path.join('.')}: ${issue?.message ?? 'is not valid'}`, {
    extensions: { path },
  });
}

/** What is done with a file: who may, and what it holds, is decided there. */
type Door = (app: App, viewer: Viewer, parameters: Readonly<Record<string, unknown>>, bytes: Buffer) => Promise<object>;

const employees =
  (work: typeof checkImport): Door =>
  (app, viewer, parameters, bytes) =>
    work(app, viewer, importRequestOf(parameters, bytes));
const books =
  (work: typeof checkSie): Door =>
  (app, viewer, parameters, bytes) =>
    work(app, viewer, sieRequestOf(parameters, bytes));

const doors: Readonly<Record<string, { readonly open: Door; readonly bytesAtMost: number }>> = {
  '/imports/employees/check': { open: employees(checkImport), bytesAtMost },
  '/imports/employees/commit': { open: employees(commitImport), bytesAtMost },
  '/imports/sie/check': { open: books(checkSie), bytesAtMost: booksBytesAtMost },
  '/imports/sie/commit': { open: books(commitSie), bytesAtMost: booksBytesAtMost },
};

/** `POST /imports/employees/check` and `/commit`, and the same below `/imports/sie`: a file to look at, or to bring in. */
export const imports: Handler = async (req, res, app, exchange) => {
  const address = new URL(req.url ?? '/', 'http://server');
  const door = Object.hasOwn(doors, address.pathname) ? doors[address.pathname] : undefined;
  if (!door) throw notFound('import');
  const viewer = await requirePoster(app, req, exchange);
  const parameters = Object.fromEntries(address.searchParams);
  const bytes = await readBytes(req, fileTypes, door.bytesAtMost);
  const body = JSON.stringify(await door.open(app, viewer, parameters, bytes));
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(body);
};
