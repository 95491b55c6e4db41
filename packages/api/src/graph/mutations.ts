import { models } from '../catalogue.ts';
import { type Command, commands } from '../command.ts';
import type { Context } from '../context.ts';
import { type Entity, entities, entityNamed } from '../entity.ts';
import { KontorError } from '../errors.ts';
import { resolveRead } from '../read/execute.ts';
import type { Viewer } from '../viewer.ts';
import { createInputs, updateInputs } from '../write/entity-input.ts';
import type { InputField, InputFields } from '../write/input.ts';
import { type Answer, create, setActive, update } from '../write/master-data.ts';
import { runCommand } from '../write/run-command.ts';
import { type Input, inputObject, mutationField, type Output, objectType, type Row, type TypeOf } from './dynamic.ts';
import { enumType } from './enums.ts';
import { outputOf } from './types.ts';
import { UserError } from './user-error.ts';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const scalars: Readonly<Record<string, string>> = {
  text: 'String',
  id: 'ID',
  integer: 'Int',
  decimal: 'Decimal',
  boolean: 'Boolean',
  date: 'Date',
  instant: 'DateTime',
  json: 'JSON',
};

export const requireViewer = (context: Context): Viewer => {
  if (!context.viewer) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  return context.viewer;
};

const rowTypes = new Map<string, Input>();

function rowType({ typeName = '', description, fields = {} }: InputField): Input {
  const made = rowTypes.get(typeName) ?? inputType(typeName, description, fields);
  rowTypes.set(typeName, made);
  return made;
}

function typeOf(field: InputField): TypeOf {
  const one =
    field.kind === 'enum'
      ? enumType(field.enumName ?? '')
      : field.kind === 'rows'
        ? rowType(field)
        : (scalars[field.kind] ?? field.kind);
  return field.list ? [one] : one;
}

interface Extra {
  readonly [name: string]: { readonly type: string; readonly required: boolean; readonly description: string };
}

/** The input of a mutation out of its fields; where `partial`, none has to be given. */
export const inputType = (
  name: string,
  description: string,
  fields: InputFields,
  extra: Extra = {},
  partial = false,
): Input =>
  inputObject(name, {
    description,
    fields: () => ({
      ...extra,
      ...Object.fromEntries(
        Object.entries(fields).map(([key, field]) => [
          key,
          {
            type: typeOf(field),
            required: field.required && !partial,
            description: field.description || `${upperFirst(key)}.`,
          },
        ]),
      ),
    }),
  });

const payloads = new Map<string, Output<Answer>>();

/** The record as it stands now, as this viewer may see it, and what was refused. */
function payloadType(name: string, entity: Entity): Output<Answer> {
  const known = payloads.get(name);
  if (known) return known;
  const made = objectType<Answer>(name, {
    description: 'The record as it stands now, or why nothing was changed.',
    fields: () => ({
      [entity.single]: {
        type: outputOf(entity.name).type,
        nullable: true,
        description: 'The record as it stands now; null where nothing was changed or you may not see it.',
        extensions: { readAgain: true },
        resolve: ({ id }, _args, context, info) =>
          id === null ? null : resolveRead(context, { entity: entity.name, shape: 'one' }, id, info),
      },
      userErrors: {
        type: [UserError],
        description: 'Why nothing was changed; empty where all went well.',
        resolve: ({ refusals }) => refusals,
      },
    }),
  });
  payloads.set(name, made);
  return made;
}

interface Mutation {
  readonly name: string;
  readonly entity: Entity;
  readonly description: string;
  readonly fields: InputFields;
  readonly extra?: Extra;
  readonly partial?: boolean;
  readonly run: (context: Context, input: Record<string, unknown>) => Promise<Answer>;
}

function addMutation({ name, entity, description, fields, extra, partial, run }: Mutation): void {
  const title = upperFirst(name);
  const input = inputType(`${title}Input`, `Input of ${name}.`, fields, extra, partial);
  mutationField(name, {
    type: payloadType(`${title}Payload`, entity),
    description,
    args: { input: { type: input, required: true, description: 'What to do.' } },
    resolve: (_root, args, context) => run(context, { ...(args['input'] as Row) }),
  });
}

const recordExtra: Extra = {
  id: { type: 'ID', required: true, description: 'Id of the record.' },
  expectedVersion: {
    type: 'Int',
    required: true,
    description: 'Version that you have seen; a later one is a conflict.',
  },
};

function addMasterData(entity: Entity): void {
  const one = entity.title.en[0].toLowerCase();
  if (entity.create.length > 0)
    addMutation({
      name: `create${entity.name}`,
      entity,
      description: `Makes a ${one}.`,
      fields: createInputs(entity.name),
      run: (context, input) => create(context.app, requireViewer(context), entity.name, input),
    });
  if (entity.write.length > 0)
    addMutation({
      name: `update${entity.name}`,
      entity,
      description: `Changes the fields given of a ${one}.`,
      fields: updateInputs(entity.name),
      extra: recordExtra,
      partial: true,
      run: (context, input) => update(context.app, requireViewer(context), entity.name, input),
    });
  if (entity.kind !== 'master' || !('active' in models[entity.name].fields)) return;
  const reason: Extra = { ...recordExtra, reason: { type: 'String', required: false, description: 'Why.' } };
  for (const active of [false, true])
    addMutation({
      name: `${active ? 'reactivate' : 'deactivate'}${entity.name}`,
      entity,
      extra: reason,
      fields: {},
      description: active
        ? `Brings a ${one} back into use.`
        : `Takes a ${one} out of use; it is hidden from lists, and nothing is lost.`,
      run: (context, input) => setActive(context.app, requireViewer(context), entity.name, active, input as never),
    });
}

const commandExtra = (command: Command): Extra => ({
  ...(command.versioned && {
    expectedVersion: {
      type: 'Int',
      required: false,
      description: 'Version that you have seen; a later one is a conflict.',
    },
  }),
  ...(command.idempotent && {
    idempotencyKey: {
      type: 'String',
      required: true,
      description: 'Made up by you: the same key again is carried out once.',
    },
  }),
});

/** Create, update and deactivate for every entity that takes them, and every command. */
export function addMutations(): void {
  for (const entity of entities()) addMasterData(entity);
  for (const command of commands())
    addMutation({
      name: command.name,
      entity: entityNamed(command.entity),
      description: command.description,
      fields: command.input,
      extra: commandExtra(command),
      run: (context, input) => {
        const viewer = requireViewer(context);
        if (command.bulk) context.takeTime();
        return runCommand(context.app, viewer, command, input);
      },
    });
}
