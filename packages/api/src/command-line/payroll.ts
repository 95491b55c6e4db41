import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import {
  type Calculation,
  COUNTRY_PACKS,
  calculate,
  type PayEventRejection,
  prepareRules,
  type RuleBook,
  readPayEvent,
  unwrap,
} from '@kontor/core';
import { errorMessage } from '../database/index.ts';
import { type Register, Unusable } from './session.ts';

/** Pay without a database: for checking a country pack from outside. */
export const register: Register = (program) => {
  const payroll = program.command('payroll').description('pay, without a database');
  payroll
    .command('calculate')
    .description('read pay events as JSON lines, and answer each with a line of JSON: its payslip or what is wrong')
    .option('--file <path>', 'where the events are; without it, stdin')
    .option('--explain', 'tell with each line its rule, what it read, and each bracket')
    .action(async ({ file, explain = false }: { file?: string; explain?: boolean }) => {
      const source = file === undefined ? process.stdin : await opened(file);
      if (!(await answerEach(source, explain))) process.exitCode = 1;
    });
};

async function opened(file: string): Promise<Readable> {
  // Opened first, so that a name that is wrong is told on one line and not in the middle of reading.
  const handle = await open(file).catch((error: unknown) => {
    throw new Unusable(`The file cannot be read: ${errorMessage(error)}`);
  });
  if (!(await handle.stat()).isFile()) {
    await handle.close();
    throw new Unusable(`The file cannot be read: ${file} is no file`);
  }
  await handle.close();
  return createReadStream(file);
}

/** Whether every event was good. Lines without an event are passed over, and counted. */
async function answerEach(source: Readable, explains: boolean): Promise<boolean> {
  const books = new Map<string, RuleBook>();
  let number = 0;
  let isAllGood = true;
  for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (line.trim() === '') continue;
    const answer = answerTo(line, number, books, explains);
    if ('error' in answer) isAllGood = false;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
  }
  return isAllGood;
}

type Answer = Readonly<Record<string, unknown>>;

function answerTo(text: string, line: number, books: Map<string, RuleBook>, explains: boolean): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(line, {}, [
      { code: 'JSON_MALFORMED', message: `This is no JSON: ${errorMessage(error)}`, path: [] },
    ]);
  }
  const named = idOf(value);
  const event = readPayEvent(value);
  if (!event.ok) return refused(line, named, event.rejections);
  const rules = bookOf(event.value.pack, books);
  if (rules === null) {
    const message = `There is no country pack ${event.value.pack}; there are ${[...COUNTRY_PACKS.keys()].join(', ')}.`;
    return refused(line, named, [{ code: 'PACK_UNKNOWN', message, path: ['pack'] }]);
  }
  const result = calculate({ rules, event: event.value, explains });
  return result.ok ? { ...named, ...payslip(result.value) } : refused(line, named, result.rejections);
}

/** What the sender named the event by comes back with the answer. */
function idOf(value: unknown): Answer {
  if (typeof value !== 'object' || value === null || !('id' in value)) return {};
  return typeof value.id === 'string' || typeof value.id === 'number' ? { id: value.id } : {};
}

function bookOf(code: string, books: Map<string, RuleBook>): RuleBook | null {
  const pack = COUNTRY_PACKS.get(code);
  if (pack === undefined) return null;
  // A pack that is shipped can be prepared; a test says so.
  const book = books.get(code) ?? unwrap(prepareRules(pack));
  books.set(code, book);
  return book;
}

function payslip({ lines, taxYear, ...totals }: Calculation): Answer {
  return {
    lines: lines.map(({ name: _, version: __, ...line }) => line),
    gross: totals.gross,
    net: totals.net,
    employerCost: totals.employerCost,
    yearToDate: totals.yearToDate,
    currency: totals.currency,
    taxYear: taxYear.name,
    notices: totals.notices.map(({ code, message }) => ({ code, message: message.en })),
  };
}

/** The first reason, and the rest of them if there are more. */
function refused(line: number, named: Answer, rejections: readonly PayEventRejection[]): Answer {
  const [error, ...more] = rejections;
  return { line, ...named, error, ...(more.length > 0 && { more }) };
}
