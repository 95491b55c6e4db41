import { type DocumentNode, Kind, OperationTypeNode, parse } from 'graphql';

/**
 * A parsed document that carries the types of its answer and its variables, as every code generator for GraphQL writes
 * it (`TypedDocumentNode`).
 */
export interface TypedDocument<Result, Variables> extends DocumentNode {
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
}

/** What can be sent: a typed document, or GraphQL as text. */
export type Document<Result, Variables> = TypedDocument<Result, Variables> | string;

/** Whether a document changes something. */
export function isMutation(document: DocumentNode | string): boolean {
  const { definitions } = typeof document === 'string' ? parse(document, { noLocation: true }) : document;
  return definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.MUTATION,
  );
}
