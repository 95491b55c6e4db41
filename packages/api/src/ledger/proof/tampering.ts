import type { World } from '@kontor/testkit';
import pg from 'pg';
import { verifyLedger } from '../index.ts';

const tables = [
  'dimension_set',
  'dimension_set_member',
  'journal_entry',
  'journal_line',
  'open_item',
  'allocation',
  'period_balance',
  'period_balance_delta',
  'ledger_link',
  'number_series',
];

/** What would keep rows from being taken away that others refer to. */
const keys = [
  ['ledger_link', 'entry'],
  ['journal_line', 'entry'],
  ['journal_entry', 'reverses'],
  ['open_item', 'line'],
] as const;

/** Somebody who owns the tables, has taken their keys off and turns their triggers off: a superuser can do no more. */
export class Tampering {
  private readonly owner: pg.Pool;

  private constructor(owner: pg.Pool) {
    this.owner = owner;
  }

  /** Keeps the books of a world as they are now, to come back to. */
  static async of(world: World): Promise<Tampering> {
    const tampering = new Tampering(new pg.Pool({ connectionString: world.ownerUrl, max: 4 }));
    for (const [table, key] of keys)
      await tampering.owner.query(`alter table ${table} drop constraint ${table}_${key}_id_fkey`);
    const copies = tables.map((table) => `create table kept.${table} as table public.${table}`);
    await tampering.tamper('create schema kept', ...copies);
    return tampering;
  }

  async tamper(...statements: string[]): Promise<void> {
    const client = await this.owner.connect();
    try {
      await client.query('begin');
      for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
      for (const statement of statements) await client.query(statement);
      for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
      await client.query('commit');
    } finally {
      client.release();
    }
  }

  restored(): Promise<void> {
    // Foreign keys that are left are looked at row by row: what refers goes first, and comes last.
    return this.tamper(
      ...tables.toReversed().map((table) => `delete from ${table}`),
      ...tables.map((table) => `insert into ${table} select * from kept.${table}`),
    );
  }

  /** What verification tells, without ids. */
  async verdict(company?: string): Promise<string[]> {
    const client = await this.owner.connect();
    const told: string[] = [];
    try {
      const tell = (difference: string) => told.push(difference.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'));
      const found = await verifyLedger(client, { company: company ?? null, tell });
      if (found?.differences !== told.length) throw new Error(`${found?.differences} were told of as ${told.length}`);
      return told;
    } finally {
      client.release();
    }
  }

  end(): Promise<void> {
    return this.owner.end();
  }
}
