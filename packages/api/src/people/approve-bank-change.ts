import { command } from '../command.ts';
import { input, optional } from '../write/input.ts';
import { changeReason, changeTitles } from './change-input.ts';
import { decideOnBankChange } from './decide-bank-change.ts';

export const approveBankChange = command('approveBankChange', {
  entity: 'BankChange',
  record: 'bankChangeId',
  states: { field: 'status', in: ['PROPOSED', 'FIRST_APPROVED'] },
  versioned: true,
  title: changeTitles.approve,
  description:
    "Approves another account for a person's pay. The second approval, by somebody else, brings it into force.",
  confirmation: {
    en: 'Have you checked with the person that this account is theirs?',
    sv: 'Har du stämt av med personen att kontot är rätt?',
    de: 'Haben Sie bei der Person nachgefragt, ob das Konto stimmt?',
    hu: 'Egyeztette a személlyel, hogy ez az ő számlája?',
    sl: 'Ste pri osebi preverili, da je račun njen?',
  },
  input: { bankChangeId: input.id('BankChange', 'Change to approve.'), reason: optional(changeReason.approve) },
  run: ({ bankChangeId, reason }, context) => decideOnBankChange(bankChangeId, { event: 'approve', reason }, context),
});
