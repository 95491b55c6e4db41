import { command } from '../command.ts';
import { batchInput, batchTitles, whyNot } from './batch-input.ts';
import { giveUpBatch } from './give-up-batch.ts';

export const cancelPaymentBatch = command('cancelPaymentBatch', {
  entity: 'PaymentBatch',
  record: 'batchId',
  states: { field: 'status', in: ['DRAFT', 'SUBMITTED', 'APPROVED', 'EXPORTED'] },
  versioned: true,
  title: batchTitles.cancel,
  description:
    'Takes a batch back. Once its file has been made, only somebody other than its preparer does, when the bank has refused it.',
  confirmation: {
    en: 'What the batch was to pay can then be paid by another. Is it certain that the bank does not pay it?',
    sv: 'Det som uppdraget skulle betala kan sedan betalas av ett annat. Är det säkert att banken inte betalar det?',
    de: 'Was der Lauf zahlen sollte, kann dann ein anderer zahlen. Ist sicher, dass die Bank ihn nicht ausführt?',
    hu: 'Amit a köteg fizetett volna, azt ezután másik fizetheti. Biztos, hogy a bank nem hajtja végre?',
    sl: 'Kar naj bi paket plačal, lahko nato plača drug. Je gotovo, da ga banka ne bo izvedla?',
  },
  destructive: true,
  input: { batchId: batchInput('Batch to take back.'), reason: whyNot('Why it is not paid.') },
  run: (given, context) => giveUpBatch('cancel', given, context),
});
