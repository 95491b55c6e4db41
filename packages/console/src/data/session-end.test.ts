import { afterEach, expect, it } from 'vitest';
import { GraphError } from './graph-error.ts';
import { inSession, onSessionEnd } from './session-end.ts';

const ended = () => new GraphError('UNAUTHENTICATED', 'Sign in first.', 401);

/** A server with a session that has ended, until somebody signs in. */
function server() {
  const state = { signedIn: false, asked: 0, signIns: 0 };
  const ask = async () => {
    state.asked += 1;
    if (!state.signedIn) throw ended();
    return 'answer';
  };
  const signIn = (isSame: boolean) => async () => {
    state.signIns += 1;
    await Promise.resolve();
    state.signedIn = true;
    return isSame;
  };
  return { state, ask, signIn };
}

let forget: () => void = () => undefined;
afterEach(() => forget());

it('asks again after signing in, and those who ask together sign in once', async () => {
  const { state, ask, signIn } = server();
  forget = onSessionEnd(signIn(true));
  expect(await Promise.all([inSession(ask), inSession(ask)])).toEqual(['answer', 'answer']);
  expect(state).toEqual({ signedIn: true, asked: 4, signIns: 1 });
});

it('asks nothing again for somebody else, and leaves other failures alone', async () => {
  const { state, ask, signIn } = server();
  forget = onSessionEnd(signIn(false));
  await expect(inSession(ask)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(state.asked).toBe(1);
  const away = new GraphError('UNREACHABLE', 'Away.', 0);
  await expect(inSession(() => Promise.reject(away))).rejects.toBe(away);
  expect(state.signIns).toBe(1);
});

it('leads nobody to sign in who never was signed in', async () => {
  await expect(inSession(server().ask)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});
