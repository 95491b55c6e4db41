import type { EntityName } from './catalogue.ts';
import type { Translations } from './entity.ts';
import type { CommandName } from './policy/index.ts';
import type { Viewer } from './viewer.ts';
import type { InputFields, InputOf } from './write/input.ts';
import type { Refusal, Transaction } from './write/operation.ts';

/** What a command is given besides its input. */
export interface CommandContext {
  readonly tx: Transaction;
  readonly viewer: Viewer;
  /** Key of the request, where the command takes one. */
  readonly idempotencyKey: string | null;
  /** An id for the record that the command makes, if it makes one: it saves a statement to make it with this one. */
  readonly newId: string;
  /** The moment of the command, the same everywhere in it. */
  readonly now: Date;
  /** Seals a secret that has to be read again; see `write/vault.ts`. */
  readonly seal: (place: string, secret: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Writes a mail that goes out once the transaction has committed. */
  readonly afterCommit: (task: () => Promise<void>) => void;
}

/** What a command did: the record that it is about, or why it did nothing. */
export type Outcome = { readonly id: string } | { readonly refusals: readonly Refusal[] };

export const done = (id: string): Outcome => ({ id });
export const refused = (...refusals: readonly Refusal[]): Outcome => ({ refusals });

export interface CommandOptions<I extends InputFields> {
  /** Entity that the command is about; its payload holds a record of it. */
  readonly entity: EntityName;
  /** Input that names the record; empty where the command makes a new one. */
  readonly record?: keyof I & string;
  /** Input that names the company in which a new record is made, or how it follows from the input. */
  readonly company?: (keyof I & string) | ((input: InputOf<I>, context: CommandContext) => Promise<string | null>);
  /** States of the record in which the command may run. */
  readonly states?: { readonly field: string; readonly in: readonly string[] };
  readonly title: Translations;
  /** One sentence for the person at the desk and for the graph. */
  readonly description: string;
  /** Question to confirm with, where there is something to lose. */
  readonly confirmation?: Translations;
  readonly destructive?: true;
  /** Takes `expectedVersion` of the record. */
  readonly versioned?: true;
  /** Takes `idempotencyKey`: for what moves money or works in bulk. */
  readonly idempotent?: true;
  /** Writes thousands of rows: its transaction may take minutes. */
  readonly bulk?: true;
  /** What the audit log keeps as the reason, where it is not an input of that name. */
  readonly reason?: (input: InputOf<I>) => string;
  readonly input: I;
  /** load → decide → write, in the transaction of the command. */
  readonly run: (input: InputOf<I>, context: CommandContext) => Promise<Outcome>;
}

export interface Command {
  readonly name: CommandName;
  readonly entity: EntityName;
  readonly record: string | null;
  readonly company: string | ((input: never, context: CommandContext) => Promise<string | null>) | null;
  readonly states: { readonly field: string; readonly in: readonly string[] } | null;
  readonly title: Translations;
  readonly description: string;
  readonly confirmation: Translations | null;
  readonly destructive: boolean;
  readonly versioned: boolean;
  readonly idempotent: boolean;
  readonly bulk: boolean;
  readonly reason: ((input: never) => string) | null;
  readonly input: InputFields;
  readonly run: (input: never, context: CommandContext) => Promise<Outcome>;
}

const registered = new Map<CommandName, Command>();

/** Puts a command into the graph: a mutation, a button of the console, and a right of the policy, under one name. */
export function command<I extends InputFields>(name: CommandName, options: CommandOptions<I>): Command {
  if (registered.has(name)) throw new Error(`${name} is registered twice`);
  const made: Command = {
    name,
    entity: options.entity,
    record: options.record ?? null,
    company: options.company ?? null,
    states: options.states ?? null,
    title: options.title,
    description: options.description,
    confirmation: options.confirmation ?? null,
    destructive: options.destructive ?? false,
    versioned: options.versioned ?? false,
    idempotent: options.idempotent ?? false,
    bulk: options.bulk ?? false,
    reason: options.reason ?? null,
    input: options.input,
    run: options.run,
  };
  registered.set(name, made);
  return made;
}

export const commands = (): readonly Command[] => [...registered.values()];

/** The commands that stand on the records of an entity. */
export const commandsOf = (entity: EntityName): readonly Command[] =>
  commands().filter((each) => each.entity === entity && each.record !== null);
