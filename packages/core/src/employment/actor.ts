/**
 * Who acts: a sign-in, and the human being behind it. `personId` is null for an operator or a
 * program that stands for nobody. One person with two sign-ins is one actor.
 */
export interface Actor {
  readonly userId: string;
  readonly personId: string | null;
}

/** Whether two actors are the same sign-in or the same human being. */
export function isSameActor(a: Actor, b: Actor): boolean {
  return a.userId === b.userId || (a.personId !== null && a.personId === b.personId);
}

/** Whether the actor is the person. */
export function isPerson(actor: Actor, personId: string): boolean {
  return actor.personId === personId;
}
