import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';

export const revokeApiToken = command('revokeApiToken', {
  entity: 'ApiToken',
  record: 'apiTokenId',
  title: {
    en: 'Revoke',
    sv: 'Återkalla',
    de: 'Widerrufen',
    hu: 'Visszavonás',
    sl: 'Prekliči',
  },
  description: 'Ends a token: your own, or somebody else’s. Programs that use it are refused from then on.',
  confirmation: {
    en: 'Revoke this token? Programs that use it stop working.',
    sv: 'Återkalla nyckeln? Program som använder den slutar fungera.',
    de: 'Dieses Token widerrufen? Programme, die es benutzen, funktionieren dann nicht mehr.',
    hu: 'Visszavonja ezt a tokent? Az azt használó programok nem működnek tovább.',
    sl: 'Prekličem ta žeton? Programi, ki ga uporabljajo, ne bodo več delovali.',
  },
  destructive: true,
  input: {
    apiTokenId: input.id('ApiToken', 'The token.'),
    reason: optional(input.text('Why.')),
  },
  run: async ({ apiTokenId }, { tx, now }) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: apiTokenId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0)
      return refused({ code: 'ENDED_ALREADY', message: 'This token was revoked already.', path: ['apiTokenId'] });
    return done(apiTokenId);
  },
});
