import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import type { ResourceDefinition } from '../generator/resource-definition.ts';
import { sampleMeta } from '../generator/sample-meta.ts';
import { type BulkRow, commonActions, hasBulkActions } from './bulk-action.ts';
import { type Result, runEach } from './run-each.ts';

const device = catalogueOf(sampleMeta, []).byName.get('Device') as ResourceDefinition;
const named = (name: string, destructive = false) => ({
  name,
  label: name,
  description: '',
  entity: 'Device',
  recordInput: 'deviceId',
  payloadField: 'device',
  inputs: [],
  destructive,
  versioned: true,
  idempotent: true,
});
const resource: ResourceDefinition = {
  ...device,
  deactivates: true,
  deactivate: 'ALWAYS',
  recordActions: [named('wipe', true), named('lend'), named('retire')],
};
const row = (id: string, actions: readonly string[], rest: Partial<BulkRow> = {}): BulkRow => ({
  id,
  _label: `Device ${id}`,
  version: 3,
  active: true,
  ...rest,
  _can: { deactivate: true, actions, ...rest._can },
});
const names = (rows: readonly BulkRow[]) => commonActions(resource, rows, (key) => key).map(({ name }) => name);

describe('what several records offer', () => {
  it.each<[string, BulkRow[], string[]]>([
    ['nothing where nothing is selected', [], []],
    [
      'all that one offers, what is hard to take back last',
      [row('1', ['wipe', 'lend'])],
      ['lend', 'wipe', 'deactivate'],
    ],
    ['what every one offers', [row('1', ['wipe', 'lend']), row('2', ['lend', 'retire'])], ['lend', 'deactivate']],
    ['nothing of what but some offer', [row('1', ['wipe']), row('2', ['lend'])], ['deactivate']],
    ['their return into use', [row('1', [], { active: false }), row('2', [], { active: false })], ['reactivate']],
    ['neither where some are in use and some are not', [row('1', []), row('2', [], { active: false })], []],
    [
      'no end of use where one may not be taken out of it',
      [row('1', ['lend']), row('2', ['lend'], { _can: { deactivate: false, actions: ['lend'] } })],
      ['lend'],
    ],
  ])('is %s', (_what, rows, expected) => {
    expect(names(rows)).toEqual(expected);
  });

  it('is asked of each record by its own id, version and key', () => {
    const [lend] = commonActions(resource, [row('1', ['lend'])], (key) => key);
    expect(lend?.input(row('1', ['lend']), {}, 'a key')).toEqual({
      deviceId: '1',
      expectedVersion: 3,
      idempotencyKey: 'a key',
    });
  });

  it('is nothing to select for where nothing can be done', () => {
    expect(hasBulkActions(resource)).toBe(true);
    expect(hasBulkActions({ ...resource, recordActions: [], deactivate: 'NEVER' })).toBe(false);
  });
});

describe('the same with each', () => {
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  it('is done with each once, four at a time, and one that fails stops no other', async () => {
    const results: Result<number>[] = [];
    let [under, most] = [0, 0];
    await runEach(
      Array.from({ length: 20 }, (_, index) => index),
      {
        work: async (number) => {
          under += 1;
          most = Math.max(most, under);
          await wait(number % 3);
          under -= 1;
          if (number % 5 === 0) throw new Error(`no ${number}`);
        },
        explain: (error) => (error as Error).message,
        tell: (result) => results.push(result),
        stopped: () => false,
      },
    );
    expect(most).toBe(4);
    expect(results.map((result) => result.row).toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
    expect(results.flatMap(({ problem }) => problem ?? []).toSorted()).toEqual(['no 0', 'no 10', 'no 15', 'no 5']);
  });

  it('ends when it is stopped, with what is under way told', async () => {
    const done: number[] = [];
    await runEach([...Array(20).keys()], {
      work: () => wait(1),
      explain: String,
      tell: ({ row: number }) => done.push(number),
      stopped: () => done.length >= 4,
    });
    expect(done.length).toBeGreaterThanOrEqual(4);
    expect(done.length).toBeLessThan(9);
  });
});
