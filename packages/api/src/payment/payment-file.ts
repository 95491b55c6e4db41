import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import { forbidden, notFound } from '../errors.ts';
import { decisionsFor } from '../policy/decide.ts';
import { look } from '../read/look.ts';
import { Looks } from '../read/looks.ts';
import type { Viewer } from '../viewer.ts';
import { operate } from '../write/operation.ts';

const command = 'downloadPaymentFile';

/**
 * The file of a batch, byte for byte as it was made, for whoever may make it. That it leaves the house is in the audit log,
 * and whose account numbers and pay are in it is on record before it goes out.
 */
export async function paymentFile(app: App, viewer: Viewer, batchId: string): Promise<Uint8Array> {
  const conditions = [decisionsFor(viewer).command('exportPaymentBatch')];
  const looks = new Looks();
  const content = await operate(app, { viewer, command, reason: batchId }, async ({ tx }) => {
    const found = await look(tx, viewer, 'PaymentBatch', batchId, { conditions });
    if (!found) throw notFound('paymentBatch');
    if (found.holds[0] !== true) throw forbidden('You may not read the single payments of this batch.');
    const where = { id: found.id };
    const include = { file: true, payments: { include: { employee: true } } };
    const { file, fileSha256, payments } = await tx.paymentBatch.findUniqueOrThrow({ where, include });
    if (!file) throw notFound('paymentBatch');
    if (createHash('sha256').update(file.content).digest('hex') !== fileSha256)
      throw new Error(`the file of batch ${found.id} is not the one that was made`);
    for (const { employee } of payments)
      if (employee) for (const each of ['payment', 'payee'] as const) looks.note(each, employee.personId);
    return file.content;
  });
  await looks.record(app, viewer, () => command);
  return content;
}
