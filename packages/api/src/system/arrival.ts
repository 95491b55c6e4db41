import type { Context } from '../context.ts';

/** What signing in needs of a request, by whatever door it comes. */
export type Arrival = Pick<Context, 'app' | 'viewer' | 'address' | 'answerHeaders'> & {
  readonly request: { readonly headers: Pick<Headers, 'get'> };
};
