import type pg from 'pg';
import type { App } from '../app.ts';
import type { Cube } from '../cube.ts';
import { jobViewer } from '../jobs/job-viewer.ts';
import { type FigureGroup, figuresStatement, type GroupRow, published } from './figures.ts';

/** The figures of a cube in one company, as of a moment. */
export interface Figures {
  readonly asOf: Date;
  readonly groups: readonly FigureGroup[];
}

/** How long figures stand: whoever asks before and after one person comes is told the same. */
const daysKept = 30;

async function kept(client: pg.Pool | pg.PoolClient, cube: Cube, companyId: string): Promise<Figures | null> {
  const { rows } = await client.query<Figures>({
    name: 'kept figures',
    text: `select at as "asOf", cells as groups from kept_figures
      where cube = $1 and company_id = $2 and at > now() - make_interval(days => $3) order by at desc limit 1`,
    values: [cube.name, companyId, daysKept],
  });
  return rows[0] ?? null;
}

/** Makes the figures anew. Where nothing may be published nothing was told, and nothing is kept. */
async function made(client: pg.PoolClient, cube: Cube, companyId: string): Promise<Figures> {
  const viewer = { ...jobViewer, grants: [{ role: 'AUDITOR' as const, companyId }] };
  const { text, params } = figuresStatement(cube, viewer, companyId);
  const { rows } = await client.query<GroupRow>(
    text,
    params.map((each) => each({ variables: {}, viewer })),
  );
  const groups = published(cube, rows);
  if (groups.length === 0) return { asOf: new Date(), groups };
  const { rows: stored } = await client.query<{ at: Date }>(
    `insert into kept_figures (cube, company_id, cells) values ($1, $2, $3) returning at`,
    [cube.name, companyId, JSON.stringify(groups)],
  );
  return { asOf: stored[0]?.at ?? new Date(), groups };
}

/**
 * The figures of a company: those that are kept, or new ones where the last are older than 30 days. Whoever asks at the
 * same moment waits at a lock for whoever makes them. Null where there is no such company.
 */
export async function figuresOf({ pool }: App, cube: Cube, companyId: string): Promise<Figures | null> {
  const known = await kept(pool, cube, companyId);
  if (known) return known;
  const client = await pool.connect();
  let failure: unknown = null;
  try {
    await client.query('begin');
    const company = await client.query('select from company where id = $1', [companyId]);
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${cube.name} ${companyId}`]);
    const figures =
      company.rowCount === 0 ? null : ((await kept(client, cube, companyId)) ?? (await made(client, cube, companyId)));
    await client.query('commit');
    return figures;
  } catch (error) {
    failure = error;
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release(failure !== null);
  }
}
