import { GraphError } from './graph-error.ts';

/** Has the viewer sign in again; answers whether it is the same person, so that what was asked may be asked again. */
type SignInAgain = () => Promise<boolean>;

let signInAgain: SignInAgain | undefined;
let asking: Promise<boolean> | undefined;

/** Says who leads somebody whose session has ended to sign in. Nobody does before the first page of the signed in. */
export function onSessionEnd(lead: SignInAgain): () => void {
  signInAgain = lead;
  return () => {
    signInAgain = undefined;
  };
}

/**
 * Asks, and once more after signing in if the session had ended: what was typed stays where it is. Nothing was done by the
 * first attempt. Those who ask meanwhile wait for the same signing in, which must not come here itself.
 */
export async function inSession<Answer>(askGraph: () => Promise<Answer>): Promise<Answer> {
  try {
    return await askGraph();
  } catch (error) {
    if (!(error instanceof GraphError) || error.code !== 'UNAUTHENTICATED' || !signInAgain) throw error;
    asking ??= signInAgain().finally(() => {
      asking = undefined;
    });
    if (!(await asking)) throw error;
    return askGraph();
  }
}
