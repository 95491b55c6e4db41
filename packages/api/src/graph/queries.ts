import { entities } from '../entity.ts';
import { resolveRead } from '../read/execute.ts';
import { queryField } from './dynamic.ts';
import { outputOf, pageArguments } from './types.ts';

/** `employee(id:)` and `employees(…)` for every entity. Most operations never come here: see `read/execute.ts`. */
export function addQueries(): void {
  for (const { name, single, plural, title } of entities()) {
    const { type, connection } = outputOf(name);
    const [one, many] = title.en;
    queryField(single, {
      type,
      nullable: true,
      description: `One ${one.toLowerCase()}; null where there is none that you may see.`,
      args: { id: { type: 'ID', required: true, description: 'Id of the record.' } },
      resolve: (_root, _args, context, info) => resolveRead(context, { entity: name, shape: 'one' }, null, info),
    });
    queryField(plural, {
      type: connection,
      description: `${many} that you may see.`,
      args: pageArguments(name),
      resolve: (_root, _args, context, info) => resolveRead(context, { entity: name, shape: 'many' }, null, info),
    });
  }
}
