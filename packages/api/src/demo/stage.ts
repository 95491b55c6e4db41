/** Where the story of the demo is played: every deed is a public command, by somebody who may, at its own time. */
import type { App } from '../app.ts';
import type { EntityName } from '../catalogue.ts';
import { commands } from '../command.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { CommandName } from '../policy/index.ts';
import type { Viewer } from '../viewer.ts';
import { type Answer, create, update } from '../write/master-data.ts';
import type { Transaction } from '../write/operation.ts';
import { runCommand } from '../write/run-command.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Stage {
  /** The app, in which everything is one transaction: the demo is there as a whole or not at all. */
  readonly app: App;
  readonly tx: Transaction;
  /** Carries out a command as somebody, at a moment of the story; answers the id of its record. */
  act(viewer: Viewer, at: Date, command: CommandName, input: Values): Promise<string>;
  make(viewer: Viewer, entity: EntityName, input: Values): Promise<string>;
  change(viewer: Viewer, entity: EntityName, id: string, expectedVersion: number, input: Values): Promise<void>;
}

/** The same client inside a transaction: what opens one of its own goes on in this one. */
function inside(app: App, tx: Transaction): App {
  const open = (work: (tx: Transaction) => Promise<unknown>) => work(tx);
  const prisma = new Proxy(tx, {
    get: (target, name) => (name === '$transaction' ? open : Reflect.get(target, name)),
  });
  return { ...app, prisma: prisma as PrismaClient };
}

function done(what: string, input: Values, { id, refusals }: Answer): string {
  const [refusal] = refusals;
  if (id !== null && refusal === undefined) return id;
  throw new Error(`The demo cannot ${what} ${JSON.stringify(input)}: ${refusal?.code} ${refusal?.message}`);
}

export function stageIn(real: App, tx: Transaction): Stage {
  const app = inside(real, tx);
  const byName = new Map(commands().map((each) => [each.name, each]));
  return {
    app,
    tx,
    act: async (viewer, now, name, input) => {
      const command = byName.get(name);
      if (!command) throw new Error(`There is no command ${name}`);
      return done(name, input, await runCommand(app, viewer, command, input, { now }));
    },
    make: async (viewer, entity, input) => done(`create ${entity}`, input, await create(app, viewer, entity, input)),
    change: async (viewer, entity, id, expectedVersion, input) => {
      done(`update ${entity}`, input, await update(app, viewer, entity, { id, expectedVersion, ...input }));
    },
  };
}
