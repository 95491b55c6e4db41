import type { Readable } from 'node:stream';
import type { Language } from '@kontor/core';
import type { App } from '../app.ts';
import { notFound } from '../errors.ts';
import { look } from '../read/look.ts';
import { Looks } from '../read/looks.ts';
import type { Viewer } from '../viewer.ts';
import { documentOf } from './document-of.ts';
import { keptPayslips } from './kept-payslip.ts';
import { payslipPdf } from './payslip-pdf.ts';

/**
 * A payslip as a PDF, for whoever may read it: in the language asked for, else in that of the person, else in that of the
 * company. Whose pay somebody else reads is on record before it goes out. Throws NOT_FOUND alike for a payslip that the
 * viewer may not see and for one that never was.
 */
export async function payslipFile(app: App, viewer: Viewer, id: string, asked: Language | null): Promise<Readable> {
  const looks = new Looks();
  const kept = await app.prisma.$transaction(async (tx) => {
    const found = await look(tx, viewer, 'Payslip', id);
    const [payslip] = found ? await keptPayslips(tx, [found.id]) : [];
    return payslip;
  });
  if (!kept) throw notFound('payslip');
  looks.note('payslip', kept.personId);
  await looks.record(app, viewer, () => 'downloadPayslip');
  return payslipPdf(documentOf(kept, asked));
}
