import { command, done, refused } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { removeSecondFactor } from './second-factor.ts';

export const resetSecondFactor = command('resetSecondFactor', {
  entity: 'User',
  record: 'userId',
  title: {
    en: 'Reset second factor',
    sv: 'Återställ andra faktorn',
    de: 'Zweiten Faktor zurücksetzen',
    hu: 'Második tényező visszaállítása',
    sl: 'Ponastavi drugi dejavnik',
  },
  description: 'Takes the second factor of somebody else away, who has lost their device and their recovery codes.',
  confirmation: {
    en: 'Take the second factor away? Be sure that it is them who asks.',
    sv: 'Ta bort den andra faktorn? Försäkra dig om att det är rätt person som ber om det.',
    de: 'Den zweiten Faktor entfernen? Vergewissern Sie sich, wer darum bittet.',
    hu: 'Eltávolítja a második tényezőt? Győződjön meg arról, hogy valóban az illető kéri.',
    sl: 'Odstranim drugi dejavnik? Prepričajte se, da zanj prosi prava oseba.',
  },
  destructive: true,
  input: {
    userId: input.id('User', 'Whose second factor it is.'),
    reason: optional(input.text('Why.')),
  },
  run: async ({ userId }, { tx }) =>
    (await removeSecondFactor(tx, userId))
      ? done(userId)
      : refused({ code: 'SECOND_FACTOR_OFF', message: 'This user has no second factor.', path: ['userId'] }),
});
