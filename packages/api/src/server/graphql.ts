import type { IncomingMessage, ServerResponse } from 'node:http';
import { execute, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { KontorError } from '../errors.ts';
import { executeReads, extensionsOf } from '../read/execute.ts';
import { schema } from '../schema.ts';
import type { Viewer } from '../viewer.ts';
import { authenticate } from './authenticate.ts';

interface Incoming {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** What can be asked without a session. */
const open = new Set(['signIn', 'version', '__typename', 'setPassword', 'requestPasswordReset', 'setUp', 'viewer']);

function refuseStrangers(args: ExecutionArgs): void {
  const context = args.contextValue as Context;
  if (context.viewer) return;
  for (const definition of args.document.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    const closed = definition.selectionSet.selections.some((each) => each.kind !== 'Field' || !open.has(each.name.value));
    if (closed) throw new KontorError('UNAUTHENTICATED', 'Sign in first.');
  }
}

/** Reads answer by their statement; everything else by resolvers. */
const execution: Plugin<Context & Incoming> = {
  onExecute({ args, setExecuteFn }) {
    refuseStrangers(args as unknown as ExecutionArgs);
    const reads = executeReads(args as unknown as ExecutionArgs);
    setExecuteFn(reads ?? (() => executeByResolvers(args as unknown as ExecutionArgs)));
  },
};

async function executeByResolvers(args: ExecutionArgs): Promise<ExecutionResult> {
  const result = (await execute(args)) as ExecutionResult;
  const { redacted } = args.contextValue as Context;
  return redacted.size > 0 ? { ...result, extensions: { ...result.extensions, ...extensionsOf(0, [...redacted]) } } : result;
}

/** An error that nobody expected is logged with everything and told with nothing. */
function maskError(app: App) {
  return (error: unknown): Error => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (original instanceof GraphQLError) return error as Error;
    app.log.error({ err: original }, 'An operation failed.');
    return new GraphQLError('Something went wrong here. It has been logged; try again, and tell your administrator if it stays.', {
      ...(error instanceof GraphQLError && { nodes: error.nodes ?? null, path: error.path ?? null }),
      extensions: { code: 'INTERNAL' },
    });
  };
}

export const addressOf = (req: IncomingMessage): string | null => req.socket.remoteAddress ?? null;

/** The graph at `/graphql`. */
export function createGraph(app: App) {
  const viewers = new WeakMap<Request, Viewer | null>();
  return createYoga<Incoming, Pick<Context, 'app' | 'viewer' | 'answerHeaders' | 'address' | 'redacted'>>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    maskedErrors: { maskError: maskError(app) },
    plugins: [execution as unknown as Plugin],
    context: async ({ request, req, res }) => {
      const address = addressOf(req);
      const known = viewers.get(request);
      const secure = app.address().startsWith('https:');
      const viewer = known === undefined ? await authenticate(app.pool, request.headers, { secure, address }) : known;
      viewers.set(request, viewer);
      return { app, viewer, answerHeaders: { append: (name: string, value: string) => res.appendHeader(name, value) }, address, redacted: new Set<string>() };
    },
  });
}
