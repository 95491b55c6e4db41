/** Totals of groups of people, published so that no arithmetic tells of fewer than five. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDisclosure } from './attack.ts';
import { type BaseCell, largeEnough, marginsOf, peopleAtLeast } from './margin.ts';
import { type PublishedGroup, publishableGroups } from './publishable.ts';

/** People of a company by department, contract and place, most of them in small cells. */
const cells = fc
  .uniqueArray(
    fc.record({
      keys: fc.tuple(fc.constantFrom('fin', 'ops', 'lab'), fc.constantFrom('fix', 'open'), fc.constantFrom('n', 's')),
      people: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 0, max: 9 })),
    }),
    { selector: ({ keys }) => keys.join(), minLength: 1, maxLength: 10 },
  )
  .map((found): readonly BaseCell[] => found);

const membersOf = (base: readonly BaseCell[], { by, keys }: PublishedGroup): readonly number[] =>
  [...base.keys()].filter((place) => by.every((dimension, at) => base[place]?.keys[dimension] === keys[at]));

const peopleIn = (base: readonly BaseCell[], members: readonly number[]): number =>
  members.reduce((sum, place) => sum + (base[place]?.people ?? 0), 0);

const named = (groups: readonly PublishedGroup[]): string[] =>
  groups.map(({ by, keys }) => `${by.join('')} ${keys.join(' ')}`);

describe('what is published', () => {
  test('tells of fewer than five people by no combination of its totals', () => {
    fc.assert(
      fc.property(cells, (base) => {
        const groups = publishableGroups(base).map((group) => membersOf(base, group));
        for (const group of groups) expect(peopleIn(base, group)).toBeGreaterThanOrEqual(peopleAtLeast);
        expect(findDisclosure(base, groups)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test('leaves nothing small when one group is taken from another that holds it', () => {
    fc.assert(
      fc.property(cells, (base) => {
        const groups = publishableGroups(base).map((group) => membersOf(base, group));
        for (const whole of groups)
          for (const part of groups.filter((each) => each.every((place) => whole.includes(place)))) {
            const rest = whole.filter((place) => !part.includes(place));
            if (rest.length > 0) expect(peopleIn(base, rest)).toBeGreaterThanOrEqual(peopleAtLeast);
          }
      }),
      { numRuns: 500 },
    );
  });

  test('is the same whatever the order of the cells', () => {
    fc.assert(
      fc.property(cells, fc.integer(), (base, seed) => {
        const [mixed] = fc.sample(fc.shuffledSubarray([...base], { minLength: base.length }), { seed, numRuns: 1 });
        expect(publishableGroups(mixed ?? [])).toEqual(publishableGroups(base));
      }),
    );
  });

  test('is everything, where every cell is large', () => {
    fc.assert(
      fc.property(cells, (base) => {
        const large = base.map((cell) => ({ ...cell, people: cell.people + peopleAtLeast }));
        expect(publishableGroups(large)).toHaveLength(marginsOf(large, 3).length);
      }),
    );
  });
});

const company: readonly BaseCell[] = [
  { keys: ['finance', 'open'], people: 12 },
  { keys: ['finance', 'fixed'], people: 2 },
  { keys: ['sales', 'open'], people: 9 },
  { keys: ['sales', 'fixed'], people: 3 },
];

test('of a department with two on fixed terms, those on open terms are not published either', () => {
  expect(named(publishableGroups(company))).toEqual([' ', '0 finance', '0 sales', '1 open', '1 fixed']);
});

test('without that, two people would be found by subtraction', () => {
  const groups = largeEnough(marginsOf(company, 2)).map(({ members }) => members);
  expect(findDisclosure(company, groups)?.cells).toEqual([1]);
});

test('one small department takes another with it, so that the whole does not tell of it', () => {
  const base = [
    { keys: ['board'], people: 1 },
    { keys: ['finance'], people: 8 },
    { keys: ['sales'], people: 20 },
  ];
  expect(named(publishableGroups(base))).toEqual([' ', '0 sales']);
});

test('fewer than five people in all publish nothing, and nobody publishes nothing', () => {
  expect(publishableGroups([{ keys: ['board'], people: 4 }])).toEqual([]);
  expect(publishableGroups([])).toEqual([]);
});

test('beyond the most cells, the last dimensions are left out', () => {
  expect(named(publishableGroups(company, 3))).toEqual([' ', '0 finance', '0 sales']);
  expect(named(publishableGroups(company, 1))).toEqual([' ']);
});

test('a company of five hundred cells is worked out too', () => {
  const large = Array.from({ length: 500 }, (_, at) => ({
    keys: [`d${at % 40}`, `c${at % 4}`, `s${Math.floor(at / 40)}`],
    people: 1 + ((at * 7919) % 11),
  }));
  expect(publishableGroups(large).length).toBeGreaterThan(50);
});
