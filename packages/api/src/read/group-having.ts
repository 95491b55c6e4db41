import { type EntityName, fieldOf } from '../catalogue.ts';
import { badInput, limitExceeded } from '../errors.ts';
import type { Argument } from './argument.ts';
import type { GroupColumns } from './group-columns.ts';
import { countField, type Measure, measureField } from './measures.ts';
import { and, or, type SQL, sql } from './sql.ts';
import { operation } from './where.ts';

const nestingAtMost = 12;
const branchesAtMost = 50;

/** A condition on groups, by their measures. Null is SQL's, as in every filter. */
export function having(entity: EntityName, columns: GroupColumns, argument: Argument, depth = 0): SQL {
  if (argument.kind !== 'object') throw badInput('A condition on groups is an object of measures.');
  if (depth > nestingAtMost) throw limitExceeded(`Conditions on groups are nested ${nestingAtMost} times at the most.`);
  const branches = (of: Argument): SQL[] => {
    const items = of.kind === 'list' ? of.items : [];
    if (items.length > branchesAtMost) throw limitExceeded(`A list of conditions has ${branchesAtMost} at the most.`);
    return items.map((item) => having(entity, columns, item, depth + 1));
  };
  return and(
    [...argument.fields].map(([key, each]) => {
      if (each.kind === 'leaf' && each.value === null) throw badInput(`The condition ${key} takes no null.`);
      if (key === 'and') return and(branches(each));
      if (key === 'or') return or(branches(each));
      if (key === 'not') return sql`not (${having(entity, columns, each, depth + 1)})`;
      if (key === 'count') return compared(countField, columns.rows('group'), each);
      columns.refuseHidden(key);
      if (each.kind !== 'object') throw badInput(`The condition on ${key} takes measures.`);
      return and(
        [...each.fields].map(([measure, operators]) =>
          compared(
            measureField(fieldOf(entity, key), measure as Measure),
            columns.measure(key, measure as Measure, 'group'),
            operators,
          ),
        ),
      );
    }),
  );
}

function compared(field: ReturnType<typeof measureField>, value: SQL, operators: Argument): SQL {
  if (operators.kind !== 'object') throw badInput(`The condition on ${field.name} takes operators.`);
  return and([...operators.fields].map(([operator, operand]) => operation(field, value, operator, operand)));
}
