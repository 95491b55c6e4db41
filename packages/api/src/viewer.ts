import type { Role } from './generated/prisma/enums.ts';

/** A role that a viewer holds at this moment, for one company or, with null, for all. */
export interface Grant {
  readonly role: Role;
  readonly companyId: string | null;
}

/** By which way an operation came in; the audit log keeps it. */
export type Channel = 'console' | 'token' | 'command line' | 'job';

/** Whoever asks: a user with the grants of this moment. */
export interface Viewer {
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly personId: string | null;
  /** The viewer's own employments. */
  readonly employeeIds: readonly string[];
  readonly grants: readonly Grant[];
  readonly channel: Channel;
  readonly address: string | null;
  /** Session or token that the viewer came with. */
  readonly sessionId: string | null;
  /** A role asks for a second factor that is not there; until it is, the viewer holds no role. */
  readonly secondFactorMissing?: boolean;
}

/** The same grants give the same decisions: the key under which they are kept. */
export const grantsKey = (viewer: Pick<Viewer, 'grants'>): string =>
  viewer.grants
    .map((grant) => `${grant.role}:${grant.companyId ?? '*'}`)
    .sort()
    .join(' ');
