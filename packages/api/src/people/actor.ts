import type { Actor } from '@kontor/core';
import type { Viewer } from '../viewer.ts';

/** Whoever runs the command. The local operator has no account and stands for nobody. */
export const actorOf = (viewer: Viewer): Actor => ({
  userId: viewer.userId ?? viewer.email,
  personId: viewer.personId,
});

/** The account that did something earlier; null where it was nobody's. */
export const earlierActor = (user: { id: string; personId: string | null } | null): Actor | null =>
  user && { userId: user.id, personId: user.personId };
