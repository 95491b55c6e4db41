import { command, done } from '../command.ts';
import { input } from '../write/input.ts';

export const setClientSecret = command('setClientSecret', {
  entity: 'IdentityProvider',
  record: 'identityProviderId',
  title: {
    en: 'Set the secret',
    sv: 'Ange hemligheten',
    de: 'Geheimnis setzen',
    hu: 'Titok beállítása',
    sl: 'Nastavi skrivnost',
  },
  description: 'Keeps the secret with which Kontor asks the provider. It is sealed, and nobody can read it again.',
  input: {
    identityProviderId: input.id('IdentityProvider', 'The provider.'),
    clientSecret: input.text('Secret that the provider gave for Kontor.', { maxLength: 1000 }),
  },
  run: async ({ identityProviderId, clientSecret }, { tx, now, seal }) => {
    await tx.identityProvider.update({
      where: { id: identityProviderId },
      data: { clientSecretSealed: await seal(clientSecretPlace(identityProviderId), clientSecret), secretSetAt: now },
      select: { id: true },
    });
    return done(identityProviderId);
  },
});

/** What the secret of a provider is sealed as. */
export const clientSecretPlace = (identityProviderId: string): string => `client secret of ${identityProviderId}`;
