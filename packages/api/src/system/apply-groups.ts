import type { App } from '../app.ts';
import type { IdentityProvider } from '../generated/prisma/client.ts';
import type { Viewer } from '../viewer.ts';
import { operate, type Transaction } from '../write/operation.ts';

interface Difference {
  readonly missing: readonly { id: string; role: 'EMPLOYEE'; companyId: string | null }[];
  readonly ended: readonly string[];
}

/** What the groups of today bring and what those of last time brought no longer. */
async function difference(
  tx: Pick<Transaction, 'groupMapping' | 'roleGrant'>,
  provider: IdentityProvider,
  userId: string,
  groups: ReadonlySet<string>,
): Promise<Difference> {
  const mappings = await tx.groupMapping.findMany({ where: { identityProviderId: provider.id, active: true } });
  const held = await tx.roleGrant.findMany({
    where: { userId, untilAt: null, groupMapping: { identityProviderId: provider.id } },
    select: { id: true, groupMappingId: true },
  });
  // Whoever sets a mapping would grant themselves a role by it.
  const wanted = mappings.filter(({ groupName, setById }) => groups.has(groupName) && setById !== userId);
  const wantedIds = new Set(wanted.map(({ id }) => id));
  const heldIds = new Set(held.map(({ groupMappingId }) => groupMappingId));
  return {
    missing: wanted.filter(({ id }) => !heldIds.has(id)) as Difference['missing'],
    ended: held.filter(({ groupMappingId }) => !wantedIds.has(groupMappingId ?? '')).map(({ id }) => id),
  };
}

const isNothing = ({ missing, ended }: Difference): boolean => missing.length === 0 && ended.length === 0;

/**
 * Makes the roles that a provider brought those that its groups say. Grants made by hand, and those of another provider,
 * stay as they are. The provider stands in the log, since nobody grants themselves anything.
 */
export async function applyGroups(
  app: App,
  acting: Viewer,
  provider: IdentityProvider,
  userId: string,
  groups: ReadonlySet<string>,
): Promise<void> {
  if (isNothing(await difference(app.prisma, provider, userId, groups))) return;
  await operate(app, { viewer: acting, command: 'applyGroups' }, async ({ tx }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`groups of ${userId}`}, 0))`;
    const { missing, ended } = await difference(tx, provider, userId, groups);
    if (ended.length > 0)
      // By the clock that decides who holds what.
      await tx.$executeRaw`
        update role_grant set until_at = greatest(from_at, now()) where id = any(${[...ended]}::uuid[])`;
    for (const { id, role, companyId } of missing)
      await tx.roleGrant.create({ data: { userId, role, companyId, groupMappingId: id }, select: { id: true } });
  });
}
