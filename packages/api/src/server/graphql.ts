import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
} from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { KontorError } from '../errors.ts';
import type { Streams } from '../live/streams.ts';
import { executeReads, extensionsOf, rootFieldsOf } from '../read/execute.ts';
import { Looks } from '../read/looks.ts';
import { schema } from '../schema.ts';
import type { Viewer } from '../viewer.ts';
import { bulkMilliseconds } from '../write/bulk.ts';
import { admit } from './admission.ts';
import type { Allowance } from './allowance.ts';
import { HttpRefusal, headersOf, statusOf } from './answer.ts';
import { DocumentCache } from './document-cache.ts';
import { parseWithinLimits } from './document-limits.ts';
import { ClientGone, type Exchange } from './exchange.ts';
import { answerable, told } from './fault.ts';
import { type AskedRequest, type GraphRequest, graphRequestOf } from './graph-request.ts';
import { readJson } from './json-body.ts';
import { OperationMeter } from './meter.ts';
import { executeOnOwnSchema, introspects } from './own-schema.ts';
import { networkOf } from './rate-limit.ts';
import { askedByAddress, refuseUnsafe, sendTagged } from './registered-get.ts';
import { notRegistered, RegisteredOperations } from './registered-operations.ts';

/** What a request brings to the graph, once it has been let in. */
interface Incoming {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly exchange: Exchange;
  readonly viewer: Viewer | null;
  readonly graphRequest: GraphRequest;
  /** Whether its document is registered: known by its id, or the text of one. */
  readonly isRegistered: boolean;
  readonly meter: OperationMeter;
}

type GraphContext = Context & Incoming;

/** What can be asked without a session. */
const open = new Set([
  'signIn',
  'signInProviders',
  'version',
  '__typename',
  'setPassword',
  'requestPasswordReset',
  'setUp',
  'viewer',
]);

/** A fragment at the root is refused whatever is in it: strangers have no need of one. */
function refusalOfStranger(document: DocumentNode): KontorError | null {
  const closed = document.definitions.some(
    (definition) =>
      definition.kind === 'OperationDefinition' &&
      definition.selectionSet.selections.some((each) => each.kind !== 'Field' || !open.has(each.name.value)),
  );
  return closed ? new KontorError('UNAUTHENTICATED', 'Sign in first.') : null;
}

/** Errors of a request that was not executed have no data beside them. */
const isRefused = (result: ExecutionResult): boolean => !('data' in result);

async function executeByResolvers(args: ExecutionArgs, context: GraphContext): Promise<ExecutionResult> {
  const { viewer } = context;
  const ofSchema = viewer !== null && introspects(args.document);
  if (ofSchema && context.app.env.operations === 'registered')
    return { errors: [notRegistered('The schema is not told here.')] };
  const result = ofSchema ? await executeOnOwnSchema(args, viewer) : ((await execute(args)) as ExecutionResult);
  if (isRefused(result)) return { errors: (result.errors ?? []).map((error) => told(error, 'BAD_INPUT')) };
  const extensions = { ...result.extensions, ...extensionsOf(context.meter.cost, [...context.redacted]) };
  if (!result.errors) return { ...result, extensions };
  return {
    ...result,
    extensions,
    errors: result.errors.map((error) => answerable(context.app, context.exchange.id, error)),
  };
}

/** Work, or the reason why its request ended before. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
    work.finally(() => signal.removeEventListener('abort', stop)).then(resolve, reject);
  });
}

/** Runs an operation. Reads answer by their statement; everything else by resolvers. */
async function run(args: ExecutionArgs): Promise<ExecutionResult> {
  const context = args.contextValue as GraphContext;
  const { exchange, meter } = context;
  try {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation) {
      exchange.outcome.operation = operation.operation;
      exchange.outcome.operationName = operation.name?.value.slice(0, 100) ?? null;
    }
    meter.begin(operation?.operation === 'mutation' ? operation.selectionSet.selections.length : 0);
    const reads = executeReads(args);
    const result = await untilAborted(exchange.signal, reads ? reads() : executeByResolvers(args, context));
    if (context.viewer) await context.looks.record(context.app, context.viewer, () => rootFieldsOf(args));
    return result;
  } catch (error) {
    return { errors: [answerable(context.app, exchange.id, error)] };
  }
}

/** How an error that stands for the whole answer is told in HTTP; with `application/json` a refused document is a 200. */
function withStatus(error: GraphQLError, refused: boolean): GraphQLError {
  const code = String(error.extensions['code']);
  const fixed = code === 'RATE_LIMITED' || (refused && (code === 'UNAUTHENTICATED' || code === 'INTERNAL'));
  if (!fixed && !refused) return error;
  const http = fixed
    ? { status: statusOf(error as KontorError), headers: headersOf(error as KontorError) }
    : { status: 400, spec: true };
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...error.extensions, http },
  });
}

/** A stream ends by itself; its request is ended so much later if it did not. */
const graceSeconds = 30;

/** What Yoga is to do our way: parse within limits, run reads as statements, and tell errors with their codes. */
const ourWay: Plugin<GraphContext, Incoming> = {
  onRequestParse({ serverContext, setRequestParser }) {
    setRequestParser(() => serverContext.graphRequest);
  },
  onParse({ context, setParseFn }) {
    const { viewer, isRegistered } = context;
    setParseFn((source: string) => {
      try {
        return parseWithinLimits(source, { isRegistered });
      } catch (error) {
        throw error instanceof GraphQLError ? told(error, 'GRAPHQL_PARSE_FAILED') : error;
      }
    });
    // Beside the cache of documents, which knows nothing of who asks.
    return ({ result, replaceParseResult }) => {
      if (viewer || !result || result instanceof Error) return;
      const refusal = refusalOfStranger(result as DocumentNode);
      if (refusal) replaceParseResult(refusal);
    };
  },
  onValidate() {
    return ({ result, setResult }) => {
      if (result.length > 0) setResult(result.map((error) => told(error as GraphQLError, 'GRAPHQL_VALIDATION_FAILED')));
    };
  },
  onExecute({ setExecuteFn }) {
    setExecuteFn(run);
  },
  onSubscribe({ args }) {
    const { exchange, meter } = args.contextValue;
    exchange.outcome.operation = 'subscription';
    exchange.outcome.operationName =
      getOperationAST(args.document, args.operationName)?.name?.value.slice(0, 100) ?? null;
    meter.begin(0);
  },
  onExecutionResult({ result, context, setResult }) {
    const { errors, ...rest } = (result ?? {}) as ExecutionResult;
    if (!errors || errors.length === 0) return;
    const { exchange } = context;
    exchange.outcome.code = String(errors[0]?.extensions['code']);
    const alone = !rest.data;
    setResult({ ...rest, errors: alone ? errors.map((error) => withStatus(error, isRefused(rest))) : errors });
  },
};

function createExecution(app: App, streams: Streams) {
  return createYoga<Incoming, Omit<Context, 'request'>>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: new DocumentCache(), errorCache: new DocumentCache(0) },
    maskedErrors: { maskError: (error) => answerable(app, 'none', error) },
    plugins: [ourWay],
    context: ({ res, viewer, exchange, meter }) => ({
      app,
      viewer,
      answerHeaders: { append: (name: string, value: string) => res.appendHeader(name, value) },
      address: exchange.address,
      requestId: exchange.id,
      signal: exchange.signal,
      takeTime: () => exchange.extend(bulkMilliseconds),
      follow: (asked) => {
        exchange.extend((app.env.streamSeconds + graceSeconds) * 1_000);
        return streams.open({ ...asked, drop: () => res.destroy() });
      },
      meter,
      redacted: new Set<string>(),
      looks: new Looks(),
    }),
  });
}

/** The document that a request asks for; refused where it is not registered and has to be. */
async function known(
  app: App,
  registered: RegisteredOperations,
  asked: AskedRequest,
): Promise<Pick<Incoming, 'graphRequest' | 'isRegistered'>> {
  if ('documentId' in asked) {
    const { documentId, ...rest } = asked;
    return { graphRequest: { ...rest, query: await registered.find(documentId) }, isRegistered: true };
  }
  if (app.env.operations === 'any') return { graphRequest: asked, isRegistered: false };
  if (await registered.has(asked.query)) return { graphRequest: asked, isRegistered: true };
  throw notRegistered('Only registered operations are answered here.');
}

/** The graph at `/graphql`: JSON by POST, one operation at a time, and registered queries by GET. */
export function createGraph(app: App, allowance: Allowance, streams: Streams) {
  const yoga = createExecution(app, streams);
  const registered = new RegisteredOperations(app.pool);
  return async (req: IncomingMessage, res: ServerResponse, exchange: Exchange): Promise<void> => {
    const byAddress = req.method === 'GET' ? askedByAddress(req) : null;
    if (req.method !== 'POST' && !byAddress)
      throw new HttpRefusal(405, 'BAD_INPUT', 'The graph is asked by POST.', { allow: 'POST' });
    const asked = graphRequestOf(byAddress ?? (await readJson(req, exchange.signal)));
    const viewer = await admit(app, req, exchange);
    const principal = viewer?.userId ? `graph user ${viewer.userId}` : `graph address ${networkOf(exchange.address)}`;
    await allowance.open(principal);
    const document = await known(app, registered, asked);
    const meter = new OperationMeter(allowance, principal, exchange.outcome);
    const incoming: Incoming = { req, res, exchange, viewer, ...document, meter };
    if (byAddress) {
      refuseUnsafe(document.graphRequest);
      const headers = { 'content-type': 'application/json', accept: req.headers.accept ?? '*/*' };
      const response = await yoga.fetch(`${app.address()}/graphql`, { method: 'POST', headers, body: '{}' }, incoming);
      await sendTagged(req, res, viewer, response);
    } else await yoga(req, res, incoming);
    if (exchange.signal.reason instanceof ClientGone) exchange.outcome.code = 'CLIENT_GONE';
  };
}
