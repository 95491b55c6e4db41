import { BREAK, type DocumentNode, type ExecutionArgs, type ExecutionResult, execute, validate, visit } from 'graphql';
import { schemaFor } from '../graph/viewer-schema.ts';
import type { Viewer } from '../viewer.ts';
import { introspective } from './document-limits.ts';
import { told } from './fault.ts';

const introspectiveDocuments = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks for the schema anywhere. */
export function introspects(document: DocumentNode): boolean {
  const known = introspectiveDocuments.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (!introspective.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  introspectiveDocuments.set(document, found);
  return found;
}

/** Runs an operation that asks for the schema on the viewer's own: of the rest nobody is told. */
export async function executeOnOwnSchema(args: ExecutionArgs, viewer: Viewer): Promise<ExecutionResult> {
  const own = schemaFor(args.schema, viewer);
  const errors = validate(own, args.document);
  if (errors.length > 0) return { errors: errors.map((error) => told(error, 'GRAPHQL_VALIDATION_FAILED')) };
  return (await execute({ ...args, schema: own })) as ExecutionResult;
}
