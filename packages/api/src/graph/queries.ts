import { builder } from '../builder.ts';
import { entities } from '../entity.ts';
import { resolveRead } from '../read/execute.ts';
import { outputOf, pageArguments } from './types.ts';

/** `employee(id:)` and `employees(…)` for every entity. Most operations never come here: see `read/execute.ts`. */
export function addQueries(): void {
  for (const entity of entities()) {
    const { type, connection } = outputOf(entity.name);
    const [one, many] = entity.title.en;
    builder.queryField(entity.single, (t) =>
      t.field({
        type: type as never,
        nullable: true,
        description: `One ${one.toLowerCase()}; null where there is none that you may see.`,
        args: { id: t.arg.id({ required: true, description: 'Id of the record.' }) },
        resolve: (_root, _args, context, info) =>
          resolveRead(context, { entity: entity.name, shape: 'one' }, null, info) as never,
      }),
    );
    builder.queryField(entity.plural, (t) =>
      t.field({
        type: connection as never,
        description: `${many} that you may see.`,
        args: pageArguments(entity.name, t as never),
        resolve: (_root, _args, context, info) =>
          resolveRead(context, { entity: entity.name, shape: 'many' }, null, info) as never,
      }),
    );
  }
}
