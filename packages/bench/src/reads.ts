import type pg from 'pg';
import { type Cost, type Load, measure, type Subject } from './measure.ts';

const list = `query ($after: ID) { employees(first: 50, after: $after) { nodes {
  id firstName lastName employeeNumber startOn salary department { id name } position { id title } manager { id firstName lastName }
  compensations(first: 3) { nodes { id amount startOn } } } } }`;
const one = `query ($id: ID!) { employee(id: $id) { id firstName lastName salary department { name } } }`;
const page = `query { employees(first: 50, offset: 2950, where: { status: { eq: ACTIVE }, salary: { gte: "31000" } },
  orderBy: [{ startOn: { direction: DESC } }]) { nodes { id firstName lastName department { name } } } }`;
/** What both viewers may read: the list without pay. */
const shared = `query ($after: ID) { employees(first: 50, after: $after) { nodes {
  id firstName lastName employeeNumber startOn department { id name } position { id title } manager { id firstName lastName } } } }`;

/** The same with one column of a sensitive class, which is on record before the answer goes out. */
const sensitive = shared.replace('startOn department', 'startOn salary department');

export interface Subjects {
  readonly kontor: Subject;
  readonly byHand: Subject;
  readonly full: string;
  readonly half: string;
  readonly ids: readonly string[];
}

const milliseconds = (microseconds: number): string => (microseconds / 1000).toFixed(2).padStart(7);

function line(name: string, cost: Cost): string {
  return `${name.padEnd(46)} node ${milliseconds(cost.node)} ms  database ${milliseconds(cost.database)} ms  wall ${milliseconds(cost.wall)} ms  ${Math.round(cost.bytes)} bytes`;
}

const ratio = (name: string, a: Cost, b: Cost): string =>
  `${name.padEnd(46)} node ${(a.node / b.node).toFixed(2).padStart(7)}     database ${(a.database / b.database).toFixed(2).padStart(7)}     wall ${(a.wall / b.wall).toFixed(2).padStart(7)}     both ${((a.node + a.database) / (b.node + b.database)).toFixed(2)}`;

/** Lists, one row and a far page, beside the same by hand; and a viewer with half the rights beside one with all. */
export async function reads(pool: pg.Pool, subjects: Subjects, rounds: number): Promise<void> {
  const id = (round: number): string => subjects.ids[round % subjects.ids.length] ?? '';
  const graph = (query: string, token: string, variables: (round: number) => object): Load => ({
    subject: subjects.kontor,
    path: '/graphql',
    headers: { authorization: `Bearer ${token}` },
    body: (round) => JSON.stringify({ query, variables: variables(round) }),
  });
  const byHand = (name: string): Load => ({
    subject: subjects.byHand,
    path: '/',
    headers: {},
    body: (round) => JSON.stringify({ name, id: id(round) }),
  });
  const pairs: readonly (readonly [string, Load, Load, string])[] = [
    [
      'list of 50, three related rows each',
      graph(list, subjects.full, (round) => ({ after: id(round) })),
      byHand('list'),
      'by hand',
    ],
    ['one row by id', graph(one, subjects.full, (round) => ({ id: id(round) })), byHand('one'), 'by hand'],
    ['filtered and sorted, page 60', graph(page, subjects.full, () => ({})), byHand('page'), 'by hand'],
    [
      'half the rights: list of 50',
      graph(shared, subjects.half, (round) => ({ after: id(round) })),
      graph(shared, subjects.full, (round) => ({ after: id(round) })),
      'all rights',
    ],
    [
      'list of 50 with salaries, which is recorded',
      graph(sensitive, subjects.full, (round) => ({ after: id(round) })),
      graph(shared, subjects.full, (round) => ({ after: id(round) })),
      'without, which is not',
    ],
  ];
  for (const [name, first, second, other] of pairs) {
    const theirs = await measure(pool, second, rounds);
    const ours = await measure(pool, first, rounds);
    console.log(line(name, ours));
    console.log(line(`  ${other}`, theirs));
    console.log(ratio('  ratio', ours, theirs));
  }
}
