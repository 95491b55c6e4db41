import type { AuthProvider } from 'react-admin';
import { graphErrorOf } from './graph-error.ts';
import { loadViewer, type Viewer } from './viewer.ts';

let asked: Promise<Viewer | null> | undefined;

/** Who is signed in, asked for once per page load. */
export function currentViewer(): Promise<Viewer | null> {
  asked ??= loadViewer().catch((error: unknown) => {
    asked = undefined;
    if (graphErrorOf(error)?.code === 'UNAUTHENTICATED') return null;
    throw error;
  });
  return asked;
}

/**
 * Signing in and out load the page anew: nothing that one viewer read stays in memory for the next. So react-admin is
 * only asked here whether somebody is signed in.
 */
export const authProvider: AuthProvider = {
  login: async () => undefined,
  logout: async () => {
    asked = Promise.resolve(null);
  },
  checkAuth: async () => {
    if (!(await currentViewer())) throw { message: false };
  },
  checkError: async (error: unknown) => {
    if (graphErrorOf(error)?.code !== 'UNAUTHENTICATED') return;
    asked = Promise.resolve(null);
    throw new Error('The session has ended.');
  },
  getIdentity: async () => {
    const viewer = await currentViewer();
    if (!viewer) throw new Error('Nobody is signed in.');
    return { id: viewer.user.id, fullName: viewer.user.name };
  },
  getPermissions: async () => (await currentViewer())?.roles.map(({ role }) => role) ?? [],
};
