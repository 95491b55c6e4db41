import type { App } from '../app.ts';
import { fieldOf } from '../catalogue.ts';
import type { Command, CommandContext } from '../command.ts';
import { entityNamed } from '../entity.ts';
import { forbidden, notFound } from '../errors.ts';
import { type Condition, decisionsFor, isNever } from '../policy/decide.ts';
import { look } from '../read/look.ts';
import type { Viewer } from '../viewer.ts';
import { bulkMilliseconds } from './bulk.ts';
import { checkInput } from './check-input.ts';
import { type Answer, answered, conflict } from './master-data.ts';
import { type Operating, once, operate, Refused } from './operation.ts';
import { checkMoney, checkReferences } from './references.ts';

type Values = Readonly<Record<string, unknown>>;

/** Right, record, state, version, references and amounts: what holds for every command before its own decision. */
async function admit(
  command: Command,
  context: CommandContext,
  value: Values,
  expectedVersion: unknown,
): Promise<void> {
  const { tx, viewer } = context;
  const condition = decisionsFor(viewer).command(command.name);
  const companyId =
    command.record === null
      ? await companyFor(command, context, value, condition)
      : await recordFor(command, context, value, condition, expectedVersion);
  const { [command.record ?? '']: _, ...others } = command.input;
  const refusals = [
    ...(await checkReferences(tx, viewer, others, value, companyId)),
    ...(await checkMoney(tx, command.input, value)),
  ];
  if (refusals.length > 0) throw new Refused(refusals);
}

async function companyFor(
  command: Command,
  context: CommandContext,
  value: Values,
  condition: Condition,
): Promise<string | null> {
  const { company } = command;
  const companyId =
    typeof company === 'function'
      ? await company(value as never, context)
      : company === null
        ? null
        : String(value[company]);
  const reached = condition.all === 'every' || (companyId !== null && condition.all.includes(companyId));
  if (reached || (company === null && !isNever(condition))) return companyId;
  throw forbidden(`You may not ${command.name} here.`);
}

async function recordFor(
  command: Command,
  { tx, viewer }: CommandContext,
  value: Values,
  condition: Condition,
  expectedVersion: unknown,
): Promise<string | null> {
  const id = String(value[command.record ?? '']);
  // What is written once stays as it is without a lock, and cannot be locked without the right to change it.
  const lock = entityNamed(command.entity).kind !== 'journal';
  const found = await look(tx, viewer, command.entity, id, { conditions: [condition], lock });
  if (!found) throw notFound(entityNamed(command.entity).single);
  if (found.holds[0] !== true) throw forbidden(`You may not ${command.name} this record.`);
  if (typeof expectedVersion === 'number' && found.version !== expectedVersion)
    throw new Refused([conflict(found.version)]);
  if (command.states) await inState(command, { tx }, id);
  return found.companyId;
}

async function inState(command: Command, { tx }: Pick<Operating, 'tx'>, id: string): Promise<void> {
  if (!command.states) return;
  const delegate = (tx as unknown as Record<string, { findUniqueOrThrow(args: object): Promise<Values> }>)[
    entityNamed(command.entity).single
  ];
  const row = await delegate?.findUniqueOrThrow({ where: { id } });
  const { field, in: states } = command.states;
  const state = String(row?.[fieldOf(command.entity, field).name]);
  if (!states.includes(state))
    throw new Refused([
      {
        code: 'WRONG_STATE',
        message: `This cannot be done while the record is ${state}; it can be done when it is ${states.join(' or ')}.`,
        path: [command.record ?? 'id'],
      },
    ]);
}

const reasonAtMost = 500;

/** Why, for the audit log: what whoever acts has said, or what the command makes of its input. */
function reasonOf(command: Command, value: Values): string | null {
  if (!command.reason) return typeof value['reason'] === 'string' ? value['reason'] : null;
  const text = command.reason(value as never);
  return text.length > reasonAtMost ? `${text.slice(0, reasonAtMost - 1)}…` : text;
}

/**
 * Runs a command: everything in one transaction with its audit row, and once for each idempotency key. `now` is given by
 * the demo company alone, whose past is decided on as if it were then; the audit log tells the true time.
 */
export async function runCommand(
  app: App,
  viewer: Viewer,
  command: Command,
  raw: Values,
  { now }: { readonly now?: Date } = {},
): Promise<Answer> {
  const { idempotencyKey, ...typed } = raw;
  const { expectedVersion, ...others } = typed;
  // A command that may write over a record, or make a new one, asks for the version by itself.
  const given = 'expectedVersion' in command.input ? typed : others;
  if (isNever(decisionsFor(viewer).command(command.name))) throw forbidden(`You may not ${command.name}.`);
  const checked = checkInput(command.input, given);
  if (!checked.ok) return { id: null, refusals: checked.rejections };
  const value = checked.value;
  const reason = reasonOf(command, value);
  const key = typeof idempotencyKey === 'string' ? idempotencyKey : null;
  const principal = viewer.userId ?? viewer.email;
  const request = key === null ? null : { principal, key, command: command.name, input: given };
  const deed = {
    viewer,
    command: command.name,
    reason,
    request,
    ...(now && { now }),
    ...(command.bulk && { timeoutMilliseconds: bulkMilliseconds }),
  };
  return answered(viewer, Object.keys(command.input), () =>
    operate(app, deed, async ({ tx, isNew, newId, now, seal, afterCommit }) => {
      const context: CommandContext = { tx, viewer, idempotencyKey: key, newId, now, seal, afterCommit };
      const run = async (): Promise<string> => {
        await admit(command, context, value, expectedVersion);
        const outcome = await command.run(value as never, context);
        if ('refusals' in outcome) throw new Refused(outcome.refusals);
        return outcome.id;
      };
      return request === null ? run() : once({ tx, isNew, newId }, request, run);
    }),
  );
}
