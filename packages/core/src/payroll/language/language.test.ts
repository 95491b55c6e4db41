import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '../../date/calendar-date.ts';
import { decimal } from '../../money/decimal.ts';
import { exactOf, shownExact } from '../number/exact.ts';
import { checkRule } from './check.ts';
import { RuleFault } from './fault.ts';
import { FUNCTION_NAMES } from './function.ts';
import { parseRule } from './parse.ts';
import { type BracketStep, typeOf, type Value, type Vocabulary } from './value.ts';

const number = (text: string): Value => exactOf(decimal(text));
const VALUES = new Map<string, Value>([
  ['SALARY', number('1000.50')],
  ['NOTHING', number('0')],
  ['fact.letter', 'A'],
  ['fact.isOld', true],
]);
const VOCABULARY: Vocabulary = {
  on: calendarDate('2026-05-01'),
  types: new Map([...VALUES].map(([name, value]) => [name, typeOf(value)])),
  constants: new Map([['rate.basic', number('0.2')]]),
  tables: new Map([
    [
      'bands',
      {
        kind: 'brackets',
        brackets: [
          { upTo: exactOf(decimal('100')), rate: exactOf(decimal('0.1')) },
          { upTo: null, rate: exactOf(decimal('0.5')) },
        ],
      },
    ],
    [
      'letters',
      {
        kind: 'lookup',
        columns: new Map([['part', 'number' as const]]),
        rows: new Map([
          ['A', new Map([['part', number('0.08')]])],
          ['12', new Map([['part', number('0.12')]])],
        ]),
      },
    ],
  ]),
  natives: new Map([
    [
      'lengthOf',
      {
        name: 'lengthOf',
        parameters: ['text'],
        result: 'number',
        because: 'The language does not take texts apart.',
        run: ([text]: readonly Value[]) => number(String((text as string).length)),
      },
    ],
  ]),
};

const evaluate = (rule: string, steps: BracketStep[] | null = null): string => {
  const value = checkRule(parseRule(rule), VOCABULARY).run({ values: VALUES, steps });
  return typeof value === 'object' ? shownExact(value) : String(value);
};

const faultOf = (rule: string): string => {
  try {
    evaluate(rule);
    return 'no fault';
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error;
    return `${error.code} ${error.position.line}:${error.position.column}`;
  }
};

test.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['10 - 4 - 3', '3'],
  ['1 / 3 * 3', '1'],
  ['2 / 3', '0.666666666666…'],
  ['-SALARY + 1', '-999.5'],
  ['15%', '0.15'],
  ['18.5% * 200', '37'],
  ['SALARY * rate.basic', '200.1'],
  ['min(3, 1, 2)', '1'],
  ['max(3, 1, 2)', '3'],
  ['cap(150, 100)', '100'],
  ['cap(150, 100, 60)', '40'],
  ['cap(150, 100, 160)', '0'],
  ["bracket(150, 'bands')", '35'],
  ["bracket(150, 'bands', 2)", '15'],
  ["bracket(0, 'bands')", '0'],
  ["bracket(-5, 'bands')", '0'],
  ["lookup('letters', fact.letter, 'part')", '0.08'],
  ["lookup('letters', 6 * 2, 'part')", '0.12'],
  ['if(fact.isOld, 1, 1 / NOTHING)', '1'],
  ['if(not fact.isOld, 1, 2)', '2'],
  ["fact.letter = 'A' and 1 < 2", 'true'],
  ["fact.letter <> 'A' or 2 <= 1", 'false'],
  ['fact.isOld or 1 / NOTHING > 1', 'true'],
  ["lengthOf('three') * 2", '10'],
  ["round(2.5, 'HALF_EVEN', 1)", '2'],
  ["round(17, 'FLOOR', 5)", '15'],
])('%s is %s', (rule, expected) => {
  expect(evaluate(rule)).toBe(expected);
});

test.each([
  ['1 + §', 'CHARACTER_UNKNOWN 1:5'],
  ['1 +', 'SYNTAX 1:4'],
  ['(1', 'SYNTAX 1:3'],
  ['1 2', 'SYNTAX 1:3'],
  ['1 < 2 < 3', 'SYNTAX 1:7'],
  ['and', 'SYNTAX 1:1'],
  ["'never ends", 'CHARACTER_UNKNOWN 1:1'],
  ['1 +\n  WAGES', 'NAME_UNKNOWN 2:3'],
  ["min(1, ')')", 'TYPE_MISMATCH 1:8'],
  ['square(2)', 'FUNCTION_UNKNOWN 1:1'],
  ["bracket(1, 'letters')", 'TABLE_UNKNOWN 1:12'],
  ['bracket(1, SALARY)', 'TABLE_UNKNOWN 1:12'],
  ["lookup('letters', 'A', 'rate')", 'COLUMN_UNKNOWN 1:24'],
  ["round(1, 'SIDEWAYS', 1)", 'ROUNDING_UNKNOWN 1:10'],
  ['min()', 'ARGUMENTS_WRONG 1:1'],
  ['cap(1)', 'ARGUMENTS_WRONG 1:1'],
  ["lengthOf('a', 'b')", 'ARGUMENTS_WRONG 1:1'],
  ['lengthOf(1)', 'TYPE_MISMATCH 1:10'],
  ["1 + 'a'", 'TYPE_MISMATCH 1:5'],
  ["1 = 'a'", 'TYPE_MISMATCH 1:5'],
  ["'a' < 'b'", 'TYPE_MISMATCH 1:1'],
  ['not 1', 'TYPE_MISMATCH 1:5'],
  ['-fact.isOld', 'TYPE_MISMATCH 1:2'],
  ['1 and fact.isOld', 'TYPE_MISMATCH 1:1'],
  ['if(1, 2, 3)', 'TYPE_MISMATCH 1:4'],
  ["if(fact.isOld, 2, 'b')", 'TYPE_MISMATCH 1:19'],
  [`${'('.repeat(61)}1${')'.repeat(61)}`, 'TOO_DEEP 1:61'],
  [`${'-'.repeat(200)}1`, 'TOO_DEEP 1:61'],
  ['1'.repeat(50), 'TOO_LONG 1:1'],
  [`1${' '.repeat(4_000)}`, 'TOO_LONG 1:1'],
  ['1 / NOTHING', 'DIVISION_BY_ZERO 1:5'],
  ["lookup('letters', 'Q', 'part')", 'KEY_UNKNOWN 1:19'],
  ["round(1, 'UP', NOTHING)", 'UNIT_NOT_POSITIVE 1:16'],
])('%s: %s', (rule, expected) => {
  expect(faultOf(rule)).toBe(expected);
});

test('each function of the language has a row above', () => {
  expect(FUNCTION_NAMES.filter((name) => faultOf(`${name}()`) !== 'ARGUMENTS_WRONG 1:1')).toEqual([]);
});

test('each bracket tells what it did', () => {
  const steps: BracketStep[] = [];
  evaluate("bracket(150, 'bands')", steps);
  expect(
    steps.map(({ from, upTo, amount, result }) => [from, upTo, amount, result].map((one) => one && shownExact(one))),
  ).toEqual([
    ['0', '100', '100', '10'],
    ['100', null, '50', '25'],
  ]);
});

test('whatever is typed is either a rule or a fault with a place, and nothing else happens', () => {
  const word = fc.constantFrom(
    '1',
    '2.5',
    '10%',
    'SALARY',
    'fact.letter',
    '+',
    '-',
    '*',
    '/',
    '(',
    ')',
    ',',
    "'A'",
    'min',
    'if',
    '<',
    '=',
    'and',
    'not',
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
      ),
      (rule) => {
        expect(faultOf(rule)).toMatch(/^(no fault|[A-Z_]+ \d+:\d+)$/);
      },
    ),
    { numRuns: 500 },
  );
});
