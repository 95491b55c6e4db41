import type { Rejection, Result } from '@kontor/core';
import { coerceInputValue, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import { entities, type Language } from '../entity.ts';
import { decisionsFor } from '../policy/decide.ts';
import { meetsEntity } from '../policy/meet.ts';
import type { Viewer } from '../viewer.ts';
import { fromValue } from './argument.ts';
import { holdsNul } from './execute.ts';
import { groupedExport } from './export-groups.ts';
import { listExport } from './export-list.ts';
import { type Export, type Exporting, type ExportRequest, fault } from './export-request.ts';

interface Coerced {
  readonly variables: Record<string, unknown>;
  readonly args: Map<string, ReturnType<typeof fromValue>>;
  readonly rejections: Rejection[];
}

/** Arguments as the graph would take them; every fault names its place. */
function coerce(definitions: readonly GraphQLArgument[], given: Readonly<Record<string, unknown>>): Coerced {
  const coerced: Coerced = { variables: {}, args: new Map(), rejections: [] };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const definition = definitions.find((each) => each.name === name);
    if (!definition) {
      coerced.rejections.push(fault('ARGUMENT_UNKNOWN', `This export takes no ${name}.`, [name]));
      continue;
    }
    const before = coerced.rejections.length;
    const read: unknown = coerceInputValue(value, definition.type, (path, _invalid, error) => {
      coerced.rejections.push(fault('INPUT_INVALID', error.message, [name, ...path]));
    });
    if (coerced.rejections.length > before) continue;
    coerced.variables[name] = read;
    coerced.args.set(
      name,
      fromValue(definition.type, read, (run) => run.variables[name]),
    );
  }
  return coerced;
}

const deepNul = (value: unknown): boolean =>
  value !== null && typeof value === 'object' ? Object.values(value).some(deepNul) : holdsNul(value);

/**
 * Compiles an export under the viewer's policy, on the same way as every list and every grouping. What is refused is
 * refused all at once, each fault under its place in the request; a column that the viewer may never read is refused in the
 * same words as one that is not there.
 */
export function compileExport(schema: GraphQLSchema, viewer: Viewer, request: ExportRequest): Result<Export> {
  const decisions = decisionsFor(viewer);
  const entity = entities().find(({ name, plural }) => name === request.entity || plural === request.entity);
  if (!entity || !meetsEntity(decisions, entity.name))
    return { ok: false, rejections: [fault('ENTITY_UNKNOWN', 'There is no such entity.', ['entity'])] };
  const isGrouped = request.groupBy !== undefined && request.groupBy !== null;
  const field = isGrouped ? `${entity.single}Groups` : entity.plural;
  const { where, orderBy, search, includeInactive, groupBy, having, timeZone } = request;
  const { variables, args, rejections } = coerce(schema.getQueryType()?.getFields()[field]?.args ?? [], {
    where,
    orderBy,
    search,
    includeInactive,
    groupBy,
    having,
    timeZone,
  });
  if (deepNul(variables))
    rejections.push(fault('INPUT_INVALID', 'A text holds the character U+0000, which no text of ours does.', []));
  const language = (request.language ?? viewer.language) as Language;
  const exporting: Exporting = { schema, decisions, language, entity, request, args };
  const compiled = isGrouped ? groupedExport(exporting, rejections) : listExport(exporting, rejections);
  return compiled.ok ? { ok: true, value: { entity, language, variables, ...compiled.value } } : compiled;
}
