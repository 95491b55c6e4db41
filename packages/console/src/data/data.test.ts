import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogueOf } from '../generator/compile.ts';
import { sampleMeta } from '../generator/sample-meta.ts';
import { buildQueryFactory } from './build-query.ts';
import { adviceKey, GraphError, graphErrorOf, placeErrors, RefusedError, refusalOf } from './graph-error.ts';
import { failed, send } from './graph-request.ts';

const build = buildQueryFactory({ catalogue: catalogueOf(sampleMeta, []) });
const refused = { __typename: 'ValidationError', code: 'TAKEN', message: 'That is taken.', path: ['input', 'code'] };

describe('the verbs of react-admin', () => {
  it('asks for a page by its place', () => {
    const { variables } = build('GET_LIST', 'Employee', {
      pagination: { page: 3, perPage: 25 },
      filter: { search: 'anna' },
    });
    expect(variables).toEqual({ first: 25, offset: 50, search: 'anna' });
  });

  it('asks for a page by cursor where one is given', () => {
    const { variables } = build('GET_LIST', 'Employee', {
      pagination: { page: 500, perPage: 25 },
      meta: { after: 'c' },
    });
    expect(variables).toEqual({ first: 25, after: 'c' });
  });

  it('lists what points back at a record', () => {
    const { variables } = build('GET_MANY_REFERENCE', 'Device', {
      target: 'holder',
      id: 'e1',
      pagination: { page: 1, perPage: 25 },
    });
    expect(variables['where']).toEqual({ holder: { is: { id: { eq: 'e1' } } } });
  });

  it('updates against the version that was read', () => {
    const { variables } = build('UPDATE', 'Employee', {
      id: 'e1',
      data: { workEmail: 'a@b.example' },
      previousData: { version: 7 },
    });
    expect(variables['input']).toEqual({ id: 'e1', expectedVersion: 7, workEmail: 'a@b.example' });
  });

  it('throws what the graph refused', () => {
    const { parseResponse } = build('CREATE', 'Employee', { data: {} });
    expect(() => parseResponse({ data: { createEmployee: { employee: null, userErrors: [refused] } } })).toThrow(
      RefusedError,
    );
  });

  it('throws the error that stands in place of an answer, with its code', () => {
    const { parseResponse } = build('GET_LIST', 'Employee', {});
    const ended = new GraphError('UNAUTHENTICATED', 'Sign in first.', 401);
    expect(() => parseResponse({ data: failed(ended) })).toThrow(ended);
  });

  it('treats a record that is not there like one that may not be seen', () => {
    const { parseResponse } = build('GET_ONE', 'Employee', { id: 'x' });
    expect(() => parseResponse({ data: { employee: null } })).toThrow(GraphError);
  });
});

describe('refusals', () => {
  it('stand beside their fields, and the rest above the buttons', () => {
    const general = { ...refused, path: [], message: 'Not now.' };
    const say = ({ message }: { message: string }) => message;
    expect(placeErrors([refused, general], say)).toEqual({ faults: { code: 'That is taken.' }, problem: 'Not now.' });
    expect(placeErrors([refused], say, new Set(['name']))).toEqual({ faults: {}, problem: 'That is taken.' });
  });

  it('are found inside the errors that wrap them', () => {
    const refusal = new RefusedError([{ ...refused, __typename: 'ConflictError' }]);
    const wrapped = { body: { networkError: refusal } };
    expect(refusalOf(wrapped)?.conflict).toBe(true);
    expect(graphErrorOf(wrapped)).toBeUndefined();
  });
});

describe('an answer of the graph', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answering = (status: number, body: string) =>
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response(body, { status })),
    );

  it.each([
    ['a stable code', 200, '{"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}],"data":null}', 'FORBIDDEN'],
    ['a status alone', 429, 'slow down', 'RATE_LIMITED'],
    ['a page of a proxy', 502, '<html>', 'INTERNAL'],
    ['an end of the session', 401, '{}', 'UNAUTHENTICATED'],
  ])('says %s', async (_name, status, body, code) => {
    answering(status, body);
    const error = await send('/graphql', { query: '{ a }' }).catch((thrown: unknown) => thrown);
    expect(adviceKey(error)).toBe(`kontor.error.${code}`);
  });

  it('keeps what came beside an error', async () => {
    answering(200, '{"data":{"a":1,"b":null},"errors":[{"message":"b"}]}');
    expect(await send('/graphql', { query: '{ a b }' })).toEqual({ a: 1, b: null });
  });

  it('says that nobody answers', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('network'))),
    );
    const error = await send('/graphql', { query: '{ a }' }).catch((thrown: unknown) => thrown);
    expect(adviceKey(error)).toBe('kontor.error.UNREACHABLE');
  });
});
