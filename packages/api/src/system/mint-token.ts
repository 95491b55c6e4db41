import type { Role } from '../generated/prisma/enums.ts';
import { hashOfSecret, newSecret, tokenPrefix } from '../server/authenticate.ts';
import type { Transaction } from '../write/operation.ts';

const endingLength = 6;

/** Makes an API token of a user. The token itself is in the answer and nowhere else: only its hash is kept. */
export async function mintToken(
  tx: Transaction,
  token: { userId: string; name: string; expiresAt: Date; roles?: readonly Role[] },
): Promise<{ id: string; token: string }> {
  const secret = `${tokenPrefix}${newSecret()}`;
  const { id } = await tx.apiToken.create({
    data: {
      userId: token.userId,
      name: token.name,
      tokenHash: new Uint8Array(hashOfSecret(secret)),
      ending: secret.slice(-endingLength),
      roles: [...(token.roles ?? [])],
      expiresAt: token.expiresAt,
    },
  });
  return { id, token: secret };
}
