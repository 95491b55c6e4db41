import {
  type ChangeEvent,
  type ChangeKind,
  type ChangeProposalChanges,
  decideChangeProposal,
  type Rejection,
  type Result,
} from '@kontor/core';
import type { ChangeStatus, User } from '../generated/prisma/client.ts';
import type { Viewer } from '../viewer.ts';
import { actorOf, earlierActor } from './actor.ts';

/** A proposal of any kind, with whoever had to do with it. */
export interface ProposedChange {
  readonly status: ChangeStatus;
  readonly proposedBy: User;
  readonly firstDecidedBy?: User | null;
}

/** What a decision is given by its command. */
export interface ChangeChoice {
  readonly event: ChangeEvent;
  readonly reason: string | null;
}

/** Decides on a proposal to change a person's own data, as the core says. */
export const decideChange = (
  kind: ChangeKind,
  proposed: ProposedChange,
  personId: string,
  { event, reason }: ChangeChoice,
  viewer: Viewer,
): Result<ChangeProposalChanges, Rejection> =>
  decideChangeProposal(
    {
      kind,
      status: proposed.status,
      subjectPersonId: personId,
      proposer: { userId: proposed.proposedBy.id, personId: proposed.proposedBy.personId },
      firstDecider: earlierActor(proposed.firstDecidedBy ?? null),
    },
    { event, actor: actorOf(viewer), reason },
  );

/** Columns in which every kind of change keeps who decided, when and why. */
export const decided = (viewer: Viewer, now: Date, reason: string | null) => ({
  decidedById: viewer.userId,
  decidedAt: now,
  ...(reason !== null && { note: reason }),
});

/** The values of a change that say something: what is left out stays as it is. */
export const given = <T extends Readonly<Record<string, unknown>>>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<T>;
