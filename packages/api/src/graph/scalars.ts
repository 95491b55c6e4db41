import { parseCalendarDate, parseDecimal } from '@kontor/core';
import { GraphQLError, type ValueNode, valueFromASTUntyped } from 'graphql';
import { builder } from '../builder.ts';

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
};

const text = (scalar: string, value: unknown): string =>
  typeof value === 'string' ? value : refuse(`${scalar} is given as a string.`);

/** A literal of the document, which has to be a string. */
const literal = (scalar: string, parse: (value: unknown) => string) => (node: ValueNode) =>
  node.kind === 'StringValue' ? parse(node.value) : refuse(`${scalar} is given as a string.`);

function parseDate(value: unknown): string {
  const parsed = parseCalendarDate(text('Date', value));
  return parsed.ok ? parsed.value : refuse(parsed.rejections.map((each) => each.message).join(' '));
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(value: unknown): string {
  const given = text('DateTime', value);
  const at = instantForm.test(given) ? new Date(given) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()) || !parseCalendarDate(given.slice(0, 10)).ok)
    return refuse('DateTime is an instant with its zone, such as 2026-03-01T09:00:00Z.');
  return at.toISOString();
}

function parseAmount(value: unknown): string {
  const parsed = parseDecimal(text('Decimal', value));
  return parsed.ok ? parsed.value : refuse(parsed.rejections.map((each) => each.message).join(' '));
}

builder.scalarType('Date', {
  description: 'A day of the calendar, such as `2026-03-01`.',
  serialize: String,
  parseValue: parseDate,
  parseLiteral: literal('Date', parseDate),
});

builder.scalarType('DateTime', {
  description: 'An instant of time in UTC, such as `2026-03-01T09:00:00.000Z`.',
  serialize: String,
  parseValue: parseInstant,
  parseLiteral: literal('DateTime', parseInstant),
});

builder.scalarType('Decimal', {
  description: 'An exact decimal number as a string, such as `"1234.50"`. It is never a float.',
  serialize: String,
  parseValue: parseAmount,
  parseLiteral: literal('Decimal', parseAmount),
});

builder.scalarType('JSON', {
  description: 'A value of JSON: what it may be is said where it is taken.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node) => valueFromASTUntyped(node),
});
