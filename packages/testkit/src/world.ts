import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createTestDatabase,
  type Env,
  hashPassword,
  linkPending,
  localOperator,
  mintToken,
  operate,
  type Role,
  type RunningServer,
  readEnv,
  startServer,
} from '@kontor/api';
import { GraphQLClient } from 'graphql-request';
import { Browser } from './browser.ts';

/** The address and password of everyone in a world: `hr@world.example` and so on. */
export const worldPassword = 'a password of the world';
export const addressOf = (name: string): string => `${name.toLowerCase()}@world.example`;

export interface Member {
  readonly email: string;
  readonly userId: string;
  readonly client: GraphQLClient;
  readonly token: string;
}

/** A server on a database of its own, empty but for the currencies, and whoever a test lets in. */
export interface World {
  readonly url: string;
  readonly server: RunningServer;
  /** The owner's connection string: for looking behind the scenes, never for acting. */
  readonly ownerUrl: string;
  /** The application's connection string. */
  readonly appUrl: string;
  /** Lets somebody in: a user with grants, for one company or for all, and a client that acts as them. */
  member(
    name: string,
    grants: readonly { role: Role; companyId?: string | null }[],
    personId?: string | null,
  ): Promise<Member>;
  /** Somebody at a browser, not signed in. */
  browser(): Browser;
  /** Links what has happened into the audit log, as a process that serves does each second: then streams tell of it. */
  link(): Promise<void>;
  stop(): Promise<void>;
}

const day = 86_400_000;
/** Everybody has the same: making a hash is slow on purpose. */
let worldPasswordHash: Promise<string> | undefined;

async function addMember(
  server: RunningServer,
  name: string,
  grants: Parameters<World['member']>[1],
  personId: string | null,
): Promise<Member> {
  const email = addressOf(name);
  worldPasswordHash ??= hashPassword(worldPassword);
  const passwordHash = await worldPasswordHash;
  const { userId, token } = await operate(server.app, { viewer: localOperator, command: 'letIn' }, async ({ tx }) => {
    const user = await tx.user.create({ data: { email, name, personId, passwordHash } });
    for (const { role, companyId = null } of grants)
      await tx.roleGrant.create({ data: { userId: user.id, role, companyId } });
    const minted = await mintToken(tx, { userId: user.id, name: 'test', expiresAt: new Date(Date.now() + day) });
    return { userId: user.id, token: minted.token };
  });
  const client = new GraphQLClient(`${server.url}/graphql`, { headers: { authorization: `Bearer ${token}` } });
  return { email, userId, client, token };
}

/** Starts a world, with the settings that a test cares about; `stop` it in `afterAll`. */
export async function startWorld(settings: Partial<Env> = {}): Promise<World> {
  const database = await createTestDatabase();
  const home = await mkdtemp(path.join(tmpdir(), 'kontor-world-'));
  const env: Env = { ...readEnv({}), port: 0, host: '127.0.0.1', logLevel: 'warn', seed: false, home, ...settings };
  const server = await startServer({
    env,
    database: { kind: 'external', ownerUrl: database.ownerUrl, appUrl: database.appUrl, stop: async () => {} },
  });
  return {
    url: server.url,
    server,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    member: (name, grants, personId = null) => addMember(server, name, grants, personId),
    browser: () => new Browser(server.url),
    link: async () => {
      await linkPending(server.app.pool);
    },
    stop: async () => {
      await server.stop();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
